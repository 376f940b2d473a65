"""How long nothing had happened: the days between each event and the one before it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relations_cli.query.table import Table

GAP = "gap"
"""The name of the field."""


def with_gaps(answer: Answer[Hit]) -> Answer[Hit]:
    """The answer with the ``gap`` of each event, whatever the order in which they stand.

    It is counted from the last day of the row before in time, among the rows of the answer, to the first day of this
    one: 1 from one day to the next, 0 where the two share a day or the one before has no end. The first in time and
    undated ones have none. Near several anchors the rows of each are counted by themselves. Gaps that are there stay.
    """
    if any(hit.gap is not None for hit in answer):
        return answer
    places = {name: place for place, name in enumerate(answer.store.ids())}  # of one date, the file's order holds
    near: dict[str | None, list[Hit]] = {}
    for hit in sorted(answer, key=lambda hit: places.get(hit.event.id, 0)):
        near.setdefault(hit.anchor, []).append(hit)
    gaps = {id(hit): days for hits in near.values() for hit, days in _gaps(hits)}
    return replace(answer, rows=tuple(replace(hit, gap=gaps.get(id(hit))) for hit in answer))


def _gaps(hits: "Iterable[Hit]") -> "Iterable[tuple[Hit, int]]":
    """Each dated event but the first, with its gap."""
    dated = [(hit, hit.date) for hit in in_order(hits) if hit.date is not None and hit.is_dated]
    for (_, before), (hit, date) in pairwise(dated):
        yield hit, date.distance_to(before)  # which is not negative: they stand in the order of time


def showing_gaps(table: "Table") -> "Table":
    """The table of events whose tsv and csv show the gap: beside the status in tsv, at the end of csv."""
    at = table.tsv.index("status")
    return replace(table, tsv=(*table.tsv[:at], GAP, *table.tsv[at:]), csv=(*table.csv, GAP))
