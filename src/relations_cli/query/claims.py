"""The claims themselves, in the order in which they were made."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import parse_edtf
from relations_cli.dates.order import in_order
from relations_cli.errors import Told, parameter
from relations_cli.model.facts import STANCES, Claim, Vocabulary
from relations_cli.model.status import Status
from relations_cli.model.vocabulary import actor_name, actor_names, family, party
from relations_cli.query.answer import Answer
from relations_cli.query.filters import date_test
from relations_cli.query.parsing import Names, split
from relations_cli.query.query import Query
from relations_cli.query.resolved import dates_of
from relations_cli.query.select import Askable, store_of
from relations_cli.query.subjects import Subject, subjects, without_dates
from relations_cli.query.table import Table, column
from relations_cli.suggesting import Known, one_of, unknown

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store


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


CLAIMS = Table.of(
    column("date", "claim.date", "when it was said, EDTF; empty: not known"),
    column("by", "claim.by", "id of the actor who said it"),
    column("by_name", "by_name", "the actor, as people read it"),
    column("party", "party", "id of the party for which the actor speaks"),
    column("stance", "claim.stance", f"{', '.join(STANCES)}"),
    column("about", "subject.id", "id of the proposition, or of the event as titled"),
    column("text", "subject.text", "the proposition, or the event's title"),
    column("event", "event", "id of the event in which it was said"),
    column("note", "claim.note", "what was said, in a sentence"),
    column("quote", "claim.quote", "the words themselves, as the source has them"),
    column("figures", "claim.figures", "the numbers given with it", "objects"),
    column("source", "claim.source", "where it is published"),
    column("locator", "claim.locator", "where in the source: a page, a paragraph, a time"),
    column("now", "now", f"what became of it: the status today, or on the day of {parameter('as_of')}"),
    tsv="date by stance about event note now",
    csv="date by by_name party stance about text event note quote source locator now",
)


def claims(
    asked: Askable,
    query: Query,
    *,
    by: Names = (),
    stance: Names = (),
    notes: Iterable[Told] = (),
) -> Answer[ClaimRow]:
    """The claims on what the query's events bear on, in the order in which they were made, undated ones last.

    Filters by date are asked of the claims, statuses and ``about`` of what they are on, the others of the events.

    Args:
        asked: where to look.
        query: the filters.
        by: ids, names or aliases of actors, of whom one, or somebody who speaks for one, made the claim.
        stance: stances of which the claim takes one.
        notes: what the reader should be told besides.

    Raises:
        UsageError: an actor, a stance or a subject that does not exist.
    """
    store = store_of(asked)
    stances = frozenset(one_of("stance", name, STANCES) for name in split(stance, "stance"))
    names = split(by, "by")
    who = speakers(store, names) if names else None
    found, rows = claims_of(store, query, notes)
    kept = [
        row for row in rows if (not stances or row.claim.stance in stances) and (who is None or row.claim.by in who)
    ]
    return found.with_rows(CLAIMS, kept)


def claims_of(asked: Askable, query: Query, notes: Iterable[Told]) -> tuple[Answer[Subject], list[ClaimRow]]:
    """The subjects of a query and the claims on them that pass its filters by date, in the order of their making."""
    found = replace(subjects(asked, without_dates(query), notes), query=query)
    made = [_row(claim, subject, found.vocabulary) for subject in found for claim in subject.claims]
    rows = in_order(made, lambda row: row.claim.date)
    meets = date_test(dates_of(query))
    if meets is None:
        return found, rows
    dated = [row for row in rows if row.claim.date is not None]
    left_out = replace(found.left_out, undated=len(rows) - len(dated))
    passing = [row for row in dated if meets(parse_edtf(row.claim.date or ""))]
    return replace(found, left_out=left_out), passing


def _row(claim: Claim, subject: Subject, known: Vocabulary) -> ClaimRow:
    return ClaimRow(
        claim=claim,
        subject=subject,
        event=claim.event or (subject.id if subject.kind == "event" else None),
        by_name=actor_name(known.actors, claim.by),
        party=party(known.actors, claim.by),
    )


def speakers(store: "Store", names: Iterable[str]) -> frozenset[str]:
    """The ids of the actors of those ids, names or aliases, and of everyone who speaks for one of them.

    Raises:
        UsageError: there is no such actor, and there are events.
    """
    vocabulary = store.vocabulary
    known = actor_names(vocabulary)
    makers = [claim.by for event in store.named(store.ids()).values() for claim in event.claims]
    makers += [claim.by for proposition in vocabulary.propositions.values() for claim in proposition.claims]
    for maker in makers:
        known.setdefault(maker.casefold(), maker)
    for name in names:
        if name.casefold() not in known and len(store):
            things = {one: actor_name(vocabulary.actors, actor_id) for one, actor_id in known.items()}
            counts = Counter(actor_name(vocabulary.actors, maker) for maker in makers)
            there = Known(names=list(known), listing="`timeline actors`", things=things, counts=counts)
            raise unknown("by", name, there)
    return frozenset().union(*(family(vocabulary.actors, known.get(name.casefold(), name)) for name in names))
