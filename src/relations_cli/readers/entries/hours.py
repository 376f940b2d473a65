"""Times of day in what a foreign file says: those that say nothing, and what of them no date can say."""

import re
from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from relations_cli.dates import without_times
from relations_cli.dates.reading.clock import parted, zone_unsaid
from relations_cli.escaping import quoted
from relations_cli.model.facts import Event
from relations_cli.readers.entries.dating import is_clock
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

_MIDNIGHT: Final = r"T00:00(:00(?:\.0+)?)?(?:Z|[+-][\d:]+)?"
_ABOUT: Final = r"(?ai)(?<=[\s(])(?:ca?\.|ca|circa|about|around|approximately|approx\.) ?\d\d?(?:[:.h ]|$)[^)]*"
"""A time that is not exact, which a date cannot say."""


Placed = tuple[Event, Position | None]
"""An event and where it stands."""


def without_midnights(events: list[Placed], entries: Sequence[Entry], reading: Reading) -> list[Placed]:
    """The events with days alone where no time of the file is another than 00:00; that is noted.

    Programs write a day as its first second. One 00:00 without seconds is a time as people write it.
    """
    timed = [event.date for event, _ in events if event.date and "T" in event.date]
    if not timed or any(entry.edtf for entry in entries):  # a format of which nothing is open means its midnights
        return events
    found = [re.fullmatch(_MIDNIGHT, time) for date in timed for time in re.findall("T[^/]+", date)]
    if None in found or (len(timed) == 1 and not all(match and match[1] for match in found)):
        return events
    reading.note("inferred", "times of day", why="each is 00:00, so days are meant")
    return [(replace(event, date=event.date and without_times(event.date)), position) for event, position in events]


def with_times(entry: Entry, date: str | None, reading: Reading) -> dict[str, Any]:
    """What is kept under ``extra`` of an entry with times, given its date in EDTF; an end on the next day is noted."""
    ends = without_times(date or "").split("/")
    until = entry.end if is_clock(entry.end) else entry.date.rpartition("–" if "–" in entry.date else "-")[2]
    if date and "/" in date and is_clock(until) and ends[0] != ends[-1]:
        what = "an end at an earlier time is on the next day"
        reading.note_once("inferred", what, entry.position, why=f"as {quoted(until.strip())}")
    is_said = date is not None and "T" in date and ("/" in date or not entry.end)
    rest = {name: value for name, value in entry.extra.items() if not is_said or name not in entry.hours}
    return rest | _unsaid(entry, date)


def _unsaid(entry: Entry, date: str | None) -> dict[str, str]:
    """What a date of EDTF cannot say: a zone of unknown offset, a time where there is no day, an end of none."""
    found = {}
    if ":" in entry.date and (zone := zone_unsaid(entry.date.strip())):
        found["zone"] = zone
    if date and "T" not in date and (time := parted(entry.date)[1]).strip("0:.Z"):
        found["time"] = time
    if date and "T" in date and (about := re.search(_ABOUT, entry.date)):
        found["time"] = about[0]
    if entry.end and is_clock(entry.end) and date and "/" not in date and not entry.hours:
        found["end"] = entry.end.strip()
    return found
