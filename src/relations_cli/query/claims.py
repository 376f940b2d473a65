"""The claims themselves, in the order in which they were made."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import parse_edtf
from relations_cli.errors import UsageError
from relations_cli.model.facts import STANCES, Chronology, Claim
from relations_cli.model.status import Status
from relations_cli.model.vocabulary import actor_name, actor_names, family, party
from relations_cli.query.answer import Answer, Field, Table
from relations_cli.query.lookup import subject_id
from relations_cli.query.query import Query
from relations_cli.query.select import asks_for_dates, passes_dates
from relations_cli.query.subjects import Subject, subjects, without_dates
from relations_cli.suggesting import one_of, unknown


class ClaimRow(Struct, frozen=True, kw_only=True):
    """A claim with what it is about."""

    claim: Claim
    subject: Subject
    event: str | None
    """Id of the event in which it was made; of the event itself where it is about one."""
    by_name: str
    """The actor, as people read it."""
    party: str
    """Id of the party for which the actor speaks."""

    @property
    def now(self) -> Status:
        """What became of the subject by the day of the question."""
        return self.subject.standing.status


def claim_field(name: str, path: str, meaning: str, kind: Any = "text") -> Field:  # noqa: ANN401 -- a Kind
    """A field that is an attribute of a row, however deep."""
    return Field(name, kind, attrgetter(path), meaning)


CLAIMS = Table.of(
    claim_field("date", "claim.date", "when it was said, EDTF; empty: not known"),
    claim_field("by", "claim.by", "id of the actor who said it"),
    claim_field("by_name", "by_name", "the actor, as people read it"),
    claim_field("party", "party", "id of the party for which the actor speaks"),
    claim_field("stance", "claim.stance", f"{', '.join(STANCES)}"),
    claim_field("about", "subject.id", "id of the proposition, or of the event as titled"),
    claim_field("text", "subject.text", "the proposition, or the event's title"),
    claim_field("event", "event", "id of the event in which it was said"),
    claim_field("note", "claim.note", "what was said, in a sentence"),
    claim_field("figures", "claim.figures", "the numbers given with it", "objects"),
    claim_field("source", "claim.source", "where it is published"),
    claim_field("now", "now", "what became of it: the status today, or on the day of --as-of"),
    tsv="date by stance about event note now",
    csv="date by by_name party stance about text event note source now",
)


def claims(
    chronology: Chronology,
    query: Query,
    *,
    by: Iterable[str] = (),
    stances: Iterable[str] = (),
    about: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> Answer[ClaimRow]:
    """The claims on what the query's events bear on, in the order in which they were made, undated ones last.

    Filters by date are asked of the claims, ``--status`` of what they are about, the others of the events.

    Args:
        chronology: where to look.
        query: the filters.
        by: ids, names or aliases of actors, of whom one, or somebody who speaks for one, made the claim.
        stances: stances of which the claim takes one.
        about: ids of propositions or events, or parts of one, that the claim is about.
        notes: what the reader should be told besides.

    Raises:
        UsageError: an actor, a stance or a subject that does not exist.
    """
    wanted = frozenset(one_of("--stance", name, STANCES) for name in stances)
    names = tuple(by)
    who = speakers(chronology, names) if names else None
    over = frozenset(subject_id(chronology, name) for name in about)
    found, rows = claims_of(chronology, query, notes)
    kept = [
        row
        for row in rows
        if (not wanted or row.claim.stance in wanted)
        and (who is None or row.claim.by in who)
        and (not over or row.subject.id in over)
    ]
    return found.with_rows(CLAIMS, kept)


def claims_of(chronology: Chronology, query: Query, notes: Iterable[str]) -> tuple[Answer[Subject], list[ClaimRow]]:
    """The subjects of a query and the claims on them that pass its filters by date, in the order of their making."""
    found = subjects(chronology, without_dates(query), notes)
    found = replace(found, query=query)
    dated: list[ClaimRow] = []
    undated: list[ClaimRow] = []
    for subject in found:
        for claim in subject.claims:
            row = _row(claim, subject, found.chronology)
            (undated if claim.date is None else dated).append(row)
    if asks_for_dates(query):
        dated = [row for row in dated if passes_dates(parse_edtf(row.claim.date or ""), query)]
        left_out = replace(found.left_out, undated=len(undated))
        return replace(found, left_out=left_out), _in_order(dated)
    return found, _in_order(dated) + undated


def _in_order(rows: list[ClaimRow]) -> list[ClaimRow]:
    return sorted(rows, key=lambda row: parse_edtf(row.claim.date or "").sort_key)


def _row(claim: Claim, subject: Subject, known: Chronology) -> ClaimRow:
    return ClaimRow(
        claim=claim,
        subject=subject,
        event=claim.event or (subject.id if subject.kind == "event" else None),
        by_name=actor_name(known.actors, claim.by),
        party=party(known.actors, claim.by),
    )


def speakers(chronology: Chronology, names: tuple[str, ...]) -> frozenset[str]:
    """The ids of the actors of those ids, names or aliases, and of everyone who speaks for one of them.

    Raises:
        UsageError: there is no such actor.
    """
    known = actor_names(chronology)
    for event in chronology.events:
        known |= {claim.by.casefold(): claim.by for claim in event.claims if claim.by.casefold() not in known}
    for proposition in chronology.propositions.values():
        known |= {claim.by.casefold(): claim.by for claim in proposition.claims if claim.by.casefold() not in known}
    for name in names:
        if name.casefold() not in known:
            raise UsageError(unknown("--by", name, known, "`timeline actors`"))
    return frozenset().union(*(family(chronology.actors, known[name.casefold()]) for name in names))
