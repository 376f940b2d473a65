"""What the columns of an answer are: how the value of each is got from a row, and what it means."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

Kind = Literal["text", "texts", "number", "flag", "object", "objects", "value"]
"""What a field holds; a value is a text or a number."""


class Field(Struct, frozen=True):
    """A column: how a row's value is got, and what it means."""

    name: str
    kind: Kind
    get: Callable[[Any], Any]
    meaning: str
    """One line, for the list of fields and the documentation."""
    unsaid: str | None = None
    """The usual value: an empty cell of tsv where the field is not asked for by name."""


Across = Callable[[Any], Iterator[Sequence[object]]]
"""Gives, of an answer, the header and the records of csv where a spreadsheet wants rows by columns."""


class Table(Struct, frozen=True):
    """The fields of a row type, and which of them an output shows where none are asked for."""

    fields: dict[str, Field]
    """In the order of json."""
    tsv: tuple[str, ...]
    csv: tuple[str, ...]
    whole: bool = False
    """Whether the rows are events, so that a ``.json`` file of them can be a whole chronology."""
    keyed: bool = False
    """Whether each row is the name of a fact and its value, so that json is one object."""
    across: "Across | None" = None
    """Of rows of which csv makes a table of its own where no fields are asked for."""

    @classmethod
    def of(
        cls, *fields: Field, tsv: str, csv: str | None = None, whole: bool = False, across: Across | None = None
    ) -> "Table":
        """A table of fields; what tsv and csv show is named with blanks between, and csv's default is tsv's."""
        shown = tuple(tsv.split())
        named = {field.name: field for field in fields}
        return cls(named, shown, shown if csv is None else tuple(csv.split()), whole, across=across)


def column(name: str, get: str | Callable[[Any], Any], meaning: str, kind: Kind = "text") -> Field:
    """A field; what it gets is an attribute of the row, however deep, or made of the row by a function."""
    return Field(name, kind, attrgetter(get) if isinstance(get, str) else get, meaning)
