"""iCalendar (RFC 5545, names of the calendar as RFC 7986 has them): an event a VEVENT, with ids that stay."""

import datetime
import re
from collections.abc import Iterable, Iterator
from string import punctuation
from typing import Final
from urllib.parse import quote

import msgspec

from relations_cli.dates import parse_edtf
from relations_cli.dates.moments import moments
from relations_cli.errors import Remark, UsageError
from relations_cli.escaping import json_text, shown_line, visible
from relations_cli.model.facts import Event
from relations_cli.model.wording import names_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.told import is_link, not_placed, placed, says_less, source_words, status_words

_PRODUCT = "-//relations-cli//timeline//EN"
_HEAD: Final = (("PRODID", _PRODUCT), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"))
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
        import icalendar  # noqa: F401 -- whether it is there
    except ImportError:
        raise UsageError("output", "ics", "needs the extra ics", "pip install 'relations-cli[ics]'") from None
    title = shown_line(answer.vocabulary.title)
    head = (*_HEAD, ("NAME", title), ("X-WR-CALNAME", title))
    yield _text(["BEGIN:VCALENDAR", *(_line(name, text) for name, text in head)])
    stamp = _moments(DTSTAMP=_stamp(answer))
    for hit in placed(answer, _can_hold):
        yield _text(_vevent(hit, answer, stamp))
    yield _text(["END:VCALENDAR"])


def left_out(answer: Answer[Hit]) -> list[Remark]:
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


def _vevent(hit: Hit, answer: Answer[Hit], stamp: list[str]) -> Iterator[str]:
    """The lines of an event."""
    event = hit.event
    span = moments(hit.date) if hit.date is not None else None
    yield "BEGIN:VEVENT"
    yield _line("UID", shown_line(event.id) + _OF_US)
    yield from stamp
    if span is not None:
        yield from _moments(DTSTART=span.start, **({} if span.end is None else {"DTEND": span.end}))
    yield _line("SUMMARY", shown_line(event.title))
    description = _description(hit, answer)
    if description:
        yield _line("DESCRIPTION", description)
    if event.places:
        yield _line("LOCATION", ", ".join(map(shown_line, event.places)))
    if event.tags:
        yield _line("CATEGORIES", *map(shown_line, event.tags))
    link = next((source.url for source in event.sources if is_link(source.url)), None)
    if link:
        yield f"URL:{link if link.isascii() else quote(link, safe=punctuation)}"
    yield "TRANSP:TRANSPARENT"  # history keeps nobody from an appointment
    for name, text in _own(hit, event):
        yield _line(name, text)
    yield "END:VEVENT"


def _line(name: str, *texts: str) -> str:
    """A property of a text, or of several, with commas between.

    The library takes a backslash before an N for a line break, escapes none of X-, and takes ten times as long.
    """
    return f"{name}:{','.join(map(_escaped, texts))}"


def _escaped(text: str) -> str:
    """The text of one property (RFC 5545, section 3.3.11)."""
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def _moments(**named: datetime.date) -> list[str]:
    """Days and times as the library says them, with their zones, a line each."""
    from icalendar import Event as Vevent

    made = Vevent()
    for name, moment in named.items():
        made.add(name, moment)
    return [str(made.content_line(name, value)) for name, value in made.items()]


def _own(hit: Hit, event: Event) -> Iterator[tuple[str, str]]:
    """What iCalendar has no property for: names that programs pass over, and that are read again."""
    if hit.date is not None:
        yield "X-EDTF-DATE", hit.date.text
    yield "X-STATUS", hit.status
    if event.type:
        yield "X-TYPE", shown_line(event.type)
    if len(event.places) > 1:
        yield from (("X-PLACE", shown_line(place)) for place in event.places)
    yield from (("X-ACTOR", shown_line(actor)) for actor in event.actors)
    for source in event.sources:
        yield "X-SOURCE", json_text(msgspec.json.encode(source).decode())


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


def _text(lines: Iterable[str]) -> str:
    """The lines, folded."""
    return "".join(map(_folded, lines))


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
