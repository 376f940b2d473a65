"""Neighbours in time of a date or an event."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf, parse_typed
from relations_cli.errors import VALUE, DateError, Told, UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.fields import EVENTS
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.lookup import ids_named
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, hits_of, select, store_of
from relations_cli.query.table import Table, column

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_DISTANCE = column("distance", "distance", "anchor, -12 d, +3 d, same day, during (it holds the anchor) ...")
_DAYS = column("days", "days", "the same as a number: days after the anchor, negative before it", "number")

NEAR = Table(
    {"distance": _DISTANCE, "days": _DAYS, **EVENTS.fields},
    ("distance", "id", "date", "title", "status"),
    ("distance", "days", *EVENTS.csv),
    whole=True,
)


def around(
    asked: Askable,
    query: Query,
    *,
    name: str,
    days: int = 30,
    before: int | None = None,
    after: int | None = None,
    notes: Iterable[Told] = (),
) -> Answer[Hit]:
    """The events that pass the query and lie at most so many days from the anchor, in order, the anchor among them.

    Args:
        asked: where to look.
        query: the filters.
        name: the anchor: a date, an id, or a part of one.
        days: how many days before and after the anchor at most.
        before: how many before it, where that is another number.
        after: how many after it, likewise.
        notes: what the reader should be told besides.

    Raises:
        UsageError: the name stands for nothing, for several events, or for an undated one.
    """
    store = store_of(asked)
    anchor, event_id = _anchor(store, query, name)
    first, last = -(days if before is None else before), days if after is None else after
    answer = select(store, query, notes, whole=True)
    kept = []
    for hit in _with_anchor(answer, event_id):
        if hit.date is None or not hit.is_dated:
            continue
        away = hit.date.distance_to(anchor)
        is_anchor = hit.event.id == event_id
        if is_anchor or first <= away <= last:
            distance = "anchor" if is_anchor else _distance(hit.date, anchor, away)
            kept.append(replace(hit, days=away, distance=distance))
    return answer.with_rows(NEAR, in_order(kept))


def _anchor(store: "Store", query: Query, name: str) -> tuple[FuzzyDate, str | None]:
    """The date around which to look, and the id of the event that has it, where an event was named."""
    try:
        date = parse_typed(name, today=query.today)
    except DateError:
        pass
    else:
        if date.undated or date.first_day is None or date.last_day is None:
            raise UsageError("", name, f"around: {VALUE} has no first or last day", "give a day, a month or an id")
        return date, None
    events, propositions = ids_named(store, [name], query)
    if propositions:
        hint = "give a date or an event's id"
        raise UsageError("", name, f"around: {VALUE} is a proposition, which has no date", hint)
    event = store.named(events)[events[0]]
    if event.date is None or parse_edtf(event.date).undated:
        raise UsageError("", event.id, f"around: the event {VALUE} is undated", "give a date or another id")
    return parse_edtf(event.date), event.id


def _with_anchor(answer: Answer[Hit], event_id: str | None) -> list[Hit]:
    """The rows and, where the filters left it out, the anchor."""
    hits = list(answer)
    if event_id is not None and all(hit.event.id != event_id for hit in hits):
        hits += hits_of(answer.store, answer.query, [event_id])
    return hits


def _distance(date: FuzzyDate, anchor: FuzzyDate, days: int) -> str:
    if days:
        return f"{days:+d} d"
    if date.first_day == anchor.first_day and date.last_day == anchor.last_day:
        return "same day" if date.first_day == date.last_day else "same time"
    if _holds(date, anchor):
        return "during" if date.precision == "interval" else f"same {date.precision}"
    return "within" if _holds(anchor, date) else "overlapping"


def _holds(outer: FuzzyDate, inner: FuzzyDate) -> bool:
    """Whether the first date begins no later and ends no earlier than the second; what is open has no bound."""
    begins = outer.first_day is None or (inner.first_day is not None and outer.first_day <= inner.first_day)
    ends = outer.last_day is None or (inner.last_day is not None and inner.last_day <= outer.last_day)
    return begins and ends
