"""What claims are about: propositions and events as titled, those that a query's events have to do with."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.errors import Told
from relations_cli.model.facts import Claim, Event, Vocabulary
from relations_cli.model.status import Standing, event_standing, standing
from relations_cli.query.answer import Answer
from relations_cli.query.lookup import subject_id
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, select, store_of
from relations_cli.query.table import Table

SUBJECTS = Table({}, (), ())
"""Subjects are an answer on the way to another: they have no fields of their own."""

SubjectKind = Literal["proposition", "event"]


class Subject(Struct, frozen=True, kw_only=True):
    """A proposition, or an event as titled, with the claims on it."""

    kind: SubjectKind
    id: str
    text: str
    """The proposition's sentence, or the event's title."""
    claims: tuple[Claim, ...]
    event: Event | None
    """The event; None for a proposition."""
    standing: Standing
    """On the day of the question."""


def subjects(asked: Askable, query: Query, notes: Iterable[Told] = ()) -> Answer[Subject]:
    """The propositions on which an event that passes the query's filters bears, and the events that pass, with claims.

    Propositions come first, each in the order of the file; neither limit nor reverse cuts or turns them. A query
    without any filter has to do with every proposition. Statuses, and what is named by ``about``, are asked of the
    subject itself.

    Raises:
        UsageError: a name outside the vocabulary; a subject that does not exist.
    """
    store = store_of(asked)
    over = frozenset(subject_id(store, name) for name in query.about)
    of_events = replace(query, statuses=(), about=(), order="date", sort=None)
    unfiltered = replace(of_events, limit=None, reverse=False) == Query(today=query.today, as_of=query.as_of)
    answer = select(store, of_events, notes, whole=True)
    known = answer.vocabulary
    named = {name for hit in answer for name in hit.event.propositions}
    found = [
        subject_of_proposition(known, name, query)
        for name in known.propositions
        if (unfiltered or name in named) and known.propositions[name].claims
    ]
    found += [subject_of_event(known, hit.event, query) for hit in answer if hit.event.claims]
    kept = tuple(
        subject
        for subject in found
        if (not over or subject.id in over) and (not query.statuses or subject.standing.status in query.statuses)
    )
    return replace(answer, query=query, table=SUBJECTS, rows=kept)  # type: ignore[arg-type]


def subject_of_proposition(known: Vocabulary, name: str, query: Query) -> Subject:
    """The proposition of that id, on the day of the question."""
    proposition = known.propositions[name]
    reached = standing(proposition.claims, known.actors, query.day)
    return Subject(
        kind="proposition", id=name, text=proposition.text, claims=proposition.claims, event=None, standing=reached
    )


def subject_of_event(known: Vocabulary, event: Event, query: Query) -> Subject:
    """The event as titled, on the day of the question."""
    reached = event_standing(event, known.actors, query.day)
    return Subject(kind="event", id=event.id, text=event.title, claims=event.claims, event=event, standing=reached)


def without_dates(query: Query) -> Query:
    """The query without its filters by date, for rows that have dates of their own."""
    return replace(query, window=None, on=None, years=(), anniversaries=(), starts=False)
