"""Mermaid's ``timeline`` (its syntax: a period, and behind each colon an event of it)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from relations_cli.model.facts import Chronology
from relations_cli.readers.diagrams.lines import Line, lines_of
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_KEY: Final = re.compile(r"(title|section|accTitle|accDescr)\b\s*:?\s*(.*)", re.IGNORECASE)
_COLON: Final = re.compile(r"(?<!\s)(?:\s*+:(?!\d)|\s++:)")
"""A clock such as 09:30 has none of them; it begins where the space before it does, so that it is looked for once."""
_ENTITY: Final = re.compile(r"#(\d{1,7}|[a-zA-Z]\w{1,30});", re.ASCII)
"""Mermaid's own form of an entity of HTML, since it takes ``&`` for text."""
_YEAR: Final = re.compile(r"\d{3}|\b(?:BCE?|CE|AD)\b|\bcentury\b", re.IGNORECASE)
"""What a period has that is a date, or would be one."""
_YEAR_ALONE: Final = re.compile(r"\d{4,}|\d+ BC", re.ASCII)
"""A section that says no more than the dates in it."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The events of a timeline; the section in which one stands is its tag, unless that is a year.

    What stands in a period that is no date, as Mermaid's may, is undated, and its ``extra`` has the words.

    Raises:
        DataError: the diagram is none, or a date cannot be read.
    """
    lines = lines_of(decoded(data, reading), "%%", reading)
    first = next(lines, None)
    if first is None or not re.match(r"timeline\b", first.text):
        what = "a Mermaid diagram that is no timeline" if first else "is empty"
        reading.refuse(what, why="give one that begins with the word timeline")
    kept = list(lines)
    _note_other_titles(kept, reading)
    titles = [_plain(found[2]) for line in kept if (found := _KEY.fullmatch(line.text)) and found[1].lower() == "title"]
    return chronology_of(_entries(kept, reading), reading, title=titles[0] if titles else None)


def _note_other_titles(lines: list[Line], reading: Reading) -> None:
    titles = [line for line in lines if (key := _KEY.fullmatch(line.text)) and key[1].lower() == "title"]
    for line in titles[1:]:
        reading.leave_out(line.text, (line.number, None), why="another title stands above")


def _entries(lines: list[Line], reading: Reading) -> Iterator[Entry]:
    section, period = "", ""
    empty: Line | None = None
    for line in lines:
        number, text = line
        key = _KEY.fullmatch(text)
        if key is not None:
            if key[1].lower() == "section":
                _note_empty(empty, reading)
                section, empty = _plain(key[2]), line
            if key[1].lower().startswith("acc"):
                reading.leave_out(text, (number, None), why="it is told to who cannot see the drawing")
            continue
        when, *events = _COLON.split(text)
        empty = None if any(events) else empty
        period = _plain(when) or period
        dated = _YEAR.search(period) is not None
        for event in filter(None, events) if any(events) else ():
            yield Entry(
                position=(number, None),
                date=period if dated else "",
                unread="" if dated else period,
                title=_plain(event),
                tags=(section,) if section and not _YEAR_ALONE.fullmatch(section) else (),
                extra={} if dated else {"when": period},
            )
        if not any(events):
            reading.leave_out(text, (number, None), why="a period without an event")
    _note_empty(empty, reading)


def _note_empty(section: Line | None, reading: Reading) -> None:
    if section is not None:
        reading.leave_out(section.text, (section.number, None), why="a section without an event")


def _plain(text: str) -> str:
    """A text without tags, its entities as what they stand for."""
    return _ENTITY.sub(lambda match: unescape(f"&{'#' if match[1].isdecimal() else ''}{match[1]};"), untagged(text))
