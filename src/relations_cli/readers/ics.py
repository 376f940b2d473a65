"""iCalendar (RFC 5545): an event a VEVENT, and one for each time that it recurs."""

import datetime
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology, Source
from relations_cli.readers.entries.chronology import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

YEARS_AHEAD = 1
"""How far a rule without an end is followed beyond today."""
MOST = 10_000
"""Times that one event recurs; more are left out, and counted."""
_CYCLE = 400
"""Years after which the calendar repeats: a rule with a count that has given no time within them gives none."""
_RECURS = ("RRULE", "RDATE", "RECURRENCE-ID")
# What the library raises on bytes that are no calendar, besides its own ValueErrors.
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError)


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the events of a calendar: days as they are written, ends inclusive.

    Raises:
        DataError: it is no calendar, or an event's start cannot be read.
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
            calendars = Calendar.from_ical(text, multiple=True)
    except _BROKEN as error:
        reading.refuse("no valid iCalendar", why=one_line(next(iter(str(error).splitlines()), type(error).__name__)))
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]
    entries: list[Entry] = []
    found = 0
    for calendar in calendars:
        events = calendar.walk("VEVENT")
        entries += _entries(calendar, zip_longest(events, lines[found : found + len(events)]), reading)
        found += len(events)
    if found < len(lines):
        reading.refuse("ends too early", (lines[found], None), why="an event or the calendar is never closed")
    if not found:
        reading.refuse("is a calendar without events")
    names = [str(name) for calendar in calendars if (name := calendar.get("X-WR-CALNAME"))]
    return chronology_of(entries, reading, title=names[0] if names else None)


def _entries(
    calendar: Any,  # noqa: ANN401 -- the library's types are loose
    events: Iterable[tuple[Any, int | None]],
    reading: Reading,
) -> Iterator[Entry]:
    """The entries in the order of the file; all times of an event that recurs stand where it stands first."""
    groups: dict[str, list[tuple[Any, Position | None]]] = {}
    for at, (event, line) in enumerate(events):
        position = None if line is None else (line, None)
        wrong = dict(event.errors).get("DTSTART")
        if wrong is not None:
            reading.skip("DTSTART cannot be read", position, why=one_line(str(wrong)))
            continue
        uid = str(event.get("UID", ""))
        groups.setdefault(uid or f"#{at}", []).append((event, position))
    for uid, members in groups.items():
        if any(name in event for event, _ in members for name in _RECURS):
            yield from _times(calendar, uid, members, reading)
        else:
            yield from (_entry(event, position) for event, position in members)


def _times(
    calendar: Any,  # noqa: ANN401
    uid: str,
    members: Sequence[tuple[Any, Position | None]],
    reading: Reading,
) -> Iterator[Entry]:
    """An entry for each time of an event that recurs, in order."""
    import recurring_ical_events
    from icalendar import Calendar

    alone = Calendar()
    for part in (*calendar.walk("VTIMEZONE"), *(event for event, _ in members)):
        alone.add_component(part)
    position = members[0][1]
    starts = [day for event, _ in members if (day := _day(event.get("DTSTART"))) is not None]
    rules = " ".join(str(event.get("RRULE", "")) for event, _ in members).upper()
    within_a_day = re.search(r"SECONDLY|MINUTELY|HOURLY", rules)
    if not starts or within_a_day:
        if within_a_day:
            reading.note("left out", f"{quoted(uid)} recurs within a day", position, why="the first time is shown")
        yield from (_entry(event, place) for event, place in members)
        return
    last = datetime.date(min(min(starts).year + _CYCLE, 9999), 12, 31)
    if rules.strip() and "COUNT" not in rules and "UNTIL" not in rules:
        last = datetime.date(min(reading.options.today.year + YEARS_AHEAD, 9999), 12, 31)
        reading.note("inferred", f"what recurs without an end is followed to {last}", position)
    try:
        found = _found(recurring_ical_events.of(alone), min(starts), last)
    except _BROKEN as error:
        reading.skip("its rule cannot be followed", position, why=one_line(str(error)))
        return
    if len(found) > MOST:
        reading.note("left out", f"{quoted(uid)} recurs more than {MOST:,} times", position, why="the first are shown")
    for event in found[:MOST]:
        entry = _entry(event, position)
        entry.id = f"{uid}-{entry.edtf.split('/')[0]}" if entry.edtf and not uid.startswith("#") else ""
        yield entry


def _found(query: Any, first: datetime.date, last: datetime.date) -> list[Any]:  # noqa: ANN401
    """The times from a day to another, in order, until there are more than ``MOST``.

    They are asked for in stretches that double, since each is followed from the first day.
    """
    found: list[Any] = []
    years = 1
    start = first
    while start <= last and len(found) <= MOST:
        end = datetime.date(min(start.year + years, 9999), 12, 31)
        within = query.between(start, min(end, last) + datetime.timedelta(days=min(end, last) < datetime.date.max))
        found += sorted(
            (event for event in within if start <= (_day(event.get("DTSTART")) or start) <= end), key=_moment
        )
        if end == datetime.date.max:
            break
        start, years = end + datetime.timedelta(days=1), years * 2
    return found


def _moment(event: Any) -> tuple[datetime.date, str]:  # noqa: ANN401
    """What times are ordered by, whether they have a zone or none."""
    return _day(event.get("DTSTART")) or datetime.date.max, str(getattr(event.get("DTSTART"), "dt", ""))


def _entry(event: Any, position: Position | None) -> Entry:  # noqa: ANN401
    texts = {name: str(event.get(name, "")).strip() for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "UID", "STATUS")}
    address = str(event.get("URL", "")).strip()
    kinds = event.get("CATEGORIES", [])
    lists = kinds if isinstance(kinds, list) else [kinds]
    return Entry(
        position=position,
        edtf=_days(event),
        title=texts["SUMMARY"],
        summary=texts["DESCRIPTION"],
        id=texts["UID"],
        tags=tuple(dict.fromkeys(str(kind).strip() for several in lists for kind in several.cats)),
        places=(texts["LOCATION"],) if texts["LOCATION"] else (),
        sources=(Source(url=address),) if address else (),
        extra={"status": texts["STATUS"]} if texts["STATUS"] else {},
    )


def _days(event: Any) -> str | None:  # noqa: ANN401
    """The days of an event in EDTF: an end is exclusive (section 3.6.1), so midnight ends the day before."""
    first = _day(event.get("DTSTART"))
    if first is None:
        return None
    try:
        end = event.end
    except _BROKEN:
        end = None
    last = _day_of(end) or first
    ends_at_midnight = isinstance(end, datetime.datetime) and end.time() == datetime.time()
    if last > first and (not isinstance(end, datetime.datetime) or ends_at_midnight):
        last -= datetime.timedelta(days=1)
    return f"{first}/{last}" if last > first else str(first)


def _day(value: Any) -> datetime.date | None:  # noqa: ANN401
    return _day_of(getattr(value, "dt", None))


def _day_of(moment: object) -> datetime.date | None:
    if isinstance(moment, datetime.datetime):
        return moment.date()
    return moment if isinstance(moment, datetime.date) else None
