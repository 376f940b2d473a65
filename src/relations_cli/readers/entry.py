"""What a foreign file says of one event, before its date is read and its id is made."""

import re
from typing import Any

from msgspec import Struct

from relations_cli.model.facts import Source
from relations_cli.readers.reading import Position
from relations_cli.readers.roles import folded

MONTHS = 12


class Entry(Struct, kw_only=True):
    """The texts of an entry; an empty one is missing."""

    position: Position | None = None
    """Where it stands in the file."""
    date: str = ""
    """As the file has it."""
    end: str = ""
    """The last day, as the file has it."""
    edtf: str | None = None
    """The date, where the format leaves nothing open about it."""
    title: str = ""
    summary: str = ""
    type: str = ""
    note: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    own: dict[str, Any] = {}
    """Keys of ours with the values of ours, such as claims."""
    extra: dict[str, Any] = {}
    """Keys that are not ours."""


def joined_date(year: str, month: str, day: str) -> str:
    """One date of the columns year, month and day: a text that has to be read, empty where they are.

    A month may be a name; what is no number is left to the reader of dates, so that it is refused there.
    """
    year, month, day = (re.sub(r"\.0+$", "", part.strip()) for part in (year, month, day))
    if not year:
        return " ".join(part for part in (day, month) if part)
    month, day = ("" if part in {"0", "00", "-9", "99", "-99"} else part for part in (month, day))
    if re.fullmatch(r"-?\d{1,4}", year, re.ASCII) and all(
        part == "" or re.fullmatch(r"\d{1,2}", part, re.ASCII) for part in (month, day)
    ):
        era = f"-{int(year[1:]):04d}" if year.startswith("-") else f"{int(year):04d}"
        return "-".join([era, *(f"{int(part):02d}" for part in (month, day if month else "") if part)])
    return " ".join(part for part in (day, month, year) if part)


def several(text: str, *, commas: bool) -> tuple[str, ...]:
    """The values in one cell, each once: parted by semicolons or bars, else, where they may, by commas."""
    mark = ";" if ";" in text else "|" if "|" in text or not commas else ","
    return tuple(dict.fromkeys(part for one in text.split(mark) if (part := one.strip())))


def sources_of(text: str) -> tuple[Source, ...]:
    """The sources in one cell: addresses, or the name of a publisher."""
    text = text.strip()
    if not text:
        return ()
    if re.match(r"(?:https?|ftp)://", text, re.IGNORECASE):
        parts = re.split(r"[\s;|]+|,(?=\s*https?://)", text)
        return tuple(Source(url=part) for part in dict.fromkeys(parts) if part)
    if "://" not in text and re.match(r"www\.[\w.-]+", text):
        return (Source(url=f"https://{text}"),)
    return (Source(publisher=text),)


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    return folded(text) in {"", "na", "nan", "null", "none", "nil", "unknown", "undated", "tba", "tbd", "nd"}
