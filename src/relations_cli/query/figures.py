"""Every number that somebody gave for a measure, and which measures there are."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology, Figure
from relations_cli.query.answer import Answer, Table
from relations_cli.query.claims import ClaimRow, claim_field, claims_of
from relations_cli.query.query import Query
from relations_cli.suggesting import unknown


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
    claim_field("date", "row.claim.date", "when it was given, EDTF; empty: not known"),
    claim_field("by", "row.claim.by", "id of the actor who gave it"),
    claim_field("by_name", "row.by_name", "the actor, as people read it"),
    claim_field("low", "figure.low", "the least; empty: not said", "number"),
    claim_field("high", "figure.high", "the most; empty: not said", "number"),
    claim_field("of", "figure.of", "id of the measure, which names the unit"),
    claim_field("about", "row.subject.id", "id of the proposition, or of the event as titled"),
    claim_field("text", "row.subject.text", "the proposition, or the event's title"),
    claim_field("stance", "row.claim.stance", "the stance with which it was given"),
    claim_field("event", "row.event", "id of the event in which it was given"),
    claim_field("note", "row.claim.note", "what was said, in a sentence"),
    claim_field("source", "row.claim.source", "where it is published"),
    tsv="date by low high about event",
    csv="date by by_name low high of about text event note source",
)


MEASURES = Table.of(
    claim_field("id", "id", "what --of takes"),
    claim_field("n", "n", "how many figures were given", "number"),
    claim_field("meaning", "meaning", "what is counted, and in which unit"),
    tsv="id n meaning",
)


def figures(chronology: Chronology, query: Query, measure: str, notes: Iterable[str] = ()) -> Answer[FigureRow]:
    """Every number that somebody gave for a measure, in the order in which they were given.

    Raises:
        UsageError: there is no such measure.
    """
    found, rows = claims_of(chronology, query, notes)
    given = [FigureRow(figure=figure, row=row) for row in rows for figure in row.claim.figures]
    spelt = {name.casefold(): name for name in (*chronology.measures, *(row.figure.of for row in given))}
    name = spelt.get(measure.casefold())
    if name is None:
        raise UsageError(unknown("--of", measure, spelt.values(), "`timeline figures`"))
    return found.with_rows(FIGURES, [row for row in given if row.figure.of == name])


def measures(chronology: Chronology, query: Query, notes: Iterable[str] = ()) -> Answer[Measure]:
    """The measures of the claims that the query has to do with, and how often a figure was given for each."""
    found, rows = claims_of(chronology, query, notes)
    counts = Counter(figure.of for row in rows for figure in row.claim.figures)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return found.with_rows(
        MEASURES, [Measure(id=name, n=n, meaning=chronology.measures.get(name, "")) for name, n in ordered]
    )
