"""iCalendar (RFC 5545): an event a VEVENT, and one for each time that it recurs."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.ics.kin import Member, said_twice, series_in
from relations_cli.readers.ics.recurring import Recurring
from relations_cli.readers.ics.vevent import BROKEN, entry_of
from relations_cli.readers.ics.zones import with_plain_zones
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_RECURS = ("RRULE", "RDATE", "RECURRENCE-ID")


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the events of a calendar: days as they are written, ends inclusive.

    Raises:
        DataError: it is no calendar, or an event's start cannot be read.
    """
    calendars, text = _parsed(data, reading)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]
    entries: list[Entry] = []
    found = 0
    recurring = Recurring(reading, reading.length or len(text))
    for calendar in calendars:
        events = calendar.walk("VEVENT")
        entries += _entries(calendar, zip_longest(events, lines[found : found + len(events)]), recurring, reading)
        found += len(events)
    if found < len(lines):
        reading.refuse("ends too early", (lines[found], None), why="an event or the calendar is never closed")
    _leave_others_out(calendars, reading)
    recurring.say_what_is_cut()
    names = [str(name) for calendar in calendars if (name := calendar.get("X-WR-CALNAME"))]
    return chronology_of(entries, reading, title=names[0] if names else None, lacking="give each a SUMMARY")


def _leave_others_out(calendars: Iterable[Any], reading: Reading) -> None:
    """Say what else a calendar holds that somebody wrote (RFC 5545, sections 3.6.2 to 3.6.4)."""
    for calendar in calendars:
        for kind in ("VTODO", "VJOURNAL", "VFREEBUSY"):
            for one in calendar.walk(kind):
                name = one_line(str(one.get("SUMMARY", ""))).strip()
                reading.note("left out", f"{quoted(name)}: a {kind} is no event" if name else f"a {kind} is no event")


def _parsed(data: bytes, reading: Reading) -> tuple[Sequence[Any], str]:
    """The calendars of a file, and its text.

    Raises:
        DataError: it has none.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        reading.refuse("iCalendar needs the extra ics", why="pip install 'relations-cli[ics]'")
    text = decoded(data, reading)
    if "BEGIN:VCALENDAR" not in text.upper():
        reading.refuse("is no calendar", why="expected BEGIN:VCALENDAR")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library's own words on zones that it guesses; days do not need them
            return Calendar.from_ical(with_plain_zones(text, reading), multiple=True), text
    except BROKEN as error:
        reading.refuse("no valid iCalendar", why=one_line(next(iter(str(error).splitlines()), type(error).__name__)))


def _entries(
    calendar: Any,  # noqa: ANN401 -- the library's types are loose
    events: Iterable[tuple[Any, int | None]],
    recurring: Recurring,
    reading: Reading,
) -> Iterator[Entry]:
    """The entries in the order of the file; all times of an event that recurs stand where it stands first."""
    groups: dict[str, list[Member]] = {}
    for at, (event, line) in enumerate(events):
        position = None if line is None else (line, None)
        wrong = dict(event.errors).get("DTSTART")
        if wrong is not None:
            reading.skip("DTSTART cannot be read", position, why=one_line(str(wrong)))
            continue
        twice = said_twice(event)
        if twice is not None:
            reading.skip(f"{twice} stands twice", position, why="an event has one")
            continue
        uid = str(event.get("UID", ""))
        groups.setdefault(uid or f"#{at}", []).append((event, position))
    zones = calendar.walk("VTIMEZONE")
    for uid, members in groups.items():
        for group in series_in(uid, members, reading) if _recurs(members) else [members]:
            if _recurs(group):
                yield from recurring.times_of(zones, uid, group)
            else:
                yield from (entry_of(event, position) for event, position in group)


def _recurs(members: Iterable[Member]) -> bool:
    return any(name in event for event, _ in members for name in _RECURS)
