"""Markwhen (docs.markwhen.com): a date or a range, a colon, and what happened, with more of it on the lines below."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from relations_cli.model.facts import Chronology
from relations_cli.readers.diagrams.lines import Line, lines_of
from relations_cli.readers.diagrams.properties import as_written
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_ISO: Final = r"\d{4}(?:-\d\d){0,2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?| \d\d:\d\d)?"
_BC: Final = r"\d{1,4} BC(?: - \d{1,4} (?:BC|AD))?"
_RANGE: Final = re.compile(
    rf"({_ISO})\s*(?:/|-|–)\s*(now|{_ISO})|(.*?\d{{4}})\s*(?:/|-|–)\s*(now|.*\d{{4}})", re.IGNORECASE
)
_RELATIVE: Final = re.compile(
    r"\b(?:after|before|by|every|for|days?|weeks?|months?|years?|hours?|minutes?|now|today|tomorrow|yesterday)\b|[!=]\w",
    re.IGNORECASE,
)
_RANGE_TO_NOW: Final = re.compile(r"(?<=[\w\s])(?:/|-|–)\s*now$", re.IGNORECASE)
_HEAD: Final = re.compile(
    rf"((?:{_BC}|{_ISO}(?:/{_ISO})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}/\d{{4}}|(?:\d{{1,2}}\s+)?[^\W\d_]+\.?\s+(?:\d{{1,2}},?\s+)?\d{{4}}"
    r"|\d+\s+(?:day|week|month|year|hour|minute)s?|(?:after|before|by|every|now|today|tomorrow|yesterday)\b|[!=]\w+)"
    r"[^:]*?(?:\d{1,2}:\d\d[^:]*)?):(?:\s+(.*)|)",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"(?<!\S)#([\w-]+)")
_SECTION: Final = re.compile(r"(?:section|group)\s+(.*)|(#{1,6})\s+(.*)", re.IGNORECASE)
_SETTING: Final = re.compile(r"(title|description|[#@]?[\w -]+):\s*(.*)")


def read(data: bytes, reading: Reading) -> Chronology:
    """The events of a timeline; ``#tags``, and the section in which one stands, are its tags.

    What is dated by another event, or recurs, is undated, and its ``extra`` has the words.

    Raises:
        DataError: a date cannot be read.
    """
    lines = list(lines_of(decoded(data, reading), "//", reading))
    start = next((at for at, line in enumerate(lines) if _HEAD.fullmatch(line.text) or _is_section(line)), len(lines))
    fences = re.match(r"---\s*\n((?:.*\n)*?)---\s*\n", decoded(data, reading).lstrip())
    titled = re.search(r"(?m)^title:\s*(.+)$", fences[1]) if fences else None
    title = titled[1].strip("\"' ") if titled else None
    for number, text in lines[:start]:
        setting = _SETTING.fullmatch(text)
        if setting is not None and setting[1].lower() == "title":
            if title is not None:
                reading.leave_out(title, (number, None), why="another title stands below")
            title = _unquoted(setting[2])
        else:
            reading.leave_out(text, (number, None), why="it stands above the first event")
    return chronology_of(_entries(lines[start:], reading), reading, title=title)


def _unquoted(value: str) -> str:
    """A value of YAML that may be quoted, as JSON is."""
    try:
        return str(msgspec.json.decode(value)) if value.startswith('"') else value
    except msgspec.DecodeError:
        return value


def _is_section(line: Line) -> bool:
    return _SECTION.fullmatch(line.text) is not None


def _entries(lines: list[Line], reading: Reading) -> Iterator[Entry]:
    sections: list[tuple[str, Line]] = []
    empty: dict[int, str] = {}
    entry: Entry | None = None
    for number, text in lines:
        head, section = _HEAD.fullmatch(text), _SECTION.fullmatch(text)
        if head is None and section is None and not re.fullmatch(r"end(?:Section|Group)", text, re.IGNORECASE):
            if entry is None:
                reading.leave_out(text, (number, None), why="it stands behind no event")
            else:
                entry.summary = f"{entry.summary}\n{text}".strip()
            continue
        if entry is not None:
            yield as_written(entry)
        entry = None
        if head is not None:
            entry = _entry(head[1].strip(), head[2] or "", (number, None), [name for name, _ in sections])
            for _, line in sections:
                empty.pop(line.number, None)
        elif section is None:
            del sections[-1:]
        else:
            depth = len(section[2] or "") - 1
            line = Line(number, text)
            sections[depth if section[2] else len(sections) :] = [((section[1] or section[3]).strip(), line)]
            empty[number] = text
    if entry is not None:
        yield as_written(entry)
    for number, text in empty.items():
        reading.leave_out(text, (number, None), why="a section without an event")


def _entry(when: str, text: str, position: tuple[int, None], sections: list[str]) -> Entry:
    named = [part for section in sections for part in (_TAG.sub("", section).strip(), *_TAG.findall(section))]
    tags = tuple(dict.fromkeys((*filter(None, named), *_TAG.findall(text))))
    title = " ".join(_TAG.sub("", text).split())
    if _RELATIVE.search(_RANGE_TO_NOW.sub("", when)):
        words = f"dated by another event or recurring: {when}"
        return Entry(position=position, title=title, tags=tags, note=words, extra={"when": when})
    parts = _RANGE.fullmatch(when) if not re.fullmatch(_BC, when) else None
    date, end = (when, "") if parts is None else (parts[1] or parts[3], parts[2] or parts[4])
    return Entry(position=position, date=date, end=end, title=title, tags=tags)
