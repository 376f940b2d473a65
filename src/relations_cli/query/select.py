"""Which events answer a query, in which order."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.model.facts import Chronology, Event, Proposition
from relations_cli.model.status import Status, as_of
from relations_cli.query.answer import Answer, Hit, LeftOut, in_order
from relations_cli.query.fields import EVENTS, SEARCHED
from relations_cli.query.filters import filters_of
from relations_cli.query.moment import Moment
from relations_cli.query.query import Query

Test = Callable[[Event], bool]


def select(chronology: Chronology, query: Query, notes: Iterable[str] = (), *, whole: bool = False) -> Answer[Hit]:
    """The events that pass every filter of the query, ordered, then limited.

    The order is (lower, upper, place in the file), undated events last, also in reverse; or the rank of a search.

    Args:
        chronology: the events.
        query: which of them, in which order.
        notes: what the reader should be told besides.
        whole: neither limit nor reverse, which the query then asks of rows made of these events.

    Raises:
        UsageError: a tag, type or actor outside the vocabulary that the chronology declares.
    """
    known = chronology if query.as_of is None else as_of(chronology, query.as_of)
    said = list(notes)
    hits, undated = _passing(chronology, known, query, said)
    if query.text is not None:
        hits = _found(hits, chronology, query.text)
    if query.statuses:
        hits = [hit for hit in hits if _has_status(hit, query.statuses)]
    ordered = in_order(hits) if whole else _ordered(hits, query)
    shown = ordered if whole or query.limit is None else ordered[: query.limit]
    if query.text is not None and not hits:
        said += _why_no_hit(chronology, query.text)
    return Answer(
        chronology=known,
        query=query,
        table=EVENTS if query.text is None else SEARCHED,
        rows=tuple(shown),
        searched=len(chronology.events),
        left_out=replace(_later(chronology, known), undated=undated, limit=len(ordered) - len(shown)),
        notes=tuple(said),
    )


def _passing(chronology: Chronology, known: Chronology, query: Query, said: list[str]) -> tuple[list[Hit], int]:
    """The events that pass the filters on tags, actors, dates and the like, and how many undated a date filter cost."""
    moment = Moment(known, query.day)
    tests = filters_of(chronology, query, said)
    dates = _date_tests(query)
    hits, undated = [], 0
    for event in known.events:
        if not all(test(event) for test in tests):
            continue
        date = date_of(event, query)
        if date is None or date.undated:
            if dates:
                undated += 1
                continue
        elif not all(test(date) for test in dates):
            continue
        hits.append(Hit(event, date, moment))
    return hits, undated


def answer_of(chronology: Chronology, query: Query, ids: Iterable[str], notes: Iterable[str] = ()) -> Answer[Hit]:
    """The events of the ids, in their order, as they stand on the day of the question; later-known ones are not there.

    What is left out is counted for these events alone.
    """
    wanted = list(dict.fromkeys(ids))
    whole = {event.id: event for event in chronology.events if event.id in set(wanted)}
    known = chronology if query.as_of is None else as_of(chronology, query.as_of)
    there = {event.id: event for event in known.events if event.id in whole}
    before, after = (
        replace(side, events=tuple(events[name] for name in wanted if name in there), propositions=_borne(side, events))
        for side, events in ((chronology, whole), (known, there))
    )
    moment = Moment(known, query.day)
    return Answer(
        chronology=known,
        query=query,
        table=EVENTS,
        rows=tuple(Hit(there[name], date_of(there[name], query), moment) for name in wanted if name in there),
        searched=len(chronology.events),
        left_out=replace(_later(before, after), later=len(whole) - len(there)),
        notes=tuple(notes),
    )


def _borne(chronology: Chronology, events: Mapping[str, Event]) -> dict[str, Proposition]:
    """The propositions on which the events bear."""
    named = {name for event in events.values() for name in event.propositions}
    return {name: proposition for name, proposition in chronology.propositions.items() if name in named}


def _later(whole: Chronology, known: Chronology) -> LeftOut:
    """What of a chronology is not there as known on a day; nothing where the two are one."""
    if whole is known:
        return LeftOut()
    (events, claims, sources, related), known_sizes = _sizes(whole), _sizes(known)
    return LeftOut(
        later=events - known_sizes[0],
        later_claims=claims - known_sizes[1],
        later_sources=sources - known_sizes[2],
        later_related=related - known_sizes[3],
    )


def _sizes(chronology: Chronology) -> tuple[int, int, int, int]:
    """How many events, claims, sources and references to related events there are."""
    own = sum(len(event.claims) for event in chronology.events)
    return (
        len(chronology.events),
        own + sum(len(proposition.claims) for proposition in chronology.propositions.values()),
        sum(len(event.sources) for event in chronology.events),
        sum(len(event.related) for event in chronology.events),
    )


def everyone(known: Chronology, query: Query) -> list[Hit]:
    """Every event of a chronology as known on the day of the question, in the order of the file."""
    moment = Moment(known, query.day)
    return [Hit(event, date_of(event, query), moment) for event in known.events]


def date_of(event: Event, query: Query) -> FuzzyDate | None:
    """When it happened, as known on the day of the question; None: undated."""
    if event.date is None:
        return None
    date = parse_edtf(event.date)
    return date if query.as_of is None else date.as_of(query.as_of)


def _found(hits: list[Hit], chronology: Chronology, text: str) -> list[Hit]:
    """The hits that have the words, with marks and their rank over the whole chronology, whatever the filters."""
    from relations_cli.query.search import ranked  # sqlite3: 5 ms

    matches = ranked(chronology, text)
    for hit in hits:
        if hit.event.id in matches:
            hit.rank, hit.title, hit.snippet = matches[hit.event.id]
    return [hit for hit in hits if hit.rank is not None]


def _has_status(hit: Hit, statuses: tuple[Status, ...]) -> bool:
    return hit.status in statuses or any(state.status in statuses for state in hit.propositions)


def _why_no_hit(chronology: Chronology, text: str) -> tuple[str, ...]:
    from relations_cli.query.search import hints, ranked

    found = len(ranked(chronology, text))
    if found:
        return (f"search: none of the {found} events that have these words passes the filters",)
    return hints(chronology, text)


def _ordered(hits: list[Hit], query: Query) -> list[Hit]:
    if query.order == "rank":
        return sorted(hits, key=lambda hit: hit.rank or 0)
    return in_order(hits, reverse=query.reverse)


def asks_for_dates(query: Query) -> bool:
    """Whether the query has a filter by date, which something undated cannot pass."""
    return bool(_date_tests(query))


def passes_dates(date: FuzzyDate, query: Query) -> bool:
    """Whether a date passes the query's filters by date."""
    return all(test(date) for test in _date_tests(query))


def _date_tests(query: Query) -> list[Callable[[FuzzyDate], bool]]:
    """The filters that need a date; with ``starts`` an event has to begin inside, else to overlap."""

    def meets(date: FuzzyDate, asked: FuzzyDate) -> bool:
        return date.starts_in(asked) if query.starts else date.overlaps(asked)

    tests: list[Callable[[FuzzyDate], bool]] = []
    if (window := query.window) is not None:
        tests.append(lambda date: meets(date, window))
    if (on := query.on) is not None:
        tests.append(lambda date: meets(date, on))
    if query.years:
        tests.append(lambda date: any(meets(date, year) for year in query.years))
    if query.anniversaries:
        tests.append(lambda date: any(date.begins_on(month, day) for month, day in query.anniversaries))
    return tests
