"""The times of an event that recurs, an entry for each."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any

from relations_cli.escaping import one_line, quoted
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.ics.vevent import BROKEN, day_of, entry_of
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

YEARS_AHEAD = 1
"""How far a rule without an end is followed beyond today."""
MOST = 10_000
"""Times that one event recurs; more are left out, and counted."""
_CYCLE = 400
"""Years after which the calendar repeats: a rule with a count that has given no time within them gives none."""


def times_of(
    calendar: Any,  # noqa: ANN401
    uid: str,
    members: Sequence[tuple[Any, Position | None]],
    reading: Reading,
) -> Iterator[Entry]:
    """An entry for each time of an event that recurs, in order."""
    position = members[0][1]
    starts = [day for event, _ in members if (day := day_of(event.get("DTSTART"))) is not None]
    rules = " ".join(str(event.get("RRULE", "")) for event, _ in members).upper()
    within_a_day = re.search(r"SECONDLY|MINUTELY|HOURLY", rules)
    if not starts or within_a_day:
        if within_a_day:
            reading.note("left out", f"{quoted(uid)} recurs within a day", position, why="the first time is shown")
        yield from (entry_of(event, place) for event, place in members)
        return
    last = _last_day(min(starts), rules, reading, position)
    try:
        found = _found(_query(calendar, members), min(starts), last)
    except BROKEN as error:
        reading.skip("its rule cannot be followed", position, why=one_line(str(error)))
        return
    if len(found) > MOST:
        reading.note("left out", f"{quoted(uid)} recurs more than {MOST:,} times", position, why="the first are shown")
    for event in found[:MOST]:
        entry = entry_of(event, position)
        entry.id = f"{uid}-{entry.edtf.split('/')[0]}" if entry.edtf and not uid.startswith("#") else ""
        yield entry


def _last_day(first: datetime.date, rules: str, reading: Reading, position: Position | None) -> datetime.date:
    """Until when the rules are followed; where they have no end of their own, that is noted."""
    if rules.strip() and "COUNT" not in rules and "UNTIL" not in rules:
        last = datetime.date(min(reading.options.today.year + YEARS_AHEAD, 9999), 12, 31)
        reading.note("inferred", f"what recurs without an end is followed to {last}", position)
        return last
    return datetime.date(min(first.year + _CYCLE, 9999), 12, 31)


def _query(calendar: Any, members: Sequence[tuple[Any, Position | None]]) -> Any:  # noqa: ANN401
    """What the library asks for the times of an event: a calendar of it alone, with the zones that it names."""
    import recurring_ical_events
    from icalendar import Calendar

    alone = Calendar()
    for part in (*calendar.walk("VTIMEZONE"), *(event for event, _ in members)):
        alone.add_component(part)
    return recurring_ical_events.of(alone)


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
            (event for event in within if start <= (day_of(event.get("DTSTART")) or start) <= end), key=_moment
        )
        if end == datetime.date.max:
            break
        start, years = end + datetime.timedelta(days=1), years * 2
    return found


def _moment(event: Any) -> tuple[datetime.date, str]:  # noqa: ANN401
    """What times are ordered by, whether they have a zone or none."""
    return day_of(event.get("DTSTART")) or datetime.date.max, str(getattr(event.get("DTSTART"), "dt", ""))
