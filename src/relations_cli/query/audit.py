"""What an editor should do next: about sources, denials never answered, plans whose time has passed, silences."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.dates.days import day_number
from relations_cli.dates.order import in_time
from relations_cli.errors import Remark, Told, parameter
from relations_cli.limits import PAIRS, Budget
from relations_cli.model.facts import Claim, Event
from relations_cli.model.status import STATUSES
from relations_cli.model.vocabulary import party
from relations_cli.query.answer import Answer
from relations_cli.query.heat import COLD, heats_of
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.pairing import WordIndex, same_words
from relations_cli.query.parsing import Names
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, select
from relations_cli.query.sourcing import (
    Sources,
    aggregated,
    insecure,
    languages_of,
    one_publisher,
    one_source,
    unarchived,
    untold,
)
from relations_cli.query.table import Table, column

Check = Literal[
    "unanswered",
    "one-source",
    "one-publisher",
    "undated-claim",
    "unsourced-claim",
    "past-plan",
    "silence",
    "twice",
    "language",
    "aggregator",
    "http",
    "unarchived",
]
CHECKS: tuple[Check, ...] = get_args(Check)
"""The worst first."""

_CONTESTED = STATUSES[1:-1]


class Task(Struct, frozen=True, kw_only=True):
    """Something to look at."""

    check: Check
    id: str
    """Id of the event or proposition."""
    date: str | None
    """EDTF date of the event."""
    text: str
    """What there is to look at."""
    title: str
    """The event's title, or the proposition's sentence."""
    by: str | None = None
    """Id of the actor with whom the text begins."""
    days: int = 0
    """How long a silence is, or how long ago the last day of a plan."""
    other: str | None = None
    """Id of a second event that it is about."""
    other_title: str | None = None


TASKS = Table.of(
    column("check", "check", "which check found it"),
    column("id", "id", "id of the event or proposition"),
    column("date", "date", "EDTF date of the event"),
    column("text", "text", "what there is to look at"),
    column("other", "other", "id of a second event that it is about"),
    tsv="check id text",
    csv="check id date text other",
)


def audit(
    asked: Askable,
    query: Query,
    *,
    silence: int = 365,
    archive: bool = False,
    languages: Names = (),
    notes: Iterable[Told] = (),
) -> Answer[Task]:
    """What there is to look at in the events that pass, check by check, the worst first.

    Of a check the longest silence comes first, and the plan whose day passed longest ago; else what is most contested:
    what is disputed, then denied, alleged, corroborated, confirmed; of these what most parties deny, what has most
    claims; of an event also what it bears on. What is alike stands in the order of time.

    Args:
        asked: where to look.
        query: which events.
        silence: how many days without an entry are one.
        archive: name every source without an archived address, rather than count them.
        languages: name every event without a source in each of these.
        notes: what the reader should be told besides.

    Raises:
        UsageError: a language that is no language tag, or a filter whose value does not exist.
    """
    wanted = languages_of(languages)
    answer = select(asked, query, notes, whole=True)
    events = [hit for hit in in_order(answer) if hit.is_dated] + [hit for hit in answer if not hit.is_dated]
    tasks = [*_of_sources("one-source", events, one_source), *_of_sources("one-publisher", events, one_publisher)]
    tasks += [task for check in (_incomplete_claims, _past_plan) for hit in events for task in check(hit)]
    tasks += [*_unanswered(answer), *_silences(events, silence)]
    pairs = Budget(PAIRS)
    tasks += _told_twice(events, pairs)
    tasks += _of_sources("language", events, untold(wanted))
    tasks += [*_of_sources("aggregator", events, aggregated), *_of_sources("http", events, insecure)]
    bare = _of_sources("unarchived", events, unarchived)
    tasks += bare if archive else []
    heats = heats_of(answer)
    tasks.sort(key=lambda task: (CHECKS.index(task.check), -task.days, *(-n for n in heats.get(task.id, COLD))))
    rest = [] if archive or not bare else [_unarchived_remark(len({task.text for task in bare}))]
    if pairs.left < 0:
        rest.append(_pairs_remark())
    return answer.with_rows(TASKS, tasks, rest)


def _unarchived_remark(many: int) -> Remark:
    them, have = ("it", "source has") if many == 1 else ("them", "sources have")
    return Remark(f"audit: {many:,} {have} no archived address: {parameter('archive')} names {them}")


def _pairs_remark() -> Remark:
    hint = f"ask for fewer events, with {parameter('since')} and {parameter('until')}"
    return Remark(f"audit: of the events of one day no more than {PAIRS:,} pairs are compared: {hint}")


def _of_sources(check: Check, events: Iterable[Hit], find: Callable[[Sources], Iterator[str]]) -> list[Task]:
    """What a check finds in the sources of each event."""
    return [_task(check, hit.event, text) for hit in events for text in find(hit.event.sources)]


def _task(check: Check, event: Event, text: str, other: Event | None = None, days: int = 0) -> Task:
    second = {} if other is None else {"other": other.id, "other_title": other.title}
    return Task(check=check, id=event.id, date=event.date, text=text, title=event.title, days=days, **second)


def _incomplete_claims(hit: Hit) -> Iterator[Task]:
    event = hit.event
    yield from _incomplete(event.claims, event.id, event.title, event.date)


def _incomplete(claims: Iterable[Claim], subject: str, title: str, date: str | None = None) -> Iterator[Task]:
    """Claims on an event or a proposition of which it is not said when they were made, or where that is published."""
    for claim in claims:
        asks: list[tuple[Check, str]] = []
        if claim.date is None:
            asks.append(("undated-claim", "since when?"))
        if claim.source is None:
            asks.append(("unsourced-claim", "where is that published?"))
        for check, what in asks:
            text = f"{claim.by} {claim.stance}: {what}"
            yield Task(check=check, id=subject, date=date, text=text, title=title, by=claim.by)


def _past_plan(hit: Hit) -> Iterator[Task]:
    event, date = hit.event, hit.date
    if date is None or date.last_day is None or event.known is None:
        return
    known, day = parse_edtf(event.known).last_day, hit.day
    later = [source for source in event.sources if source.date and _ends_after(source.date, date)]
    if known is not None and known < (date.first_day or known) and date.last_day < day and not later:
        text = "announced, its day has passed, and no source is of that day or later"
        yield _task("past-plan", event, text, days=day_number(day) - day_number(date.last_day))


def _ends_after(source: str, date: FuzzyDate) -> bool:
    published = parse_edtf(source).last_day
    return published is not None and date.first_day is not None and published >= date.first_day


def _unanswered(answer: Answer[Hit]) -> Iterator[Task]:
    """Propositions on which a party's denial is the last word: nobody has come back to it since."""
    known = answer.vocabulary
    states = {state.id: state for hit in answer for state in hit.propositions}
    for state in states.values():
        yield from _incomplete(state.claims, state.id, state.text)
        last = max(state.claims, key=lambda claim: in_time(claim.date, without_first=True), default=None)
        # Of one day, a party's denial is the first of its words: then it is none of those who deny.
        denies = last is not None and last.stance == "denies" and party(known.actors, last.by) in state.denied_by
        if last is not None and denies and state.status in _CONTESTED:
            text = f"{last.by} denies, {last.date}: no answer since"
            yield Task(check="unanswered", id=state.id, date=None, text=text, title=state.text, by=last.by)


def _silences(events: list[Hit], days: int) -> Iterator[Task]:
    """Times without an entry, each at the event after which it falls."""
    latest: tuple[int, Event] | None = None
    for hit in events:
        first = hit.date.first_day if hit.date is not None else None
        last = hit.date.last_day if hit.date is not None else None
        if first is None or last is None:
            continue
        if latest is not None and (gap := day_number(first) - latest[0]) > days:
            yield _task("silence", latest[1], f"then {gap} days without an entry", hit.event, gap)
        if latest is None or day_number(last) > latest[0]:
            latest = day_number(last), hit.event


def _told_twice(events: list[Hit], pairs: Budget) -> Iterator[Task]:
    """Events of one day that share actors and most of their words; they are never merged by themselves.

    Ends where no pairs are left.
    """
    by_day: dict[str, list[Event]] = {}
    for hit in events:
        if hit.event.date is not None:
            by_day.setdefault(hit.event.date, []).append(hit.event)
    for together in by_day.values():
        index = WordIndex(event.title for event in together)
        for place, one in enumerate(together):
            for other in (together[at] for at in sorted(index.like(one.title)) if at > place):
                if not pairs.take():
                    return
                if _alike(one, other):
                    yield _task("twice", one, f"the same event as {other.id}?", other)


def _alike(one: Event, other: Event) -> bool:
    share_actors = not one.actors or not other.actors or bool(set(one.actors) & set(other.actors))
    return share_actors and same_words(one.title, other.title)
