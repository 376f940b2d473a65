"""What was typed, resolved: names as the chronology spells them, actors with those who speak for them, dates in groups.

``filters`` makes predicates of it, an engine a query of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from relations_cli.dates import Day, FuzzyDate
from relations_cli.errors import Told, UsageError, parameter
from relations_cli.model.facts import Vocabulary
from relations_cli.model.status import Status
from relations_cli.model.vocabulary import actor_names, family
from relations_cli.query.parsing import Anniversary
from relations_cli.query.query import AnyOf, Query
from relations_cli.suggesting import Known, unknown

Named = Literal["types", "tags", "actors", "places", "propositions", "languages", "publishers", "kinds", "origins"]
"""Fields of an event that hold names: ``languages``, ``publishers`` and ``kinds`` those of its sources."""
Used = Callable[[Named], Mapping[str, int]]
"""Gives the names that the events use in a field, declared or not."""


class Membership(Struct, frozen=True):
    """An event has one of these names in that field, or none of them."""

    field: Named
    names: frozenset[str]
    excluded: bool = False


class Dates(Struct, frozen=True, kw_only=True):
    """Which dates an event may have; without anything, any and none."""

    window: FuzzyDate | None = None
    """The event meets these days."""
    others: tuple[tuple[FuzzyDate, ...], ...] = ()
    """It meets one date of each of these groups, too."""
    anniversaries: tuple[Anniversary, ...] = ()
    """It begins on one of them."""
    starts: bool = False
    """Whether to meet is to begin inside, not merely to overlap."""

    @property
    def groups(self) -> tuple[tuple[FuzzyDate, ...], ...]:
        """The groups of dates of each of which it meets one."""
        return self.others if self.window is None else ((self.window,), *self.others)

    def __bool__(self) -> bool:
        """Whether something is asked, which nothing undated can answer."""
        return bool(self.window or self.others or self.anniversaries)


class Resolved(Struct, frozen=True, kw_only=True):
    """Which events are meant, in the terms of one chronology."""

    day: Day
    """On which status is judged."""
    as_of: Day | None = None
    """The day at whose end the chronology is read; None: nothing is hidden."""
    landmarks: bool = False
    sources: int = 0
    """How many sources an event has at least."""
    undated: bool = False
    """Only events without a date."""
    members: tuple[Membership, ...] = ()
    """All of them hold."""
    dates: Dates = Dates()
    statuses: tuple[Status, ...] = ()
    """Of which the event has one; empty: any."""
    text: str | None = None
    """Words to search for."""
    remarks: tuple[Told, ...] = ()
    """Names that are neither declared nor used, where there are no events."""


def resolve(vocabulary: Vocabulary, query: Query, used: Used = lambda _: {}, *, is_empty: bool = False) -> Resolved:
    """What the query means in a chronology of that vocabulary.

    Args:
        vocabulary: the names that the chronology declares.
        query: what was asked.
        used: the names that its events use besides, on whatever day they are known.
        is_empty: whether it has no events: a name is then no mistake, since none could be used.

    Raises:
        UsageError: a name that is neither declared nor used, where there are events.
    """
    names = _Names(vocabulary, used, is_empty=is_empty)
    members = []
    if query.types:
        members.append(Membership("types", names.spelt("types", "types", query.types)))
    members += [Membership("tags", names.spelt("tags", "tags", group)) for group in query.tags]
    if query.not_tags:
        members.append(Membership("tags", names.spelt("not_tags", "tags", query.not_tags), excluded=True))
    members += [Membership("actors", names.families(group)) for group in query.actors]
    if query.places:
        members.append(Membership("places", names.spelt("places", "places", query.places)))
    members += _others(names, query)
    if query.origins:
        members.append(Membership("origins", names.spelt("origins", "origins", query.origins)))
    if query.languages:
        members.append(Membership("languages", names.ranges(query.languages)))
    if query.about:
        members.append(Membership("propositions", names.propositions(query.about)))
    return Resolved(
        day=query.day,
        as_of=query.as_of,
        landmarks=query.landmarks,
        sources=query.sources,
        undated=query.undated,
        members=tuple(members),
        dates=dates_of(query),
        statuses=query.statuses,
        text=query.text,
        remarks=tuple(names.remarks),
    )


def _others(names: "_Names", query: Query) -> list[Membership]:
    """What events are asked to have no names of, and the publishers and kinds of their sources."""
    members = []
    if query.not_types:
        members.append(Membership("types", names.spelt("not_types", "types", query.not_types), excluded=True))
    if query.not_actors:
        members.append(Membership("actors", names.families(query.not_actors, "not_actors"), excluded=True))
    if query.not_places:
        members.append(Membership("places", names.spelt("not_places", "places", query.not_places), excluded=True))
    if query.publishers:
        members.append(Membership("publishers", names.spelt("publishers", "publishers", query.publishers)))
    if query.kinds:
        members.append(Membership("kinds", frozenset(query.kinds)))
    return members


def dates_of(query: Query) -> Dates:
    """What the query asks of a date, whatever it is the date of."""
    others = tuple(group for group in ((query.on,) if query.on else (), query.years) if group)
    return Dates(window=query.window, others=others, anniversaries=query.anniversaries, starts=query.starts)


_LISTINGS: dict[str, str] = {
    "types": f"`timeline count {parameter('by')} type`",
    "tags": "`timeline tags`",
    "actors": "`timeline actors`",
    "places": f"`timeline count {parameter('by')} place`",
    "publishers": f"`timeline count {parameter('by')} publisher`",
    "languages": f"`timeline count {parameter('by')} language`",
    "origins": f"`timeline count {parameter('by')} origin`",
}
"""The command that lists the names of a field."""


class _Names:
    """The names of a chronology by their spelling, blind to case."""

    def __init__(self, vocabulary: Vocabulary, used: Used, *, is_empty: bool) -> None:
        self.vocabulary = vocabulary
        self.used = used
        self.is_empty = is_empty
        self.remarks: list[Told] = []

    def _declared(self, field: Named) -> Mapping[str, str]:
        """The names that the chronology declares in a field, each with what it means."""
        return {"types": self.vocabulary.types, "tags": self.vocabulary.tags}.get(field, {})

    def spelt(self, parameter: str, field: Named, names: Sequence[str]) -> frozenset[str]:
        """The names as the chronology spells them."""
        spellings: dict[str, set[str]] = {}
        for name in (*self._declared(field), *self.used(field)):
            spellings.setdefault(name.casefold(), set()).add(name)
        for name in names:
            if name.casefold() not in spellings:
                known = sorted(one for group in spellings.values() for one in group)
                self._not_there(unknown(parameter, name, self._known(field, known)))
        return frozenset().union(*(spellings.get(name.casefold(), set()) for name in names))

    def _known(self, field: Named, names: Sequence[str]) -> Known:
        """What is offered in place of a wrong name of a field."""
        return Known(names=names, listing=_LISTINGS[field], counts=self.used(field), meanings=self._declared(field))

    def _known_actors(self, names: Iterable[str]) -> Known:
        """What is offered in place of the wrong name of an actor: one name of each, and those names that none has."""
        actors, used = self.vocabulary.actors, self.used("actors")
        things = {one: actor.name for id_, actor in actors.items() for one in (id_, actor.name, *actor.aliases)}
        things |= {name: name for name in names if name not in actors}
        counts = {things.get(id_, id_): number for id_, number in used.items()}
        return Known(names=list(things), listing=_LISTINGS["actors"], things=things, counts=counts)

    def families(self, names: AnyOf, parameter: str = "actors") -> frozenset[str]:
        """The ids of the actors of those ids, names and aliases, and of all who speak for one of them."""
        actors = self.vocabulary.actors
        declared = actor_names(self.vocabulary)
        found = {declared[name.casefold()] for name in names if name.casefold() in declared}
        missing = [name for name in names if name.casefold() not in declared]
        used = [*self.used("actors"), *self._speakers()] if missing else []
        for name in missing:
            spellings = {one for one in used if one.casefold() == name.casefold()}
            if not spellings:
                self._not_there(unknown(parameter, name, self._known_actors(used)))
            found |= spellings
        return frozenset().union(*(family(actors, actor) for actor in found))

    def _speakers(self) -> Iterable[str]:
        """Who makes a claim on a proposition, or is spoken for."""
        yield from (claim.by for one in self.vocabulary.propositions.values() for claim in one.claims)
        yield from (actor.parent for actor in self.vocabulary.actors.values() if actor.parent)

    def ranges(self, wanted: AnyOf) -> frozenset[str]:
        """The languages of sources that the ranges mean."""
        from relations_cli.model.languages import in_range  # only a filter by language needs it

        used = list(self.used("languages"))
        for one in wanted:
            if not any(in_range(language, one) for language in used):
                self._not_there(unknown("languages", one, used, _LISTINGS["languages"]))
        return frozenset(language for language in used if any(in_range(language, one) for one in wanted))

    def propositions(self, wanted: AnyOf) -> frozenset[str]:
        """The propositions of those ids, or with those parts in their ids; one that means none is an error."""
        from relations_cli.query.parts import by_part  # only a filter by proposition needs it

        known = list(dict.fromkeys((*self.vocabulary.propositions, *self.used("propositions"))))
        found = set()
        for name in wanted:
            one = by_part(name, known)
            if one is None:
                self._not_there(unknown("about", name, Known(names=known, listing="`timeline contested`")))
            else:
                found.add(one)
        return frozenset(found)

    def _not_there(self, error: UsageError) -> None:
        if not self.is_empty:
            raise error
        self.remarks.append(error)
