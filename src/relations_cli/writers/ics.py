"""iCalendar (RFC 5545, names of the calendar as RFC 7986 has them): an event a VEVENT, with ids that stay."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from relations_cli.dates import parse_edtf
from relations_cli.dates.moments import Moments, moments
from relations_cli.errors import Remark, UsageError
from relations_cli.escaping import json_text, shown_line, visible, web_address
from relations_cli.model.facts import Event
from relations_cli.model.wording import names_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.told import not_placed, placed, says_less, source_words, status_words

if TYPE_CHECKING:
    from icalendar import Component

_PRODUCT = "-//relations-cli//timeline//EN"
_OF_US = "@relations-cli"
"""Behind an id, so that it is that of no other calendar; what imports the file again replaces the events."""
_REST = "--"
"""A line of its own, behind which a description has what is no summary."""
_LONGEST = 75
"""Octets of a line (RFC 5545, section 3.1)."""


def write(answer: Answer[Hit], _how: How) -> Iterator[str]:
    """The calendar, an event at a time, in the order of the answer.

    Raises:
        UsageError: the library is missing.
    """
    try:
        from icalendar import Calendar, Component
    except ImportError:
        raise UsageError("output", "ics", "needs the extra ics", "pip install 'relations-cli[ics]'") from None
    title = shown_line(answer.vocabulary.title)
    calendar, text = Calendar(), _verbatim()
    for name, value in (
        *(("PRODID", _PRODUCT), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN")),
        *(("NAME", title), ("X-WR-CALNAME", title)),
    ):
        calendar[name] = text(_escaped(value))
    head = _text(calendar)
    end = "END:VCALENDAR\r\n"
    yield head.removesuffix(end)
    stamped = Component()
    stamped.add("DTSTAMP", _stamp(answer))
    for hit in placed(answer, _can_hold):
        yield _text(_vevent(hit, answer, stamped["DTSTAMP"]))
    yield end


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many events no calendar can place: undated ones, and those before year 1 or after 9999."""
    return not_placed(answer, _can_hold)


def _can_hold(hit: Hit) -> bool:
    return hit.date is not None and moments(hit.date) is not None


def _stamp(answer: Answer[Hit]) -> datetime.datetime:
    """When the events were last told: the last day of the material, else that of the question, so that bytes stay."""
    updated = answer.vocabulary.updated
    last = parse_edtf(updated).last_day if updated else None
    day = last or answer.query.day
    midnight = datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)
    try:
        return midnight.replace(year=day[0], month=day[1], day=day[2])
    except ValueError:
        return midnight.replace(year=1970)


def _vevent(hit: Hit, answer: Answer[Hit], stamp: object) -> "Component":
    """What is said of an event, in the library's form."""
    from icalendar import Event as Vevent

    event, date, text = hit.event, hit.date, _verbatim()
    span = moments(date) if date is not None else None
    made = Vevent()
    made["UID"] = text(_escaped(shown_line(event.id)) + _OF_US)
    made["DTSTAMP"] = stamp
    _add_moments(made, span)
    made["SUMMARY"] = text(_escaped(shown_line(event.title)))
    description = _description(hit, answer)
    if description:
        made["DESCRIPTION"] = text(_escaped(description))
    if event.places:
        made["LOCATION"] = text(_escaped(", ".join(map(shown_line, event.places))))
    if event.tags:
        made["CATEGORIES"] = text(",".join([_escaped(shown_line(tag)) for tag in event.tags]))
    link = next(filter(None, (web_address(source.url) for source in event.sources)), None)
    if link:
        made["URL"] = text(link)
    made["TRANSP"] = text("TRANSPARENT")  # history keeps nobody from an appointment
    for name, values in _own(hit, event):
        made[name] = [text(_escaped(value)) for value in values]
    return made


def _escaped(text: str) -> str:
    """The text of one property (RFC 5545, section 3.3.11)."""
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


@cache
def _verbatim() -> type[str]:
    """Texts that are escaped: the library takes a backslash before an N for a line break, and escapes none of X-.

    Its own make parameters for each, which take longer than all else; these share them, as they have none.
    """
    from icalendar import Parameters

    class Verbatim(str):
        __slots__ = ()
        params = Parameters()

        def to_ical(self) -> bytes:
            return self.encode()

    return Verbatim


def _add_moments(made: "Component", span: Moments | None) -> None:
    if span is not None:
        made.add("DTSTART", span.start)
        if span.end is not None:
            made.add("DTEND", span.end)


def _own(hit: Hit, event: Event) -> Iterator[tuple[str, Sequence[str]]]:
    """What iCalendar has no property for: names that programs pass over, and that are read again."""
    if hit.date is not None:
        yield "X-EDTF-DATE", (hit.date.text,)
    yield "X-STATUS", (hit.status,)
    if event.type:
        yield "X-TYPE", (shown_line(event.type),)
    if len(event.places) > 1:
        yield "X-PLACE", [shown_line(place) for place in event.places]
    yield "X-ACTOR", [shown_line(actor) for actor in event.actors]
    yield "X-SOURCE", [json_text(msgspec.json.encode(source).decode()) for source in event.sources]


def _description(hit: Hit, answer: Answer[Hit]) -> str:
    """The summary, and behind a line ``--`` what a calendar shows nowhere else."""
    event, actors = hit.event, answer.vocabulary.actors
    parts = {
        "Date": str(hit.date) if says_less(hit) else "",
        "Status": status_words(hit, actors),
        "Actors": names_text(event.actors, actors),
        "Note": event.note or "",
    }
    lines = [shown_line(f"{name}: {text}") for name, text in parts.items() if text]
    if event.sources:
        lines += ["Sources:", *(shown_line(f"- {source_words(source)}") for source in event.sources)]
    summary = visible(re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", event.summary or "").replace("\t", " "))
    if lines or _REST in summary.split("\n"):
        return "\n".join([*filter(None, [summary]), _REST, *lines])
    return summary


def _text(component: Any) -> str:  # noqa: ANN401 -- the library's types are loose
    """The lines of a component, folded."""
    lines = component.content_lines(sorted=False)
    return "".join([_folded(line) for line in lines if line])


def _folded(line: str) -> str:
    """A line as several of at most 75 octets, no character parted; the library takes ten times as long."""
    data = line.encode()
    if len(data) <= _LONGEST:
        return f"{line}\r\n"
    parts, start, room = [], 0, _LONGEST
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 -- a byte within a character
            end -= 1
        parts.append(data[start:end])
        start, room = end, _LONGEST - 1
    return b"\r\n ".join([*parts, data[start:]]).decode() + "\r\n"
