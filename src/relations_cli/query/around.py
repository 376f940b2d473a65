"""Neighbours in time of dates and events."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.errors import VALUE, Remark, Told, UsageError
from relations_cli.escaping import quoted
from relations_cli.query.answer import Answer
from relations_cli.query.fields import EVENTS
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.lookup import Exact, ids_named
from relations_cli.query.parsing import Names, date_named, each
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, hits_of, select, store_of
from relations_cli.query.table import Table, column

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_DISTANCE = column(
    "distance", "distance", "anchor, -12 d, +3 d, +2 h 30 min, same day, during (it holds the anchor) ..."
)
_DAYS = column("days", "days", "the same as a number: days after the anchor, negative before it", "number")

_ANCHOR = column("anchor", "anchor", "with several anchors, the one that it is near: an id, or a date as EDTF")

NEAR = Table(
    {"distance": _DISTANCE, "days": _DAYS, **EVENTS.fields},
    ("distance", "id", "date", "title", "status"),
    ("distance", "days", *EVENTS.csv),
    whole=True,
)
NEAR_SEVERAL = replace(
    NEAR, fields=NEAR.fields | {"anchor": _ANCHOR}, tsv=(*NEAR.tsv, "anchor"), csv=(*NEAR.csv, "anchor")
)


class Anchor(Struct, frozen=True):
    """What to look around."""

    name: str
    """The id of the event, or the date as EDTF."""
    date: FuzzyDate
    event: str | None
    """The id, where an event was named."""


def around(
    asked: Askable,
    query: Query,
    *,
    names: Names,
    days: int = 30,
    before: int | None = None,
    after: int | None = None,
    notes: Iterable[Told] = (),
) -> Answer[Hit]:
    """The events that pass the query and lie at most so many days from an anchor, in order, the anchor among them.

    Of several anchors, each has its own, in the order of the names; an event near two of them stands twice.

    Args:
        asked: where to look.
        query: the filters.
        names: the anchors: dates, ids, or parts of ids.
        days: how many days before and after an anchor at most.
        before: how many before it, where that is another number.
        after: how many after it, likewise.
        notes: what the reader should be told besides.

    Raises:
        UsageError: a name stands for nothing, for several events, or for an undated one.
    """
    store = store_of(asked)
    given = list(dict.fromkeys(each(names)))
    said: list[Told] = []
    anchors = {one: None for name in given for one in _anchors(store, query, name, said)}
    answer = select(store, query, notes, whole=True)
    first, last = -(days if before is None else before), days if after is None else after
    if len(given) == 1:
        rows = [hit for anchor in anchors for hit in _near(answer, anchor, first, last)]
        return answer.with_rows(NEAR, rows, said)
    rows = [replace(hit, anchor=anchor.name) for anchor in anchors for hit in _near(answer, anchor, first, last)]
    return answer.with_rows(NEAR_SEVERAL, rows, said)


def _near(answer: Answer[Hit], anchor: Anchor, first: int, last: int) -> list[Hit]:
    """The events so many days from the anchor, and the anchor itself, in order."""
    kept = []
    for hit in _with_anchor(answer, anchor.event):
        if hit.date is None or not hit.is_dated:
            continue
        away = hit.date.distance_to(anchor.date)
        is_anchor = hit.event.id == anchor.event
        if is_anchor or first <= away <= last:
            distance = "anchor" if is_anchor else _distance(hit.date, anchor.date, away)
            kept.append(replace(hit, days=away, distance=distance))
    return in_order(kept)


def _anchors(store: "Store", query: Query, name: str, said: list[Told]) -> Iterator[Anchor]:
    """What to look around; nothing where there are no events, and for a piped id of an undated event, which is said.

    Raises:
        DateError: it is in figures that are no date.
        UsageError: the name stands for nothing that has a first and a last day.
    """
    date = None if isinstance(name, Exact) else _date(name, query)
    if date is not None:
        yield Anchor(date.text, date, None)
        return
    events, propositions = ids_named(store, [name], query)
    if propositions:
        hint = "give a date or an event's id"
        raise UsageError("", name, f"around: {VALUE} is a proposition, which has no date", hint)
    for event in store.named(events).values():
        if event.date is not None and not (when := parse_edtf(event.date)).undated:
            yield Anchor(event.id, when, event.id)
            continue
        undated = UsageError("", event.id, f"around: the event {VALUE} is undated", "give a date or another id")
        if not isinstance(name, Exact):
            raise undated
        said.append(Remark(f"around: the event {quoted(event.id)} is undated: nothing is near it"))


def _date(name: str, query: Query) -> FuzzyDate | None:
    """The date that the name is; None: it is none.

    Raises:
        UsageError: it has no first or last day.
    """
    date = date_named(name, query.today)
    if date is None:
        return None
    if date.undated or date.first_day is None or date.last_day is None:
        raise UsageError("", name, f"around: {VALUE} has no first or last day", "give a day, a month or an id")
    return date


def _with_anchor(answer: Answer[Hit], event_id: str | None) -> list[Hit]:
    """The rows and, where the filters left it out, the anchor."""
    hits = list(answer)
    if event_id is not None and all(hit.event.id != event_id for hit in hits):
        hits += hits_of(answer.store, answer.query, [event_id])
    return hits


def _distance(date: FuzzyDate, anchor: FuzzyDate, days: int) -> str:
    minutes = anchor.minutes_to(date)
    if minutes:
        from relations_cli.dates.clock import hours_text  # most chronologies know days alone

        return f"{'+' if minutes > 0 else '-'}{hours_text(minutes)}"
    if days:
        return f"{days:+d} d"
    if minutes == 0 and date.precision == anchor.precision and "/" not in date.text:
        return "same time"
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
