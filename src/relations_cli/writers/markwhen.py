"""Markwhen (docs.markwhen.com): a date, a colon and the title on a line; what else is said, on the lines below."""

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from relations_cli.dates import Day, FuzzyDate
from relations_cli.dates.days import day_text
from relations_cli.errors import Remark
from relations_cli.escaping import json_text, shown_line, visible, web_address
from relations_cli.model.facts import Source
from relations_cli.model.wording import names_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.told import not_placed, placed, says_less, status_words

_PLAIN: Final = r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?"
_MARKS: Final = re.compile(
    r"<|&(?=#\d+;)|^\[(?=[xX ]?\])|(?<=\])\(|!(?=\w)|#(?=\w)|(?<!\w)\.(?=start|end)|(?<![^\s])@|%(?=\s|$)",
    re.IGNORECASE,
)
"""HTML, entities, boxes to tick, links and pictures, names, tags, times of others, people, what is done of a task."""
_BRACKETS: Final = r"[\[\]]"
_BEGINNINGS: Final = r"[“‹\[]|^\("
"""What begins the title of a source, or its date."""
_LONGEST_YEAR: Final = 9999
_UNTITLED: Final = "(untitled)"


def write(answer: Answer[Hit], _how: How) -> Iterator[str]:
    """The timeline, an event at a time, in the order of the answer."""
    yield f"title: {_value(shown_line(answer.vocabulary.title))}\n"
    for hit in placed(answer, _can_hold):
        yield "\n" + "\n".join(_lines(hit, answer)) + "\n"


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many events no date of markwhen can place: undated ones, and those in years of more than four digits."""
    return not_placed(answer, _can_hold)


def _can_hold(hit: Hit) -> bool:
    return hit.date is not None and bool(_when(hit.date, hit.day))


def _lines(hit: Hit, answer: Answer[Hit]) -> Iterator[str]:
    """The lines of an event: its head, its properties, its summary quoted so that no line begins anything, the rest."""
    event, date, actors = hit.event, hit.date, answer.vocabulary.actors
    when = _when(date, hit.day) if date is not None else ""
    tags = [f"#{re.sub(r'[^0-9A-Za-z_]', '_', tag)}" for tag in event.tags if re.search("[A-Za-z]", tag)]
    yield " ".join([f"{when}:", *(_text(event.title).split() or [_UNTITLED]), *tags])
    properties = {
        "id": event.id,
        "edtf": date.text if date is not None and date.text != when else "",
        "timezone": _zone(date),
        "type": event.type,
        "tags": event.tags,
        "places": event.places,
        "actors": event.actors,
    }
    yield from (f"{name}: {_value(value)}" for name, value in properties.items() if value)
    if event.summary:
        yield from (f"> {_text(line)}".rstrip() for line in _split(event.summary))
    if says_less(hit) and date is not None and date.text != when:
        yield f"- Date: {date}"
    status = status_words(hit, actors)
    if status:
        yield f"- Status: {_text(status)}"
    if event.actors:
        yield f"- Actors: {_text(names_text(event.actors, actors))}"
    yield from (f"- Source: {_source(source)}" for source in event.sources)


def _when(date: FuzzyDate, today: Day) -> str:
    """A date as markwhen takes it; empty where it has none of that: of what it cannot say, the days that it covers."""
    first, last = date.lower or date.upper, date.upper or date.lower
    if first is None or last is None or not -_LONGEST_YEAR < first[0] <= last[0] <= _LONGEST_YEAR:
        return ""
    if first[0] < 1:
        return _years(first[0], last[0])
    if any(date.clocks):
        return _times(date, first, last)
    plain = re.sub("[~?%]", "", date.text)
    start, _, end = plain.partition("/")
    if re.fullmatch(rf"{_PLAIN}(?:/{_PLAIN})?", plain):
        return plain
    if re.fullmatch(_PLAIN, start) and end == ".." and first <= today:
        return f"{start}/now"
    return day_text(first) if first == last else f"{day_text(first)}/{day_text(last)}"


def _years(first: int, last: int) -> str:
    """Years of which the first is before Christ."""
    start, end = (f"{year} AD" if year > 0 else f"{1 - year} BC" for year in (first, last))
    return start if start == end else f"{start} - {end}"


def _times(date: FuzzyDate, first: Day, last: Day) -> str:
    """A date with times, by the minute, as their own clocks have them."""
    start, end = (
        f"{day_text(day)} {clock.time[:5]}" if clock else day_text(day)
        for day, clock in zip((first, last), date.clocks, strict=True)
    )
    return start if start == end or None in (date.lower, date.upper) else f"{start}/{end}"


def _zone(date: FuzzyDate | None) -> str:
    """The zone of the times of a date, where it is one."""
    zones = {clock.zone for clock in date.clocks if clock} if date is not None else set()
    zone = next(iter(zones)) if len(zones) == 1 else ""
    return "UTC" if zone == "Z" else f"{zone}:00" if len(zone) == len("+09") else zone


def _value(value: Any) -> str:  # noqa: ANN401 -- what JSON has
    """The value of a property, in JSON, which is YAML, without what would be a tag, a link or HTML all the same."""
    return re.sub("[#<(]", lambda match: f"\\u{ord(match[0]):04x}", json_text(msgspec.json.encode(value).decode()))


def _text(text: str) -> str:
    """A text on a line that says nothing to markwhen: its marks are entities, as Markdown has them."""
    return _MARKS.sub(_entity, shown_line(text).strip())


def _split(text: str) -> list[str]:
    return visible(re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)).split("\n")


def _source(source: Source) -> str:
    """Who published what, where, when; a title is a link where it leads to a page."""
    url, title = shown_line(source.url or "").strip(" "), _text(source.title or "")
    is_address = web_address(source.url) is not None
    is_linked = title and is_address and not re.search(r"[()<>\[\]]", url)
    parts = (
        f"[{re.sub(_BRACKETS, _entity, title)}]({url})" if is_linked else title and f"“{title}”",
        "" if is_linked or not url else f"<{url}>" if is_address and not re.search("[<>]", url) else f"‹{_text(url)}›",
        f"({_text(source.date)})" if source.date else "",
    )
    rest = " ".join(filter(None, parts))
    publisher = re.sub(_BEGINNINGS, _entity, _text(source.publisher or ""))
    return ": ".join(filter(None, (publisher, rest)))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
