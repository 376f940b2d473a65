"""What the columns of an answer are: how the value of each is got from a row, and what it means."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

from relations_cli.dates import Day

Kind = Literal["text", "texts", "number", "flag", "object", "objects"]


class Field(Struct, frozen=True):
    """A column: how a row's value is got, and what it means."""

    name: str
    kind: Kind
    get: Callable[[Any], Any]
    meaning: str
    """One line, for the list of fields and the documentation."""


class Table(Struct, frozen=True):
    """The fields of a row type, and which of them an output shows where none are asked for."""

    fields: dict[str, Field]
    """In the order of json."""
    tsv: tuple[str, ...]
    csv: tuple[str, ...]
    whole: bool = False
    """Whether the rows are events, so that a ``.json`` file of them can be a whole chronology."""

    @classmethod
    def of(cls, *fields: Field, tsv: str, csv: str | None = None, whole: bool = False) -> "Table":
        """A table of fields; what tsv and csv show is named with blanks between, and csv's default is tsv's."""
        shown = tuple(tsv.split())
        return cls({field.name: field for field in fields}, shown, shown if csv is None else tuple(csv.split()), whole)


def column(name: str, get: str | Callable[[Any], Any], meaning: str, kind: Kind = "text") -> Field:
    """A field; what it gets is an attribute of the row, however deep, or made of the row by a function."""
    return Field(name, kind, attrgetter(get) if isinstance(get, str) else get, meaning)


def day_text(day: Day | None) -> str | None:
    """A day as ISO 8601 writes it; years beyond 9999 and before 0 with their sign (EDTF level 1)."""
    if day is None:
        return None
    year, month, number = day
    if year > 9999:  # noqa: PLR2004
        return f"+{year}-{month:02d}-{number:02d}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"
