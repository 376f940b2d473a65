"""iCalendar (RFC 5545): an event a VEVENT, a VTODO or a VJOURNAL, and one for each time that it recurs."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.ics.checking import wrong_with
from relations_cli.readers.ics.kin import Member, series_in
from relations_cli.readers.ics.parts import Part, Scan
from relations_cli.readers.ics.recurring import Recurring
from relations_cli.readers.ics.tasks import take_due_day
from relations_cli.readers.ics.unsaid import note_others, said_by, title_of
from relations_cli.readers.ics.vevent import BROKEN, entry_of
from relations_cli.readers.ics.zones import with_plain_zones, without_broken_zones
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_RECURS = ("RRULE", "RDATE", "RECURRENCE-ID")


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the events, tasks and journals of a calendar: days as they are written, ends inclusive.

    Raises:
        DataError: it is no calendar, or an event's start or end cannot be read.
    """
    text = decoded(data, reading)
    scan = Scan(text)
    calendars = _parsed(text, scan, reading)
    entries: list[Entry] = []
    recurring = Recurring(reading, reading.length or len(text))
    parts = iter(scan.events)
    for calendar in calendars:
        entries += _entries(calendar, _members(calendar, parts), recurring, reading)
    unread = next(parts, None)
    if unread is not None:
        _refuse_early_end(unread, reading)
    title = title_of(scan, reading)
    note_others(scan, reading)
    recurring.say_what_is_cut()
    return chronology_of(entries, reading, title=title, lacking="give each a SUMMARY")


def _members(calendar: Any, parts: Iterator[Part]) -> Iterator[Member]:  # noqa: ANN401 -- the library's types are loose
    """The events, tasks and journals of a calendar in the order of the file, each with its line."""
    is_cancelled = str(calendar.get("METHOD", "")).strip().upper() == "CANCEL"
    for event, part in zip(calendar.walk("VEVENT"), parts, strict=False):
        event.part = part
        if part.kind == "VTODO":
            take_due_day(event)
        if is_cancelled and "STATUS" not in event:
            event["STATUS"] = "CANCELLED"
        yield event, (part.line, None)


def _parsed(text: str, scan: Scan, reading: Reading) -> Sequence[Any]:
    """The calendars of a file.

    Raises:
        DataError: it has none.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        reading.refuse("iCalendar needs the extra ics", why="pip install 'relations-cli[ics]'")
    if "BEGIN:VCALENDAR" not in text.upper():
        reading.refuse("is no calendar", why="expected BEGIN:VCALENDAR")
    unclosed = next((part for part in scan.events if not part.is_closed), None)
    if unclosed is not None:
        _refuse_early_end(unclosed, reading)
    plain = with_plain_zones(scan.text, reading)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own words on zones that it guesses; days do not need them
        try:
            return Calendar.from_ical(plain, multiple=True)
        except BROKEN:
            mended = without_broken_zones(plain, reading)
        try:
            return Calendar.from_ical(mended, multiple=True)
        except BROKEN:
            parts = (*scan.calendars, *scan.parts)
            bad = next((one for part in parts for one in part.properties if not one.name), None)
            position = None if bad is None else (bad.line, None)
            why = "its parts do not close in order" if bad is None else f"{quoted(bad.text)} is no property"
            reading.refuse("no valid iCalendar", position, why=why)


def _refuse_early_end(part: Part, reading: Reading) -> NoReturn:
    reading.refuse("ends too early", (part.line, None), why="an event or the calendar is never closed")


def _entries(
    calendar: Any,  # noqa: ANN401
    members: Iterable[Member],
    recurring: Recurring,
    reading: Reading,
) -> Iterator[Entry]:
    """The entries in the order of the file; all times of an event that recurs stand where it stands first."""
    groups: dict[str, list[Member]] = {}
    for at, (event, position) in enumerate(members):
        wrong = wrong_with(event, event.part)
        if wrong is not None:
            reading.skip(wrong.what, position, why=wrong.why, says=said_by(event.part))
            continue
        uid = str(event.get("UID", ""))
        groups.setdefault(uid or f"#{at}", []).append((event, position))
    zones = calendar.walk("VTIMEZONE")
    for uid, several in groups.items():
        for group in series_in(uid, several, reading) if _recurs(several) else [several]:
            if _recurs(group):
                yield from recurring.times_of(zones, uid, group)
            else:
                yield from (entry_of(event, position) for event, position in group)


def _recurs(members: Iterable[Member]) -> bool:
    return any(name in event for event, _ in members for name in _RECURS)
