"""The filters of a query that need no date: tags, actors, places, types, with names as the chronology spells them."""

from collections.abc import Callable, Iterable, Sequence

from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology, Event
from relations_cli.model.vocabulary import actor_names, family
from relations_cli.query.query import AnyOf, Query
from relations_cli.suggesting import unknown

Test = Callable[[Event], bool]


def filters_of(chronology: Chronology, query: Query, notes: list[str]) -> list[Test]:
    """The filters that need no date, cheapest first."""
    tests: list[Test] = []
    if query.landmarks:
        tests.append(lambda event: event.landmark)
    if query.types:
        used = {event.type for event in chronology.events if event.type}
        types = _resolved("--type", query.types, chronology.types, used, "`timeline count --by type`", notes)
        tests.append(lambda event: event.type in types)
    tests += [_any_tag(group) for group in _tag_groups(chronology, query.tags, "--tag", notes)]
    if query.not_tags:
        (banned,) = _tag_groups(chronology, (query.not_tags,), "--not-tag", notes)
        tests.append(lambda event: banned.isdisjoint(event.tags))
    tests += [_any_actor(group) for group in _actor_groups(chronology, query.actors, notes)]
    if query.places:
        used = {place for event in chronology.events for place in event.places}
        places = _resolved("--place", query.places, (), used, "`timeline count --by place`", notes)
        tests.append(lambda event: not places.isdisjoint(event.places))
    return tests


def _any_tag(group: frozenset[str]) -> Test:
    return lambda event: not group.isdisjoint(event.tags)


def _any_actor(group: frozenset[str]) -> Test:
    return lambda event: not group.isdisjoint(event.actors)


def _tag_groups(chronology: Chronology, groups: Sequence[AnyOf], option: str, notes: list[str]) -> list[frozenset[str]]:
    if not groups:
        return []
    used = {tag for event in chronology.events for tag in event.tags}
    return [_resolved(option, group, chronology.tags, used, "`timeline tags`", notes) for group in groups]


def _actor_groups(chronology: Chronology, groups: Sequence[AnyOf], notes: list[str]) -> list[frozenset[str]]:
    return [
        frozenset().union(*(family(chronology.actors, actor) for actor in _actors(chronology, group, notes)))
        for group in groups
    ]


def _actors(chronology: Chronology, names: AnyOf, notes: list[str]) -> frozenset[str]:
    """The ids that the names, ids and aliases stand for."""
    declared = actor_names(chronology)
    found = frozenset(declared[name.casefold()] for name in names if name.casefold() in declared)
    missing = tuple(name for name in names if name.casefold() not in declared)
    used = {actor for event in chronology.events for actor in event.actors}
    if missing and chronology.actors:
        spelt = [
            name for actor_id, actor in chronology.actors.items() for name in (actor_id, actor.name, *actor.aliases)
        ]
        raise UsageError(unknown("--actor", missing[0], spelt, "`timeline actors`"))
    return found | (_resolved("--actor", missing, (), used, "`timeline actors`", notes) if missing else frozenset())


def _resolved(
    option: str, names: AnyOf, declared: Iterable[str], used: Iterable[str], listing: str, notes: list[str]
) -> frozenset[str]:
    """The names as the chronology spells them, blind to case.

    Raises:
        UsageError: a name that is neither declared nor used, where the chronology declares any.
    """
    vocabulary = list(declared)
    spelt: dict[str, set[str]] = {}
    for name in [*vocabulary, *used]:
        spelt.setdefault(name.casefold(), set()).add(name)
    for name in names:
        if name.casefold() not in spelt:
            message = unknown(option, name, sorted(s for group in spelt.values() for s in group), listing)
            if vocabulary:
                raise UsageError(message)
            notes.append(message)
    return frozenset().union(*(spelt.get(name.casefold(), set()) for name in names))
