"""What a foreign file says of one event, before its date is read and its id is made."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from relations_cli.model.facts import Source
from relations_cli.readers.entries.roles import folded
from relations_cli.readers.reading import Position

DASH: Final = " \u2014 "


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

    A month may be a name; what is no number is left to the reader of dates, so that it is refused there. A negative
    year with a month is one BC, as historians count; a bare one is left to what the whole file says.
    """
    year, month, day = (re.sub(r"\.0+$", "", part.strip()) for part in (year, month, day))
    if not year:
        return " ".join(part for part in (day, month) if part)
    month, day = ("" if part in _NO_PART or is_missing(part) else part for part in (month, day))
    if re.fullmatch(r"-?\d{1,4}", year, re.ASCII) and all(
        part == "" or re.fullmatch(r"\d{1,2}", part, re.ASCII) for part in (month, day)
    ):
        if year.startswith("-") and not month:
            return year
        number = 1 - int(year[1:]) if year.startswith("-") else int(year)
        era = f"-{-number:04d}" if number < 0 else f"{number:04d}"
        return "-".join([era, *(f"{int(part):02d}" for part in (month, day if month else "") if part)])
    return " ".join(part for part in (day, month, year) if part)


_NO_PART: Final = frozenset(("0", "00", "-9", "99", "-99"))
"""How tables write a month or a day that is not known."""


def dated_in(year: str, date: str) -> str:
    """A date of two columns: a day without its year, ``28 June`` or ``6/28``, in that year; else the date alone.

    Two figures of a year, ``9-May-20``, get their century of a year that ends in them.
    """
    if is_missing(date):
        return ""
    short = re.fullmatch(r"(.*[^\W_][/.-])(\d\d)", date.strip(), re.ASCII)
    if short and short[1].count(short[1][-1]) == 2 and re.fullmatch(r"\d\d" + short[2], year.strip(), re.ASCII):  # noqa: PLR2004
        return short[1] + year.strip()
    if not year.strip() or not date.strip() or re.search(r"\d{3}|\bB\.?C|'\d\d", date):
        return date
    mark = re.fullmatch(r"[^\W_]+([/.-])[^\W_]+", date.strip())
    return f"{date.strip()}{mark[1] if mark else ' '}{year.strip()}"


def related(first: str, relation: str, second: str) -> str:
    """The title of a coded event, of what is known of it: who, what, to whom."""
    return DASH.join(part.strip() for part in (first, relation, second) if part.strip())


MARKS: Final = ";|"
"""What parts the values in one cell, the likeliest first; tags, which are words, also by a comma."""


def several(text: str, *, marks: str) -> tuple[str, ...]:
    """The values in one cell, each once: parted by the first of the marks that is in it."""
    mark = next((mark for mark in marks if mark in text), None)
    if mark is None:
        return (text.strip(),) if text.strip() else ()
    return tuple(dict.fromkeys(part for one in text.split(mark) if (part := one.strip())))


_ADDRESS: Final = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ONE_ADDRESS: Final = re.compile(r"https?://[^\s;|,]+")
_BETWEEN: Final = re.compile(r"[;|]\s*(?=[;|]|(?:https?|ftp)://)|,(?=\s*https?://)|[;|]\s+", re.IGNORECASE)
"""What parts sources; a semicolon within an address does not."""


def sources_of(text: str) -> tuple[Source, ...]:
    """The sources in one cell: addresses, or the names of publishers."""
    if _ONE_ADDRESS.fullmatch(text):
        return (Source(url=text),)
    text = text.strip(" \t\r\n;|")
    if is_missing(text):
        return ()
    if "://" not in text:
        is_address = re.match(r"www\.[\w-]+\.[\w.-]+(?:/\S*)?$", text) is not None
        return (Source(url=f"https://{text}"),) if is_address else (Source(publisher=text),)
    parts = (part.split() for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(source for words in parts if words for source in _sources(words)))


def _sources(words: list[str]) -> Iterator[Source]:
    """The sources in the words between two marks: addresses, one with what is said of it, or a publisher."""
    if all(map(_ADDRESS.match, words)):
        yield from (Source(url=word) for word in words)
    elif _ADDRESS.match(words[0]):
        yield Source(url=words[0], title=" ".join(words[1:]))
    else:
        yield Source(publisher=" ".join(words))


_MISSING: Final = frozenset(("", "na", "nan", "null", "none", "nil", "unknown", "undated", "tba", "tbd", "nd"))


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    if not text:
        return True
    return len(text) < len("an unknown day") and not text[0].isdigit() and folded(text) in _MISSING
