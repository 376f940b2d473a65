"""An event of a calendar as an entry: its days as they are written, ends inclusive, and whatever else it says."""

import datetime
from typing import Any, Final

from relations_cli.model.facts import Source
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.sentences import first_sentence
from relations_cli.readers.ics.own import as_written
from relations_cli.readers.ics.parts import Part
from relations_cli.readers.located.positions import Position

BROKEN: Final = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError, OSError)
"""What the library raises on bytes that are no calendar, and on properties that it could not read."""
_READ: Final = frozenset(
    (
        *("SUMMARY", "DESCRIPTION", "LOCATION", "UID", "URL", "CATEGORIES", "STATUS", "SEQUENCE", "DTSTAMP"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
    )
)
"""What is in a field of the entry, settles its days, or only says when and how often the calendar was written."""
_DAYS: Final = ("DTSTART", "DTEND", "DUE", "DURATION")
_INNER: Final = {"VALARM": "alarms"}
_TYPES: Final = {"VTODO": "task", "VJOURNAL": "journal"}


def entry_of(event: Any, position: Position | None) -> Entry:  # noqa: ANN401 -- the library's types are loose
    """What the event says, with its days in EDTF; what was called off says so in its title and has a tag."""
    part: Part = event.part
    title, summary, place, status = (text_in(event, name) for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS"))
    address = text_in(event, "URL")
    tags = [tag for one in part.properties if one.name == "CATEGORIES" for tag in one.texts()]
    if status.upper() == "CANCELLED":
        title = title or first_sentence(summary)
        title += " (cancelled)" if title and "cancel" not in title.casefold() else ""
        tags.append("cancelled")
    start, end = moment_in(event, "DTSTART"), end_of(event)
    edtf = days_between(start, end)
    entry = Entry(
        position=position,
        edtf=edtf,
        title=title,
        summary=summary,
        type=_TYPES.get(part.kind, ""),
        id=text_in(event, "UID"),
        tags=tuple(dict.fromkeys(tags)),
        places=(place,) if place else (),
        sources=(Source(url=address),) if address else (),
        extra=({"status": status} if status else {}) | _zone(part) | _rest(part, () if edtf else _DAYS),
    )
    return as_written(entry, start, end)


def _zone(part: Part) -> dict[str, str]:
    """The name of the zone in which an event begins, and of another in which it ends: EDTF has their offsets alone."""
    zones = {one.name: name for one in part.properties if one.name in _DAYS and (name := one.parameters.get("TZID"))}
    first = zones.get("DTSTART") or zones.get("DUE") or zones.get("DTEND")
    last = zones.get("DTEND") or zones.get("DUE")
    return ({"tzid": first} if first else {}) | ({"tzid_end": last} if last and last != first else {})


def text_in(event: Any, name: str) -> str:  # noqa: ANN401
    """The text of a property; of several, as paragraphs."""
    value = event.get(name, "")
    return "\n\n".join(str(one).strip() for one in value) if isinstance(value, list) else str(value).strip()


def _rest(part: Part, also: tuple[str, ...]) -> dict[str, Any]:
    """What no field holds, by the names of the properties; of one that stands several times, a list.

    Of one whose value a field holds, what its parameters say, such as the address of a place.
    """
    found: dict[str, list[Any]] = {}
    for one in part.properties:
        is_data = one.parameters.get("ENCODING", "").upper() == "BASE64"
        is_read = one.name in _READ or (one.name == "DUE" and part.kind == "VTODO")
        if one.name and (not is_read or one.name in also) and not is_data:
            found.setdefault(one.name.lower(), []).append(one.kept())
        elif one.name in _READ and (meant := one.meant()):
            found.setdefault(one.name.lower(), []).append(meant)
    rest = {name: values[0] if len(values) == 1 else values for name, values in found.items()}
    for inner in part.within:
        name = _INNER.get(inner.kind, inner.kind.lower())
        told = rest.get(name, [])
        rest[name] = [*(told if isinstance(told, list) else [told]), _rest(inner, tuple(_READ))]
    return rest


def end_of(event: Any) -> datetime.date | None:  # noqa: ANN401
    """The moment at which an event ends, exclusive; None where it does not say.

    Raises:
        OverflowError: that lies beyond the year 9999.
    """
    end = moment_in(event, "DTEND")
    return end if isinstance(end, datetime.date) else end_after(event)


def end_after(event: Any) -> datetime.date | None:  # noqa: ANN401
    """The moment at which an event ends that says how long it lasts; None where it does not.

    Raises:
        OverflowError: that lies beyond the year 9999.
    """
    start, length = moment_in(event, "DTSTART"), moment_in(event, "DURATION")
    if not isinstance(start, datetime.date) or not isinstance(length, datetime.timedelta):
        return None
    if not isinstance(start, datetime.datetime) and length.seconds:
        start = datetime.datetime.combine(start, datetime.time())
    return start + length


def days_between(start: object, end: object) -> str | None:
    """The days from a moment to another in EDTF, with the times that they say; None where the first is none.

    An end is exclusive (section 3.6.1), so midnight ends the day before. No zone moves a day that is written, but for
    an end that lies on an earlier day than the start in its own zone: that is said in the zone of the start.
    """
    first = day_within(start)
    if first is None:
        return None
    last = day_within(end) or first
    ends_at_midnight = isinstance(end, datetime.datetime) and end.time() == datetime.time()
    begins = _written(start)
    if isinstance(end, datetime.datetime) and not ends_at_midnight:
        if last < first and isinstance(start, datetime.datetime) and start.tzinfo and end.tzinfo:
            end = end.astimezone(start.tzinfo)
        until = _written(end) if isinstance(start, datetime.datetime) else str(last)
        return f"{begins}/{until}" if until != begins and _is_later(end, start) else begins
    if last > first and (not isinstance(end, datetime.datetime) or ends_at_midnight):
        last -= datetime.timedelta(days=1)
        return f"{begins}/{last}" if last > first or begins != str(first) else begins
    return f"{begins}/{last}" if last > first else begins


def _is_later(end: datetime.datetime, start: object) -> bool:
    """Whether a moment lies after another one: by instant, if both have zones, else as they are written."""
    if not isinstance(start, datetime.datetime):
        return isinstance(start, datetime.date) and end.date() > start
    if start.tzinfo and end.tzinfo:
        return end > start
    return end.replace(tzinfo=None) > start.replace(tzinfo=None)


def _written(moment: object) -> str:
    """A moment in EDTF: a day, or a time with the offset that its zone has on that day."""
    if not isinstance(moment, datetime.datetime):
        return str(moment)
    text, offset = moment.replace(tzinfo=None).isoformat(), moment.utcoffset()
    if offset is None or offset.seconds % 60 or offset.microseconds:
        return text
    return f"{text}Z" if moment.tzname() == "UTC" else moment.isoformat()


def moment_in(event: Any, name: str) -> object:  # noqa: ANN401
    """The moment, or the length of time, of a property; None where it has none."""
    try:
        return getattr(event.get(name), "dt", None)
    except BROKEN:
        return None


def day_of(event: Any, name: str = "DTSTART") -> datetime.date | None:  # noqa: ANN401
    """The day of a property; None where it has none."""
    return day_within(moment_in(event, name))


def day_within(moment: object) -> datetime.date | None:
    """The day of a moment; None where it is none."""
    if isinstance(moment, datetime.datetime):
        return moment.date()
    return moment if isinstance(moment, datetime.date) else None
