"""TimelineJS 3 (timeline.knightlab.com/docs/json-format): the title as first slide, and an event a slide."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

import msgspec

from relations_cli.dates import Day
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.errors import Remark
from relations_cli.escaping import json_text, shown_line, visible, web_address
from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.told import not_placed, placed, status_words

_FIRST, _LAST = -271_820, 275_759
"""Years of which JavaScript knows every day (ECMA-262, 21.4.1.1)."""
_PARTS: Final = ("year", "month", "day")
_EXACT: Final = {"year": 1, "month": 2}
"""Precisions that fewer parts say than a day has."""
_PLAIN: Final = r"Y-?\d+|-?\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?"


def write(answer: Answer[Hit], _how: How) -> Iterator[str]:
    """The document, a slide at a time, in the order of the answer.

    Where a year lies beyond what JavaScript knows, all dates are of years alone, as the page wants it of such.
    """
    is_deep = any(not _FIRST <= day[0] <= _LAST for hit in placed(answer, _can_hold) for day in _ends(hit.date))
    vocabulary = answer.vocabulary
    title = _text(vocabulary.title, f"<p>{_html(vocabulary.description)}</p>" if vocabulary.description else "")
    yield f'{{"scale":"{"cosmological" if is_deep else "human"}","title":{_json({"text": title})},"events":['
    for at, hit in enumerate(placed(answer, _can_hold)):
        yield (",\n" if at else "\n") + _json(_slide(hit, answer, is_deep=is_deep))
    yield "\n]}\n"


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many events no slide can place: undated ones."""
    return not_placed(answer, _can_hold)


def _can_hold(hit: Hit) -> bool:
    return bool(_ends(hit.date))


def _json(value: object) -> str:
    return json_text(msgspec.json.encode(value).decode())


def _ends(date: FuzzyDate | None) -> tuple[Day, ...]:
    """The first and the last day that are known of a date; none of what has none."""
    if date is None:
        return ()
    first, last = date.lower or date.upper, date.upper or date.lower
    return (first, last) if first is not None and last is not None else ()


def _slide(hit: Hit, answer: Answer[Hit], *, is_deep: bool) -> dict[str, Any]:
    """What is said of an event; what is empty is left out."""
    event, date = hit.event, hit.date
    if date is None:
        return {}
    start, end = _dates(date, is_deep=is_deep)
    slide = {
        "unique_id": shown_line(event.id),
        "start_date": start,
        "end_date": end,
        "display_date": "" if _is_said(date) and (not is_deep or date.precision == "year") else str(date),
        "group": _html(event.type) if event.type else "",
        "text": _text(event.title, _below(hit, answer)),
    }
    return {name: value for name, value in slide.items() if value}


def _is_said(date: FuzzyDate) -> bool:
    """Whether parts say all of a date: a year, a month or a day, a time without a zone, or from such to such."""
    return all(re.fullmatch(_PLAIN, end, re.ASCII) for end in date.text.split("/"))


def _dates(date: FuzzyDate, *, is_deep: bool) -> tuple[dict[str, int], dict[str, int] | None]:
    """The parts of the first and of the last day of a date, as many as it says; no last one where it is the same."""
    first, last = _ends(date)
    count = len(_PARTS) if set("XS") & set(date.text) else _EXACT.get(date.precision, len(_PARTS))
    begins, ends = (1, 1) if is_deep else (count, count)
    if _is_said(date) and "/" in date.text and not is_deep:
        begins, ends = (end.lstrip("-").partition("T")[0].count("-") + 1 for end in date.text.split("/"))
    start, end = _parted(first, begins, date, 0), _parted(last, ends, date, 1)
    return start, None if start == end or None in (date.lower, date.upper) else end


def _parted(day: Day, count: int, date: FuzzyDate, end: int) -> dict[str, int]:
    """The parts of a day, and its time; years BC count none between 1 BC and 1, as people do."""
    year = day[0] if day[0] > 0 else day[0] - 1
    parts = dict(zip(_PARTS[:count], (year, *day[1:]), strict=False))
    clock = date.clocks[end]
    if clock is not None and count == len(_PARTS):
        names = ("hour", "minute", "second")
        parts |= dict(zip(names, map(int, clock.time.partition(".")[0].split(":")), strict=False))
    return parts


def _text(headline: str, html: str) -> dict[str, str]:
    """The text of a slide, in HTML."""
    text = {"headline": _html(shown_line(headline)), "text": html}
    return {name: value for name, value in text.items() if value}


def _html(text: str) -> str:
    """A text as HTML, a line break for each of its own."""
    lines = visible(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "<br>".join(escape(shown_line(line)) for line in lines)


def _below(hit: Hit, answer: Answer[Hit]) -> str:
    """The summary, and in a footer the status and the sources."""
    event = hit.event
    status = status_words(hit, answer.vocabulary.actors)
    rest = f"<p>{_html(status)}</p>" if status else ""
    if event.sources:
        rest += f"<ul>{''.join(map(_source, event.sources))}</ul>"
    summary = f"<p>{_html(event.summary)}</p>" if event.summary else ""
    return summary + (f"<footer>{rest}</footer>" if rest else "")


def _source(source: Source) -> str:
    """A source as an item of a list; only what leads to a page is a link."""
    title = _html(source.title or "")
    if source.url and web_address(source.url) is not None:
        title = f'<a href="{escape(source.url.strip(" "))}">{title or _html(source.url)}</a>'
    elif source.url:
        title = ", ".join(filter(None, [title, _html(source.url)]))
    publisher = f"<cite>{_html(source.publisher)}</cite>" if source.publisher else ""
    date = f"<time>{_html(source.date)}</time>" if source.date else ""
    said = ": ".join(filter(None, [publisher, title]))
    return f"<li>{', '.join(filter(None, [said, date]))}</li>"
