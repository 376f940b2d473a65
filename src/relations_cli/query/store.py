"""What a question is asked of: a vocabulary and events, in memory or in an engine that filters and counts by itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

from msgspec import Struct

from relations_cli.dates import Day, FuzzyDate, parse_edtf
from relations_cli.model.facts import Chronology, Event, Vocabulary
from relations_cli.model.status import as_of
from relations_cli.query.filters import date_tests, event_tests, names_in
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.moment import Moment
from relations_cli.query.resolved import Named, Resolved

if TYPE_CHECKING:  # only counting needs it
    from relations_cli.query.facets import By

StoreOrder = Literal["file", "date", "date reversed"]
"""Of date: by first day, last day and place in the file, undated events last in either direction."""


class Found(Struct, frozen=True, kw_only=True):
    """The events that pass."""

    hits: Sequence[Hit]
    """In the order asked for, at most as many as asked for."""
    undated: int
    """How many events without a date only the filters by date leave out, whatever their status."""
    passing: int
    """How many pass, before any limit."""


class Counts(Struct, frozen=True, kw_only=True):
    """How many of the events that pass have each value of a facet."""

    values: Mapping[str, int]
    without: int
    """How many have none."""
    passing: int
    """How many pass."""
    undated: int
    """How many events without a date only the filters by date leave out."""


class Sizes(Struct, frozen=True, kw_only=True):
    """How much there is."""

    events: int
    claims: int
    sources: int
    related: int
    """References to related events."""


class Store(Protocol):
    """A chronology that can be asked, whole or as known on a day."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What it says of itself, and the names that it declares."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """What its file keeps besides."""

    def __len__(self) -> int:
        """How many events there are in all."""

    def known_on(self, day: Day | None) -> "Store":
        """The same as it could be known at the end of the day; None: nothing is hidden."""

    def sizes(self, ids: Sequence[str] | None = None) -> Sizes:
        """How much there is in all; of those events and of the propositions on which they bear, where ids are given."""

    def used(self, field: Named) -> Iterable[str]:
        """The names that its events have in a field."""

    def ids(self) -> Iterable[str]:
        """The ids of its events, in the order of the file."""

    def named(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """Those of the events that it has, by id."""

    def events(
        self,
        asked: Resolved,
        *,
        fields: Sequence[str] | None = None,
        order: StoreOrder = "file",
        limit: int | None = None,
    ) -> Found:
        """The events that pass every filter but the words of a search, which ``query.search`` ranks.

        Args:
            asked: the filters.
            fields: which fields of an event are needed; None: all. What is not needed may be left empty.
            order: of the events.
            limit: how many at most.
        """

    def count(self, asked: Resolved, by: "By | None", *, spread: bool = False) -> Counts:
        """How many events pass, words of a search aside, and how many of them have each value of a facet.

        Args:
            asked: the filters.
            by: the facet; None: no more than how many pass.
            spread: count an event in each year or month that it touches, not in the first alone.
        """


class Memory:
    """A chronology in memory."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology

    @property
    def vocabulary(self) -> Vocabulary:
        """What the chronology says of itself, and the names that it declares."""
        return self.chronology

    @property
    def extra(self) -> Mapping[str, Any]:
        """What its file keeps besides."""
        return self.chronology.extra

    def __len__(self) -> int:
        """How many events there are in all."""
        return len(self.chronology.events)

    def known_on(self, day: Day | None) -> "Memory":
        """The same as it could be known at the end of the day."""
        return self if day is None else Memory(as_of(self.chronology, day))

    def sizes(self, ids: Sequence[str] | None = None) -> Sizes:
        """How much there is, in all or of some events."""
        events: Sequence[Event] = self.chronology.events
        propositions = self.chronology.propositions
        if ids is not None:
            events = tuple(self.named(ids).values())
            borne = {name for event in events for name in event.propositions}
            propositions = {name: one for name, one in propositions.items() if name in borne}
        return Sizes(
            events=len(events),
            claims=sum(len(event.claims) for event in events) + sum(len(one.claims) for one in propositions.values()),
            sources=sum(len(event.sources) for event in events),
            related=sum(len(event.related) for event in events),
        )

    def used(self, field: Named) -> Iterable[str]:
        """The names that its events have in a field."""
        return {name for event in self.chronology.events for name in names_in[field](event)}

    def ids(self) -> Iterator[str]:
        """The ids of its events, in the order of the file."""
        return (event.id for event in self.chronology.events)

    def named(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """Those of the events that it has, by id, in the order of the ids."""
        return {name: self._by_id[name] for name in ids if name in self._by_id}

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.chronology.events}

    def events(
        self,
        asked: Resolved,
        *,
        fields: Sequence[str] | None = None,  # noqa: ARG002 -- all of them are there
        order: StoreOrder = "file",
        limit: int | None = None,
    ) -> Found:
        """The events that pass every filter but the words of a search."""
        moment = Moment(self.chronology, asked.day)
        tests, of_dates = event_tests(asked), date_tests(asked.dates)
        hits: list[Hit] = []
        undated = 0
        for event in self.chronology.events:
            if not all(test(event) for test in tests):
                continue
            date = dated(event, asked.as_of)
            hit = Hit(event=event, date=date, moment=moment)
            if of_dates and not hit.is_dated:
                undated += 1
            elif (date is None or all(test(date) for test in of_dates)) and has_status(hit, asked):
                hits.append(hit)
        passing = len(hits)
        if order != "file":
            hits = in_order(hits, reverse=order == "date reversed")
        return Found(hits=hits[:limit], undated=undated, passing=passing)

    def count(self, asked: Resolved, by: "By | None", *, spread: bool = False) -> Counts:
        """How many events pass, and how many of them have each value of a facet."""
        found = self.events(asked)
        return counted(found.hits, found.undated, asked, by, spread=spread)


def counted(hits: Sequence[Hit], undated: int, asked: Resolved, by: "By | None", *, spread: bool = False) -> Counts:
    """How many hits there are, and how many of them have each value of a facet."""
    from relations_cli.query.facets import values_of  # only counting needs it

    values: Counter[str] = Counter()
    without = 0
    for hit in hits if by is not None else ():
        of_hit = values_of(hit, by, asked, spread=spread) if by else ()
        without += not of_hit
        values.update(of_hit)
    return Counts(values=values, without=without, passing=len(hits), undated=undated)


def has_status(hit: Hit, asked: Resolved) -> bool:
    """Whether the event, or a proposition on which it bears, has one of the statuses."""
    wanted = asked.statuses
    return not wanted or hit.status in wanted or any(state.status in wanted for state in hit.propositions)


def dated(event: Event, known: Day | None) -> FuzzyDate | None:
    """When it happened, as known at the end of the day (None: today's word); None: undated."""
    if event.date is None:
        return None
    date = parse_edtf(event.date)
    return date if known is None else date.as_of(known)
