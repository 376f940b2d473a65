"""Predicates of what a question was resolved to: the one place that says what each filter means."""

from collections.abc import Callable, Iterable

from relations_cli.dates import FuzzyDate
from relations_cli.model.bundled import Origins
from relations_cli.model.facts import Event
from relations_cli.query.resolved import Dates, Membership, Named, Resolved

EventTest = Callable[[Event], bool]
DateTest = Callable[[FuzzyDate], bool]

FieldOfEvent = Callable[[Event], Iterable[str]]
"""Gives the names that an event has in a field."""

names_in: dict[Named, FieldOfEvent] = {
    "types": lambda event: (event.type,) if event.type else (),
    "tags": lambda event: event.tags,
    "actors": lambda event: event.actors,
    "places": lambda event: event.places,
    "propositions": lambda event: event.propositions,
    "publishers": lambda event: [source.publisher for source in event.sources if source.publisher],
    "kinds": lambda event: [source.kind for source in event.sources if source.kind],
    "languages": lambda event: [source.language for source in event.sources if source.language],
}
"""The names that an event has in a field."""


def event_test(resolved: Resolved, origins: Origins) -> EventTest | None:
    """Whether an event passes what needs no date, cheapest first; None where nothing is asked."""
    tests: list[EventTest] = [lambda event: event.landmark] if resolved.landmarks else []
    if resolved.sources:
        tests.append(lambda event: len(event.sources) >= resolved.sources)
    tests += [_member(one, names_of(one.field, origins)) for one in resolved.members]
    if len(tests) <= 1:
        return tests[0] if tests else None
    return lambda event: all(test(event) for test in tests)


def names_of(field: Named, origins: Origins) -> FieldOfEvent:
    """What gives the names that an event has in a field: its origin is that of its place, not its own word."""
    if field == "origins":
        return lambda event: (origins.of(event.id) or "",)
    return names_in[field]


def _member(asked: Membership, names_of: FieldOfEvent) -> EventTest:
    names = asked.names
    if asked.excluded:
        return lambda event: names.isdisjoint(names_of(event))
    return lambda event: not names.isdisjoint(names_of(event))


def date_test(asked: Dates) -> DateTest | None:
    """Whether a date passes; None where nothing is asked of it."""
    tests = [_met(group, starts=asked.starts) for group in asked.groups]
    if asked.anniversaries:
        tests.append(lambda date: any(date.begins_on(month, day) for month, day in asked.anniversaries))
    if len(tests) <= 1:
        return tests[0] if tests else None
    return lambda date: all(test(date) for test in tests)


def _met(group: tuple[FuzzyDate, ...], *, starts: bool) -> DateTest:
    """Whether a date begins in one of the group, or at least overlaps it."""
    if len(group) == 1:
        (only,) = group
        return (lambda date: date.starts_in(only)) if starts else only.overlaps
    if starts:
        return lambda date: any(date.starts_in(one) for one in group)
    return lambda date: any(date.overlaps(one) for one in group)
