"""Predicates of what a question was resolved to: the one place that says what each filter means."""

from collections.abc import Callable, Iterable

from relations_cli.dates import FuzzyDate
from relations_cli.model.facts import Event
from relations_cli.query.resolved import Dates, Membership, Named, Resolved

EventTest = Callable[[Event], bool]
DateTest = Callable[[FuzzyDate], bool]

names_in: dict[Named, Callable[[Event], Iterable[str]]] = {
    "types": lambda event: (event.type,) if event.type else (),
    "tags": lambda event: event.tags,
    "actors": lambda event: event.actors,
    "places": lambda event: event.places,
    "propositions": lambda event: event.propositions,
}
"""The names that an event has in a field."""


def event_tests(resolved: Resolved) -> list[EventTest]:
    """The tests that need no date, cheapest first; an event passes all of them."""
    tests: list[EventTest] = [lambda event: event.landmark] if resolved.landmarks else []
    return tests + [_member(one) for one in resolved.members]


def _member(asked: Membership) -> EventTest:
    names_of, names = names_in[asked.field], asked.names
    if asked.excluded:
        return lambda event: names.isdisjoint(names_of(event))
    return lambda event: not names.isdisjoint(names_of(event))


def date_tests(asked: Dates) -> list[DateTest]:
    """The tests of a date; it passes all of them."""

    def meets_one(group: tuple[FuzzyDate, ...]) -> DateTest:
        if asked.starts:
            return lambda date: any(date.starts_in(one) for one in group)
        return lambda date: any(date.overlaps(one) for one in group)

    tests = [meets_one(group) for group in asked.groups]
    if asked.anniversaries:
        tests.append(lambda date: any(date.begins_on(month, day) for month, day in asked.anniversaries))
    return tests


def passes_dates(date: FuzzyDate, asked: Dates) -> bool:
    """Whether a date passes."""
    return all(test(date) for test in date_tests(asked))
