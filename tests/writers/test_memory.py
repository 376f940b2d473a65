"""What a writer adds to the memory that an answer takes: an event at a time, however many there are.

Measured is the greatest sum of what Python holds while the parts are asked for and dropped, of few events and of many.
"""

import datetime
import gc
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.query.answer import Answer
from relations_cli.query.changes import changes
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import CHRONOLOGY, FEEDS, WHOLE, WRITERS, rendered
from relations_cli.writers.format import Format, How

TODAY = datetime.date(2026, 11, 26)
FEW, MANY = 50, 650
FORMATS = {**WRITERS, **{f"whole {name}": one for name, one in WHOLE.items()}, **{one.name: one for one in FEEDS}}
PLACE = 256
"""Bytes for an event, which has thousands: its place in lists, and what Python keeps of small objects that are gone."""
HOLDING = {
    "sqlite": 2 * PLACE,  # how it is put in the order of time
    "graphviz": 2 * PLACE,  # the names of what is drawn
    "xlsx": 5 * PLACE,  # links, which the library writes behind the rows: of 65,530 at most
    **{one.name: 2 * PLACE for one in FEEDS},  # the events by id, which the store has from then on
}
"""What formats hold of each event all the same."""


def chronology(number: int) -> Chronology:
    """So many events, alike but for their ids and days."""
    sources = (Source(url="https://a.example/1", publisher="A", title="A thing was seen", date="2021-01-02"),)
    days = [str(datetime.date(1990, 1, 1) + datetime.timedelta(days=at)) for at in range(number)]
    events = [
        Event(
            id=f"e{at}",
            date=day,
            title="A thing happens near the river",
            summary="What was seen there, in some words. " * 50,
            type="meeting",
            tags=("river", "sighting"),
            actors=("a", "b"),
            places=("Narva",),
            claims=(
                Claim(by="a", stance="asserts", date=day, note="Said so."),
                Claim(by="b", stance="denies", date=day),
            ),
            propositions=("p",),
            sources=sources,
        )
        for at, day in enumerate(days)
    ]
    return Chronology(
        title="Things",
        types={"meeting": "People meet."},
        tags={"river": "Of the river.", "sighting": "Something is seen."},
        actors={"a": Actor(name="A", kind="state"), "b": Actor(name="B", kind="state")},
        propositions={"p": Proposition(text="It was there", claims=(Claim(by="b", stance="denies", date=days[0]),))},
        events=tuple(events),
    )


def answer_of(format_: Format, number: int) -> Answer[Any]:
    held = chronology(number)
    if format_ in FEEDS:
        return changes(held, Query.of(since="1900", today=TODAY))
    return select(held, Query.of(today=TODAY))


def peak(format_: Format, number: int) -> int:
    """How many bytes are held at once, at most, beside the answer."""
    answer = answer_of(format_, number)
    gc.collect()
    tracemalloc.start()
    try:
        parts: Iterator[str] | Iterator[bytes] = rendered(format_, answer, How(header=True))
        for _ in parts:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", FORMATS)
def test_memory_does_not_grow_with_the_number_of_events(name: str) -> None:
    format_ = FORMATS[name]
    peak(format_, 1)  # what is imported, and remembered for the next time
    few, many = peak(format_, FEW), peak(format_, MANY)

    assert (many - few) / (MANY - FEW) < HOLDING.get(name, PLACE)


def test_a_chronology_that_is_written_is_one_of_them() -> None:
    assert CHRONOLOGY in FORMATS.values()
