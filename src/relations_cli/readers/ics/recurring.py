"""The times of an event that recurs, an entry for each."""

import datetime
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from msgspec.json import encode
from msgspec.structs import replace

from relations_cli.dates import without_times
from relations_cli.escaping import one_line, quoted
from relations_cli.limits import Budget, lifted_by
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.ics.kin import Member
from relations_cli.readers.ics.shape import why_no_rule
from relations_cli.readers.ics.unsaid import said_by
from relations_cli.readers.ics.vevent import BROKEN, day_of, day_within, days_between, entry_of
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

if TYPE_CHECKING:  # the library takes long to load, and few calendars need it
    from relations_cli.readers.ics.series import Time

YEARS_AHEAD = 1
"""How far a rule without an end is followed beyond today."""
_CYCLE = 400
"""Years after which the calendar repeats: a rule with a count that has given no time within them gives none."""
_LENGTH = 500
"""Characters of an event that count as one more time of it."""
_LONGEST = 200
_BYTES_A_TIME, _DAYS_A_BYTE = 8, 50
"""What the budgets grow by with the file."""


class Recurring:
    """What recurs in one calendar file, within what the file may multiply."""

    def __init__(self, reading: Reading, length: int) -> None:
        """Read nothing yet of a file of that length in bytes, as it lies there."""
        self._reading = reading
        self._times = Budget(reading.limits.times + length // _BYTES_A_TIME)
        self._days = Budget(reading.limits.rule_days + length * _DAYS_A_BYTE)
        self._cut = 0

    def times_of(self, zones: Sequence[Any], uid: str, members: Sequence[Member]) -> Iterator[Entry]:
        """An entry for each time of an event that recurs, in order."""
        position = members[0][1]
        has_start = any(day_of(event) is not None for event, _ in members)
        rules = " ".join(str(event.get("RRULE", "")) for event, _ in members).upper()
        within_a_day = re.search(r"SECONDLY|MINUTELY|HOURLY", rules)
        if not has_start or within_a_day:
            if within_a_day:
                what = f"{quoted(uid)} recurs within a day"
                self._reading.note("left out", what, position, why="the first time is shown")
            yield from (entry_of(event, place) for event, place in members)
            return
        once = {id(event): entry_of(event, position) for event, _ in members}
        most = self._share(once.values())
        times = self._followed(zones, uid, members, rules, most)
        if times is None:
            return
        if len(times) > most or self._days.left < 0:
            self._say_cut(uid, position, max(1, min(len(times), most)))
        if not times and self._days.left < 0:
            yield next(iter(once.values()))
        elif not times:
            what, says = f"{quoted(uid)} is at no time", _said_by(members)
            self._reading.note("left out", what, position, why="its rule leaves none", says=says)
        for time in times[:most]:
            if id(time.event) not in once:  # of an event that stands within a time zone
                continue
            entry = replace(once[id(time.event)], edtf=days_between(time.start, time.end))
            entry.id = (
                f"{uid}-{without_times(entry.edtf).split('/')[0]}" if entry.edtf and not uid.startswith("#") else ""
            )
            self._times.take(_weight(entry))
            yield entry

    def _followed(
        self, zones: Sequence[Any], uid: str, members: Sequence[Member], rules: str, most: int
    ) -> "list[Time] | None":
        """The times of an event, in order; None where its rule cannot be followed, which is noted.

        Raises:
            DataError: it cannot, and such events are not to be skipped.
        """
        position = members[0][1]
        if any("EXRULE" in event for event, _ in members):
            what = f"EXRULE of {quoted(uid)} is not followed"
            self._reading.note("said", what, position, why="EXDATE leaves days out")
        first = min(day for event, _ in members if (day := day_of(event)) is not None)
        last = self._last_day(first, rules, position)
        try:
            times = self._found(zones, members, first, last, most)
            if _goes_on(rules, len(times), last) and 1 < len(times) <= most:
                times = self._found(zones, members, first, datetime.date.max, most)
        except BROKEN:
            why = why_no_rule(" ".join(_rules_of(event) for event, _ in members))
            why = _clipped(why or "write FREQ=WEEKLY;COUNT=3 or the like")
            self._reading.skip("its rule cannot be followed", position, why=why, says=_said_by(members))
            return None
        return times

    def say_what_is_cut(self) -> None:
        """Note how many events are not followed to their ends, and what follows them."""
        if self._cut:
            events = "1 event is" if self._cut == 1 else f"{self._cut:,} events are"
            self._reading.note("said", f"{events} not followed to the last time", why=lifted_by())

    def _share(self, entries: Iterable[Entry]) -> int:
        """How many times one of the events may recur."""
        left = self._times.left // max(map(_weight, entries))
        return max(1, min(self._reading.limits.times_of_event, left))

    def _say_cut(self, uid: str, position: Position | None, shown: int) -> None:
        self._cut += 1
        most = self._reading.limits.times_of_event
        if shown == most:
            self._reading.note(
                "left out", f"{quoted(uid)} recurs more than {most:,} times", position, why="the first are shown"
            )
            return
        how_many = "the first time is" if shown == 1 else f"{shown:,} times are"
        self._reading.note(
            "left out", f"{quoted(uid)} recurs more than the file may in all", position, why=f"{how_many} shown"
        )

    def _found(
        self, zones: Sequence[Any], members: Sequence[Member], first: datetime.date, last: datetime.date, most: int
    ) -> "list[Time]":
        """The times from a day to another, in order; more than ``most`` only where there are."""
        from icalendar import Calendar

        from relations_cli.readers.ics.series import Spent, times_between

        alone = Calendar()
        for part in (*zones, *(event for event, _ in members)):
            alone.add_component(part)
        end = last + datetime.timedelta(days=last < datetime.date.max)
        if self._days.left < 0:
            return []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the library's own words on a rule with COUNT and UNTIL
                found = times_between(alone, first, end, most, self._days)
        except Spent:
            return []
        within = [(day_within(time.start) or first, str(time.start), time) for time in found]
        return [time for day, _, time in sorted(within, key=itemgetter(0, 1)) if first <= day <= last]

    def _last_day(self, first: datetime.date, rules: str, position: Position | None) -> datetime.date:
        """Until when the rules are followed; where they have no end of their own, that is noted."""
        if rules.strip() and "COUNT" not in rules and "UNTIL" not in rules:
            last = max(first, datetime.date(min(self._reading.options.today.year + YEARS_AHEAD, 9999), 12, 31))
            self._reading.note("inferred", f"what recurs without an end is followed to {last}", position)
            return last
        return datetime.date(min(first.year + _CYCLE, 9999), 12, 31)


def _goes_on(rules: str, found: int, last: datetime.date) -> bool:
    """Whether rules have times behind a day: more are counted than were found, or their end lies behind it."""
    counts = [int(number) for number in re.findall(r"COUNT[^0-9]{1,4}(\d{1,9})", rules)]
    ends = [int(year) for year in re.findall(r"UNTIL[^0-9]{1,30}(\d{4})", rules)]
    return any(count > found for count in counts) or any(year > last.year for year in ends)


def _rules_of(event: Any) -> str:  # noqa: ANN401 -- the library's types are loose
    """The rules of an event as its lines have them, a space between two."""
    given = event.get("RRULE", ())
    rules = given if isinstance(given, list) else [given] if given else []
    return " ".join((rule.to_ical() if hasattr(rule, "to_ical") else str(rule).encode()).decode() for rule in rules)


def _said_by(members: Iterable[Member]) -> str:
    return "; ".join(said_by(event.part) for event, _ in members)


def _clipped(text: str) -> str:
    """What a library says, which may repeat a line that is as long as the file."""
    return one_line(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _weight(entry: Entry) -> int:
    """How many times one time of an entry counts as: what is long is multiplied, too."""
    texts = (entry.title, entry.summary, *entry.tags, *entry.places, *(source.url or "" for source in entry.sources))
    return 1 + (sum(len(text) + 10 for text in texts) + (len(encode(entry.extra)) if entry.extra else 0)) // _LENGTH
