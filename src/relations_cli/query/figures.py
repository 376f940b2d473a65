"""Every number that somebody gave for a measure, and which measures there are."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from relations_cli.errors import Told, parameter
from relations_cli.model.facts import Figure
from relations_cli.query.answer import Answer
from relations_cli.query.claims import ClaimRow, claims_of
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, store_of
from relations_cli.query.table import Table, column
from relations_cli.suggesting import Known, unknown

_FEW = 20
"""So many measures are named all where a wrong one is near none."""

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store


class FigureRow(Struct, frozen=True, kw_only=True):
    """A figure with the claim that gives it."""

    figure: Figure
    row: ClaimRow


class Measure(Struct, frozen=True, kw_only=True):
    """A measure, and how often a figure was given for it."""

    id: str
    n: int
    meaning: str


FIGURES = Table.of(
    column("date", "row.claim.date", "when it was given, EDTF; empty: not known"),
    column("by", "row.claim.by", "id of the actor who gave it"),
    column("by_name", "row.by_name", "the actor, as people read it"),
    column("low", "figure.low", "the least; empty: not said", "number"),
    column("high", "figure.high", "the most; empty: not said", "number"),
    column("of", "figure.of", "id of the measure, which names the unit"),
    column("about", "row.subject.id", "id of the proposition, or of the event as titled"),
    column("text", "row.subject.text", "the proposition, or the event's title"),
    column("stance", "row.claim.stance", "the stance with which it was given"),
    column("event", "row.event", "id of the event in which it was given"),
    column("note", "row.claim.note", "what was said, in a sentence"),
    column("source", "row.claim.source", "where it is published"),
    tsv="date by low high about event",
    csv="date by by_name low high of about text event note source",
)


MEASURES = Table.of(
    column("id", "id", f"what {parameter('of')} takes"),
    column("n", "n", "how many figures were given", "number"),
    column("meaning", "meaning", "what is counted, and in which unit"),
    tsv="id n meaning",
)


def figures(
    asked: Askable, query: Query, *, of: str | None = None, notes: Iterable[Told] = ()
) -> Answer[FigureRow] | Answer[Measure]:
    """Every number that somebody gave for a measure, in the order in which they were given.

    Without a measure: the measures of the claims that the query has to do with, and how often a figure was given for
    each.

    Raises:
        UsageError: there is no such measure, and there are events.
    """
    found, rows = claims_of(asked, query, notes)
    given = [FigureRow(figure=figure, row=row) for row in rows for figure in row.claim.figures]
    meanings = found.vocabulary.measures
    if of is None:
        counts = Counter(row.figure.of for row in given)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return found.with_rows(MEASURES, [Measure(id=name, n=n, meaning=meanings.get(name, "")) for name, n in ordered])
    name = _measure(store_of(asked), of)
    return found.with_rows(FIGURES, [row for row in given if row.figure.of == name])


def _measure(store: "Store", of: str) -> str:
    """The measure as the chronology spells it, whether a filter or the day hides its figures or not.

    Raises:
        UsageError: it is neither declared nor used, and there are events.
    """
    meanings = store.vocabulary.measures
    claims = [claim for event in store.named(store.ids()).values() for claim in event.claims]
    claims += [claim for one in store.vocabulary.propositions.values() for claim in one.claims]
    counts = Counter(figure.of for claim in claims for figure in claim.figures)
    spelt = {name.casefold(): name for name in (*meanings, *counts)}
    if of.casefold() not in spelt and len(store):
        known = Known(names=[*spelt.values()], listing="`timeline figures`", counts=counts, meanings=meanings, few=_FEW)
        raise unknown("of", of, known)
    return spelt.get(of.casefold(), of)
