"""An event of a calendar as an entry: its days as they are written, ends inclusive."""

import datetime
from typing import Any, Final

from relations_cli.model.facts import Source
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.located.positions import Position

BROKEN: Final = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError)
"""What the library raises on bytes that are no calendar, besides its own ValueErrors."""


def entry_of(event: Any, position: Position | None) -> Entry:  # noqa: ANN401 -- the library's types are loose
    """What the event says, with its days in EDTF."""
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
    """The days of an event in EDTF."""
    try:
        end = event.end
    except BROKEN:
        end = None
    return days_between(getattr(event.get("DTSTART"), "dt", None), end)


def days_between(start: object, end: object) -> str | None:
    """The days from a moment to another in EDTF; None where the first is none.

    An end is exclusive (section 3.6.1), so midnight ends the day before.
    """
    first = day_within(start)
    if first is None:
        return None
    last = day_within(end) or first
    ends_at_midnight = isinstance(end, datetime.datetime) and end.time() == datetime.time()
    if last > first and (not isinstance(end, datetime.datetime) or ends_at_midnight):
        last -= datetime.timedelta(days=1)
    return f"{first}/{last}" if last > first else str(first)


def day_of(value: Any) -> datetime.date | None:  # noqa: ANN401
    """The day of a property such as DTSTART; None where it has none."""
    return day_within(getattr(value, "dt", None))


def day_within(moment: object) -> datetime.date | None:
    """The day of a moment; None where it is none."""
    if isinstance(moment, datetime.datetime):
        return moment.date()
    return moment if isinstance(moment, datetime.date) else None
