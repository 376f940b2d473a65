"""What calendars and drawn timelines tell of an event beside its title and date, in words."""

import re
from collections.abc import Callable, Iterator, Mapping

from relations_cli.dates import FuzzyDate, parse_tabular
from relations_cli.errors import DateError, Remark
from relations_cli.model.facts import Actor, Source
from relations_cli.model.wording import standing_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?", re.ASCII)


def status_words(hit: Hit, actors: Mapping[str, Actor]) -> str:
    """Where an event is contested: its status and who denies it; empty where it is not."""
    is_contested = hit.status != "uncontested" or hit.denied_by
    return standing_text(hit.status, hit.denied_by, actors) if is_contested else ""


def says_less(hit: Hit) -> bool:
    """Whether a date is anything but a day, or from a day to another: then words say what a calendar cannot."""
    return hit.date is not None and _DAYS.fullmatch(hit.date.text) is None


def read_again(date: FuzzyDate) -> str:
    """A date in words, where these are read as the same days again; else in EDTF."""
    words = str(date)
    if _DAYS.fullmatch(date.text):
        return words
    try:
        read = parse_tabular(words)
    except DateError:
        return date.text
    return words if (read.lower, read.upper) == (date.lower, date.upper) else date.text


def source_words(source: Source, *, address: bool = True) -> str:
    """Who published what when, and where; the copy in an archive beside it."""
    where = [source.url, source.archived and f"archived: {source.archived}"] if address else []
    head = ": ".join(text for text in (source.publisher, source.title) if text)
    return ", ".join(text for text in (head, source.date, *where) if text)


def placed(answer: Answer[Hit], can_hold: Callable[[Hit], bool]) -> Iterator[Hit]:
    """The events that a format can place in time, each once.

    Args:
        answer: the events.
        can_hold: whether the format has the days of a date.
    """
    return (hit for hit in each_once(answer.rows) if hit.is_dated and can_hold(hit))


def not_placed(answer: Answer[Hit], can_hold: Callable[[Hit], bool]) -> list[Remark]:
    """How many others are left out."""
    undated = beyond = 0
    for hit in each_once(answer.rows):
        undated += not hit.is_dated
        beyond += hit.is_dated and not can_hold(hit)
    counts = ((undated, "undated event", ""), (beyond, "event", " whose years it cannot hold"))
    said = [f"{number:,} {what}{'' if number == 1 else 's'} left out{why}" for number, what, why in counts if number]
    return [Remark(text) for text in said]
