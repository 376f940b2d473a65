"""Propositions and contested events: how far each has come, since when, who denies, and how it came there."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import Day, parse_edtf
from relations_cli.dates.days import day_number, day_text
from relations_cli.dates.order import in_order
from relations_cli.errors import Told
from relations_cli.model.facts import Claim, Event, Stance, Vocabulary
from relations_cli.model.status import (
    STATUSES,
    Standing,
    Status,
    claimed_on,
    event_standing,
    known_from,
    stances,
    standing,
)
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.query.resolved import Membership, Resolved
from relations_cli.query.select import Askable, answer_of
from relations_cli.query.subjects import Subject, subject_of_event, subject_of_proposition, subjects
from relations_cli.query.table import Table, column

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store


Step = Literal["asserted", "corroborated", "confirmed"]
"""What a first claim did for a subject."""


class Change(Struct, frozen=True, kw_only=True):
    """A day on which a status, or the circle of those who deny, changed."""

    day: Day | None
    """None: from the start, since its claims are undated."""
    status: Status
    denied_by: tuple[str, ...]
    claims: tuple[Claim, ...]
    """The claims of that day that changed it; none where the day alone did, as when a plan comes to pass."""


class Contested(Struct, frozen=True, kw_only=True):
    """A proposition, or an event as titled, that has claims."""

    subject: Subject
    since: Claim | None
    """The first claim that asserts it, or does more."""
    corroborated: Claim | None
    """The first claim with independent evidence."""
    admitted: Claim | None
    """The first that confirms it."""
    changes: tuple[Change, ...]
    """Every day on which its status, or the circle of those who deny, changed, up to the day of the question.

    The first is not earlier than anybody knew of it.
    """
    bearing: tuple[Event, ...] = ()
    """Of a proposition that is asked for by its id: the events that bear on it, in the order of the file."""

    @property
    def changed(self) -> Day | None:
        """The day of the last change."""
        return self.changes[-1].day if self.changes else None

    @property
    def steps(self) -> "list[tuple[Step, Claim]]":
        """The first claims that assert, corroborate and confirm it, in the order of time; undated ones first."""
        named: list[tuple[Step, Claim | None]] = [
            ("asserted", self.since), ("corroborated", self.corroborated), ("confirmed", self.admitted),
        ]  # fmt: skip
        made = [(step, claim) for step, claim in named if claim is not None]
        return sorted(made, key=lambda one: claimed_on(one[1], self.subject.event) or _BEFORE_ALL)

    @property
    def lag_corroborated(self) -> int | None:
        """Days from the first assertion to the first corroboration."""
        return _days_between(self.since, self.corroborated)

    @property
    def lag_admitted(self) -> int | None:
        """Days from the first assertion to the first admission."""
        return _days_between(self.since, self.admitted)


def _date_of(name: str) -> Callable[[Contested], str | None]:
    """A getter of the EDTF date of one of a row's claims."""

    def get(row: Contested) -> str | None:
        claim: Claim | None = getattr(row, name)
        return None if claim is None else claim.date

    return get


CONTESTED = Table.of(
    column("id", "subject.id", "id of the proposition, or of the event as titled"),
    column("kind", "subject.kind", "proposition or event"),
    column("status", "subject.standing.status", ", ".join(STATUSES)),
    column("since", _date_of("since"), "when it was first asserted, EDTF"),
    column("changed", lambda row: day_text(row.changed), "the day of the last change of status or of those who deny"),
    column("denied_by", "subject.standing.denied_by", "parties whose latest stance is a denial", "texts"),
    column("text", "subject.text", "the proposition, or the event's title"),
    column("corroborated", _date_of("corroborated"), "when somebody first had independent evidence, EDTF"),
    column("lag_corroborated", "lag_corroborated", "days from the first assertion to that", "number"),
    column("admitted", _date_of("admitted"), "when it was first confirmed, EDTF"),
    column("lag_admitted", "lag_admitted", "days from the first assertion to that", "number"),
    column("claims", "subject.claims", "who says what of it", "objects"),
    tsv="id status since changed denied_by text",
    csv="id kind status since changed denied_by text corroborated lag_corroborated admitted lag_admitted",
)


def _history(subject: Subject, known: Vocabulary, today: Day) -> tuple[Change, ...]:
    event = subject.event
    days: set[Day | None] = {claimed_on(claim, event) for claim in subject.claims}
    if event is not None:
        begins = parse_edtf(event.date).first_day if event.date is not None else None
        known_on = known_from(event)
        heard = None if known_on is None else min([known_on, *filter(None, days)])
        if begins is not None and heard is not None and begins < heard:
            begins = None  # before anybody knew of it, it had no status
        days |= {known_on, begins} - {None}
    changes: list[Change] = []
    before: dict[str, Stance] = {}
    for day in sorted(days, key=lambda day: (day is not None, day or ())):
        if day is not None and day > today:
            break
        taken = stances(subject.claims, known.actors, day or _BEFORE_ALL, event)
        reached = _standing(subject, known, day)
        last = changes[-1] if changes else None
        if last is None or (last.status, set(last.denied_by)) != (reached.status, set(reached.denied_by)):
            claims = tuple(claim for who, (claim, _) in taken.items() if before.get(who) != claim.stance)
            changes.append(Change(day=day, status=reached.status, denied_by=reached.denied_by, claims=claims))
        before = {who: claim.stance for who, (claim, _) in taken.items()}
    return tuple(changes)


_BEFORE_ALL: Day = (-(10**12), 1, 1)
"""A day on which only what was always known counts."""


def _standing(subject: Subject, known: Vocabulary, day: Day | None) -> Standing:
    day = day or _BEFORE_ALL
    if subject.event is None:
        return standing(subject.claims, known.actors, day)
    return event_standing(subject.event, known.actors, day)


def contested(asked: Askable, query: Query, *, notes: Iterable[Told] = ()) -> Answer[Contested]:
    """The propositions and events with claims that the query has to do with, the most recently changed first."""
    found = subjects(asked, query, notes)
    rows = [contested_row(subject, found.vocabulary, query) for subject in found]
    # The latest change first; of one day, propositions before events, as they stand in the file.
    rows.sort(key=lambda row: row.changed or _BEFORE_ALL, reverse=True)
    return found.with_rows(CONTESTED, rows)


def propositions(asked: Askable, query: Query, ids: Iterable[str]) -> Answer[Contested]:
    """The propositions of the ids, in their order, as they stand on the day of the question."""
    answer = answer_of(asked, query, ())
    known = answer.vocabulary
    rows = [
        replace(
            contested_row(subject_of_proposition(known, name, query), known, query),
            bearing=_bearing(answer.store, query, name),
        )
        for name in ids
        if name in known.propositions
    ]
    return answer.with_rows(CONTESTED, rows)


def _bearing(known: "Store", query: Query, proposition: str) -> tuple[Event, ...]:
    member = Membership("propositions", frozenset((proposition,)))
    found = known.events(Resolved(day=query.day, as_of=query.as_of, members=(member,)))
    return tuple(hit.event for hit in found.hits)


def histories(answer: Answer[Hit]) -> dict[str, tuple[Contested, ...]]:
    """Event id: the event as titled, then each proposition on which it bears, with their histories."""
    known, query = answer.vocabulary, answer.query
    return {
        hit.event.id: (
            contested_row(subject_of_event(known, hit.event, query), known, query),
            *(
                contested_row(subject_of_proposition(known, state.id, query), known, query)
                for state in hit.propositions
            ),
        )
        for hit in answer
    }


def contested_row(subject: Subject, known: Vocabulary, query: Query) -> Contested:
    """The subject with its first assertion, corroboration, admission and last change, up to the day of the question."""
    has_times = any("T" in (claim.date or "") for claim in subject.claims)
    by_time = in_order(subject.claims, lambda claim: claim.date, without_first=True) if has_times else subject.claims
    made = [claim for claim in by_time if (day := claimed_on(claim, subject.event)) is None or day <= query.day]
    made.sort(key=lambda claim: claimed_on(claim, subject.event) or _BEFORE_ALL)

    def first(*stances: str) -> Claim | None:
        return next((claim for claim in made if claim.stance in stances), None)

    return Contested(
        subject=subject,
        since=first("asserts", "corroborates", "confirms"),
        corroborated=first("corroborates"),
        admitted=first("confirms"),
        changes=_history(subject, known, query.day),
    )


def _days_between(first: Claim | None, second: Claim | None) -> int | None:
    """Days between the last days on which the claims can have been made; None where one of them is undated."""
    days = [claimed_on(claim) for claim in (first, second) if claim is not None]
    made = [day_number(day) for day in days if day is not None]
    return made[1] - made[0] if len(made) == 2 else None  # noqa: PLR2004 -- the two claims
