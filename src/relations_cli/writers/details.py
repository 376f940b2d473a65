"""Everything about an event, or a proposition, in words, as sections of a report: no markup yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from relations_cli.dates.order import in_time
from relations_cli.model.facts import Actor, Claim, Event, Source
from relations_cli.model.grounds import grounds
from relations_cli.model.status import known_dates
from relations_cli.model.wording import (
    claim_text,
    date_words,
    days_text,
    known_words,
    names_text,
    quote_text,
    standing_text,
)
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.reports import Numbers, machine_date, paragraphs


class Line(Struct, frozen=True, kw_only=True):
    """A line of a list."""

    text: str
    label: str = ""
    """When, in words; empty: a line without one."""
    machine: str = ""
    """The same for a time element; empty where there is none."""
    sources: tuple[int, ...] = ()
    """Their numbers."""
    where: str = ""
    """Where in the source."""
    within: "tuple[Line, ...]" = ()


class Section(Struct, frozen=True, kw_only=True):
    """All of one event or proposition."""

    title: str
    machine: str = ""
    facts: tuple[tuple[str, str], ...]
    """Names with values; of the first, the date, ``machine`` is the time element's value."""
    summary: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    """Headings with their lines."""


def sections(answer: Answer[Any], how: How, numbers: Numbers) -> Iterator[Section]:
    """A section a row: of events, or of propositions with their histories."""
    if not answer.table.whole:
        for row in answer:
            yield _of_proposition(row, answer, numbers)
        return
    names = dict.fromkeys(name for hit in answer for name in hit.event.related)
    events = answer.store.named(names)
    for hit in answer:
        yield _of_event(hit, answer, events, how.histories.get(hit.event.id, ()), numbers)


def _of_event(
    hit: Hit, answer: Answer[Hit], events: Mapping[str, Event], histories: Sequence[Any], numbers: Numbers
) -> Section:
    event, actors = hit.event, answer.vocabulary.actors
    date = "undated" if hit.date is None else hit.date.in_words(weekday=True)
    of_urls = {source.url: numbers.of((source,))[0] for source in event.sources if source.url}
    sources = tuple(numbers.of(event.sources))
    holds = grounds(hit.status, event.claims, actors, answer.query.day, event)
    facts = {
        "Date": date,
        "Status": standing_text(hit.status, hit.denied_by, actors, holds),
        "Known": date_words(event.known) if event.known else "",
        "Type": event.type or "",
        "Actors": names_text(event.actors, actors),
        "Tags": ", ".join(event.tags),
        "Places": ", ".join(event.places),
        "Landmark": "yes" if event.landmark else "",
        "Note": event.note or "",
        "Id": event.id,
    }
    parts = {
        "History": tuple(_history(row, actors) for row in histories),
        "Claims": tuple(_claims(event.claims, actors, of_urls)),
        "Bears on": tuple(_propositions(hit, answer, of_urls)),
        "Related": tuple(_events(event.related, events)),
    }
    return Section(
        title=event.title,
        machine=machine_date(hit.date.text if hit.date is not None else None),
        facts=tuple((name, value) for name, value in facts.items() if value),
        summary=paragraphs(event.summary),
        sources=sources,
        parts=tuple((name, lines) for name, lines in parts.items() if lines),
    )


def _of_proposition(row: Any, answer: Answer[Any], numbers: Numbers) -> Section:  # noqa: ANN401 -- a row of query.contested
    subject, actors = row.subject, answer.vocabulary.actors
    status, denied_by = subject.standing.status, subject.standing.denied_by
    holds = grounds(status, subject.claims, actors, answer.query.day, subject.event)
    lags = {"corroborated": row.lag_corroborated, "confirmed": row.lag_admitted}
    names = {"asserted": "Asserted", "corroborated": "Corroborated", "confirmed": "Admitted"}
    steps = [
        (
            names[step],
            f"{date_words(claim.date)} by {names_text([claim.by], actors)}"
            + (f", {days_text(lag)} after the first assertion" if (lag := lags.get(step)) else ""),
        )
        for step, claim in row.steps
    ]
    of_urls = {claim.source: numbers.of((Source(url=claim.source),))[0] for claim in subject.claims if claim.source}
    parts = {
        "History": tuple(_changes(row, actors)),
        "Claims": tuple(_claims(subject.claims, actors, of_urls)),
        "Events that bear on it": tuple(_event(event) for event in row.bearing),
    }
    return Section(
        title=subject.text,
        facts=(("Status", standing_text(status, denied_by, actors, holds)), *steps, ("Id", subject.id)),
        parts=tuple((name, lines) for name, lines in parts.items() if lines),
    )


def _history(row: Any, actors: Mapping[str, Actor]) -> Line:  # noqa: ANN401 -- as above
    what = "This event" if row.subject.event else row.subject.text
    return Line(text=f"{what} ({row.subject.id})", within=tuple(_changes(row, actors)))


def _changes(row: Any, actors: Mapping[str, Actor]) -> Iterator[Line]:  # noqa: ANN401 -- as above
    """A line a day on which the status, or the circle of those who deny, changed."""
    known = known_dates(row.subject.event) if row.subject.event else ()
    for change in row.changes:
        because = "; ".join(claim_text(claim, actors) for claim in change.claims)
        yield Line(
            label=known_words(change.day, [claim.date for claim in change.claims] or known),
            text=standing_text(change.status, change.denied_by, actors) + (f" — {because}" if because else ""),
        )


def _claims(claims: Iterable[Claim], actors: Mapping[str, Actor], numbers: Mapping[str, int]) -> Iterator[Line]:
    """Claims in the order in which they were made, undated ones first, with the numbers of their sources."""
    for claim in sorted(claims, key=lambda claim: in_time(claim.date, without_first=True)):
        number = numbers.get(claim.source or "")
        yield Line(
            label=date_words(claim.date),
            machine=machine_date(claim.date),
            text=claim_text(claim, actors) + quote_text(claim),
            sources=() if number is None else (number,),
            where=claim.locator or "",
        )


def _propositions(hit: Hit, answer: Answer[Hit], numbers: Mapping[str, int]) -> Iterator[Line]:
    actors = answer.vocabulary.actors
    for state in hit.propositions:
        holds = grounds(state.status, state.claims, actors, answer.query.day)
        reached = standing_text(state.status, state.denied_by, actors, holds)
        within = tuple(_claims(state.claims, actors, numbers))
        yield Line(text=f"{state.text} ({state.id}; {reached})", within=within)


def _events(names: Iterable[str], events: Mapping[str, Event]) -> Iterator[Line]:
    def date_of(name: str) -> str | None:
        return events[name].date if name in events else None

    for name in sorted(names, key=lambda name: in_time(date_of(name))):
        yield _event(events[name]) if name in events else Line(text=name)


def _event(event: Event) -> Line:
    return Line(label=date_words(event.date), machine=machine_date(event.date), text=f"{event.title} ({event.id})")
