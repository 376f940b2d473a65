"""What in a calendar has one UID: a series with its exceptions, and what only shares the name with it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from relations_cli.escaping import quoted
from relations_cli.readers.ics.unsaid import said_by
from relations_cli.readers.ics.vevent import day_of
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

Member = tuple[Any, Position | None]
"""An event, and where it stands."""
_ONCE: Final = (
    *("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE"),
    *("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "URL"),
)
"""What an event may say once, of what is read (RFC 5545, section 3.6.1)."""


def said_twice(event: Any) -> str | None:  # noqa: ANN401 -- the library's types are loose
    """The first property that an event has twice, and may not; None: there is none."""
    once = _ONCE if event.part.kind != "VJOURNAL" else [name for name in _ONCE if name != "DESCRIPTION"]
    return next((name for name in once if isinstance(event.get(name), list)), None)


def series_in(uid: str, members: Iterable[Member], reading: Reading) -> Iterator[list[Member]]:
    """The events of one UID in groups: what the library may take for one series, then each that it would pass over.

    It keeps one event for each RECURRENCE-ID and one without, in silence. Of several the newest revisions count
    (section 3.8.7.4), the others are noted; several as new as each other are events of their own.
    """
    seats: dict[str, list[Member]] = {}
    alone: list[list[Member]] = []
    for member in members:
        event = member[0]
        if day_of(event) is None:
            alone.append([member])
            continue
        if not isinstance(event.get("SEQUENCE", 0), int):
            del event["SEQUENCE"]
        seats.setdefault(_seat(event), []).append(member)
    together: list[Member] = []
    for seat in seats.values():
        newest = max(_revision(event) for event, _ in seat)
        for event, position in seat:
            if _revision(event) < newest:
                what = f"{quoted(str(event.get('SUMMARY', '')))}, a revision of {quoted(uid)}"
                reading.note("left out", what, position, why="a newer one stands beside it", says=said_by(event.part))
        first, *others = sorted((one for one in seat if _revision(one[0]) == newest), key=_has_no_rule)
        together.append(first)
        alone += [[other] for other in others]
    if together:
        yield together
    yield from alone


def _seat(event: Any) -> str:  # noqa: ANN401
    """Of which time of a series an event speaks; empty: of all of them."""
    time = event.get("RECURRENCE-ID")
    return "" if time is None else str(getattr(time, "dt", time))


def _has_no_rule(member: Member) -> bool:
    """Exceptions are from what recurs."""
    return "RRULE" not in member[0] and "RDATE" not in member[0]


def _revision(event: Any) -> int:  # noqa: ANN401
    return int(event.get("SEQUENCE", 0))
