"""Whether what an event of a calendar says of its days can be used; a table's dates are refused for as much."""

import datetime
from typing import Any, Final, NamedTuple

from relations_cli.escaping import quoted
from relations_cli.readers.ics.kin import said_twice
from relations_cli.readers.ics.parts import Part
from relations_cli.readers.ics.shape import why_no_rule
from relations_cli.readers.ics.vevent import day_of, day_within, end_after, end_of, moment_in

_A_MOMENT: Final = "is no day or time, as 20240630 or 20240630T140000Z"
_WANTED: Final = {
    **dict.fromkeys(("DTSTART", "DTEND", "DUE", "RDATE", "EXDATE", "RECURRENCE-ID"), _A_MOMENT),
    "DURATION": "is no length of time, as P1D or PT2H30M",
}
"""What the value of a property that settles the days of an event should have been."""


class Wrong(NamedTuple):
    """Why an event cannot be read."""

    what: str
    why: str


def wrong_with(event: Any, part: Part) -> Wrong | None:  # noqa: ANN401 -- the library's types are loose
    """The first thing for which an event is refused; None: there is none."""
    broken = {str(name).upper() for name, _ in event.errors}
    broken |= {name for name in ("DTSTART", "DTEND") if name in event and day_of(event, name) is None}
    if "DURATION" in event and not isinstance(moment_in(event, "DURATION"), datetime.timedelta):
        broken.add("DURATION")
    twice = said_twice(event)
    for name, wanted in _WANTED.items():
        if name in broken and name != twice:
            return Wrong(f"{name} cannot be read", f"{quoted(part.value(name))} {wanted}")
    if "RRULE" in broken:
        return Wrong("its rule cannot be followed", why_no_rule(part.value("RRULE")) or "write FREQ=WEEKLY;COUNT=3")
    if twice is not None:
        return Wrong(f"{twice} stands twice", "an event has one")
    return _wrong_end(event, part)


def _wrong_end(event: Any, part: Part) -> Wrong | None:  # noqa: ANN401
    start = moment_in(event, "DTSTART")
    if day_within(start) is None:
        return None
    name = "DURATION" if event.get("DTEND") is None else "DUE" if part.kind == "VTODO" else "DTEND"
    try:
        end, after = end_of(event), end_after(event)
    except OverflowError:
        return Wrong("DURATION ends beyond the year 9999", "correct it")
    if event.get("DTEND") is not None and after is not None and day_of(event, "DTEND") != day_within(after):
        return Wrong(f"{name} and DURATION do not agree", "an event has one of them")
    if end is not None and _is_before(end, start):
        shown = quoted(part.value(name))
        return Wrong(f"{name} {shown} lies before DTSTART", "it ends before it starts")
    return None


def _is_before(end: datetime.date, start: Any) -> bool:  # noqa: ANN401
    """Whether one moment is before another, by their days where one is a day, or only one says its zone."""
    both = isinstance(end, datetime.datetime) and isinstance(start, datetime.datetime)
    if both and (end.tzinfo is None) == (start.tzinfo is None):  # type: ignore[attr-defined]
        return bool(end < start)
    first, last = day_within(start), day_within(end)
    return first is not None and last is not None and last < first
