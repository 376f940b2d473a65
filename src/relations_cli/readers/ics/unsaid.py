"""What a calendar says that is in no event: of itself, of its time zones, and what is no part of an event."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from relations_cli.escaping import one_line, quoted
from relations_cli.readers.ics.own import is_from_us
from relations_cli.readers.ics.parts import CALENDAR, EVENTS, ZONE, Part, Property, Scan
from relations_cli.readers.reading import Reading

_NAMES: Final = ("X-WR-CALNAME", "NAME")
_FORM: Final = {"VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "CANCEL"}
"""What is read of a calendar with this value: how it is written, and that its events are called off."""
_ENVELOPE: Final = frozenset(
    (
        *("VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-TIMEZONE", "X-PUBLISHED-TTL"),
        *("REFRESH-INTERVAL", "LAST-MODIFIED", "UID", "X-WR-RELCALID"),
    )
)
"""What a calendar says of its form and its transport (RFC 5545, section 3.7; RFC 7986)."""
_STAMPS: Final = {
    "DTSTAMP": ("say when the calendar was written", re.compile(r"\d{8}T\d{6}Z?", re.ASCII)),
    "SEQUENCE": ("say how often an event was revised", re.compile(r"\d{1,9}", re.ASCII)),
}
"""What each event says of the file, what that is, and its value (RFC 5545, sections 3.8.7.2 and 3.8.7.4)."""
_MOST_VALUES: Final = 3


def title_of(scan: Scan, reading: Reading) -> str | None:
    """What the calendars are called; None: nothing. Further names are noted."""
    named = [one for calendar in scan.calendars for name in _NAMES for one in calendar.properties if one.name == name]
    names = [one.plain() for one in named if one.text.strip()]
    for one in named:
        if one.text.strip() and one.plain() != names[0]:
            why = f"its title is {quoted(names[0])}"
            reading.leave_out(one.plain(), (one.line, None), phrase="{} names the calendar, too", why=why)
        if one.meant():
            _note_about(one, reading)
    return names[0] if names else None


def note_others(scan: Scan, reading: Reading) -> None:
    """Say what a calendar holds that is in no entry: what is no event, what is no property, what is of no event."""
    for part in scan.parts:
        if part.kind == ZONE:
            reading.note("listed", "a VTIMEZONE gives offsets alone", (part.line, None), why=one_line(said_by(part)))
        elif part.kind not in EVENTS:
            reading.note("left out", f"a {part.kind} is no event", (part.line, None), why=one_line(said_by(part)))
    for one in scan.outside:
        reading.leave_out(one.told(), (one.line, None), phrase="{} is outside any calendar")
    for calendar in scan.calendars:
        is_ours = is_from_us(calendar.value("PRODID"))
        for one in calendar.properties:
            _note_property(one, calendar, reading, is_ours=is_ours)
        events = [part for part in calendar.within if part.kind in EVENTS]
        for part in _with_inner(events):
            for one in part.properties:
                _note_property(one, part, reading, is_ours=is_ours)
        if not is_ours:
            _note_stamps(events, reading)


def said_by(part: Part) -> str:
    """All that a part says."""
    return "; ".join([*(one.told() for one in part.properties), *map(said_by, part.within)])


def _with_inner(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _with_inner(part.within)


def _note_property(one: Property, part: Part, reading: Reading, *, is_ours: bool) -> None:
    position = (one.line, None)
    if not one.name:
        reading.leave_out(one.text, position, phrase="{} is no property")
    elif part.kind == CALENDAR:
        if one.name in _NAMES or _FORM.get(one.name) == one.text.strip().upper() or (is_ours and one.name == "PRODID"):
            return
        if one.name in _ENVELOPE:
            _note_about(one, reading)
        else:
            why = one_line(", ".join((*one.parameters.values(), one.text)))
            reading.note("left out", f"{one.name} is of no event", position, why=why)
    elif one.parameters.get("ENCODING", "").upper() == "BASE64":
        says = ", ".join(f"{name}={value}" for name, value in one.parameters.items())
        reading.note("left out", f"{one.name} is data of {len(one.text):,} characters", position, says=says)


def _note_about(one: Property, reading: Reading) -> None:
    reading.note("listed", one_line(one.told()), (one.line, None), why="is of no event")


def _note_stamps(events: Sequence[Part], reading: Reading) -> None:
    """Say once what every event says of the file."""
    for name, (what, value) in _STAMPS.items():
        found = [one for part in events for one in part.properties if one.name == name]
        for one in found:
            if not value.fullmatch(one.text.strip()):
                _note_about(one, reading)
        values = Counter(one.text.strip() for one in found if value.fullmatch(one.text.strip()))
        if values:
            more = f" and {len(values) - _MOST_VALUES:,} more" if len(values) > _MOST_VALUES else ""
            why = one_line(", ".join(list(values)[:_MOST_VALUES]) + more)
            reading.note("listed", f"{values.total():,} {name} {what}", (found[0].line, None), why=why)
