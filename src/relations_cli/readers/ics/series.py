"""The times of one event that recurs, as the library finds them, but asked for one by one and counted.

The library lists all times between two days before it gives the first, and a rule that never fits looks at every day up
to the year 9999: a line of a file can stand for years of work.
"""

import datetime
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from recurring_ical_events import ComponentsWithName, EventAdapter, Occurrence, Series, of

from relations_cli.limits import Budget
from relations_cli.readers.ics.shape import Shape, with_whole_days


class Spent(Exception):  # noqa: N818 -- no error: it says where a search ends
    """The budget is used up before the first time is found."""


class _Ended(Exception):  # noqa: N818
    """A rule has come to the last day, or to the end of the budget."""


class Time(Occurrence):  # type: ignore[misc]
    """One time of an event: the event as the file has it, and from when to when it lasts this time."""

    def __init__(self, adapter: Any, *span: Any, **others: Any) -> None:  # noqa: ANN401
        """Of an event, at a time of its own or at another."""
        super().__init__(adapter, *span, **others)
        self.event = adapter.event

    def as_component(self, _keep_recurrence_attributes: bool) -> "Time":  # noqa: FBT001 -- as the library calls it
        """Itself: to copy the event for each time takes longer than to find it."""
        return self


class _Adapter(EventAdapter):  # type: ignore[misc]
    def __init__(self, component: Any) -> None:  # noqa: ANN401
        super().__init__(component)
        self.event = component


class _Interval(int):
    """The interval of a rule, which counts how often it is added: once for each period that the rule looks through."""

    cost: int
    days: Budget
    periods: Budget

    def counted(self, cost: int, days: Budget, periods: Budget) -> "_Interval":
        """Itself, with what a period costs, and what is left of days to look at and of periods."""
        self.cost, self.days, self.periods = cost, days, periods
        return self

    def __radd__(self, other: int) -> int:
        if not self.periods.take() or not self.days.take(self.cost):
            raise _Ended
        return other + int(self)

    def __mul__(self, other: int) -> "_Interval":
        """Weeks in days."""
        return _Interval(int(self) * other).counted(self.cost, self.days, self.periods)


class _Rule:
    """A rule whose times are taken one by one, each once; the library asks it as it asks its own."""

    def __init__(self, rule: Any, shape: Shape, start: datetime.datetime, days: Budget) -> None:  # noqa: ANN401
        self.until, self._start, self._shape, self._days = rule.until, start, shape, days
        self._periods = Budget(0)
        interval = _Interval(shape.interval).counted(shape.cost_of_period, days, self._periods)
        self._more: Iterator[datetime.datetime] = iter(rule.replace(interval=interval, cache=False))
        self._known: list[datetime.datetime] = []

    def up_to(self, most: int, first: datetime.date) -> "_Rule":
        """Itself, where so many times are wanted from a day on."""
        self._most, self._first = most, first
        return self

    def between(
        self,
        after: datetime.datetime,
        before: datetime.datetime,
        *,
        inc: bool,  # noqa: ARG002 -- the library always asks for both ends
    ) -> Iterator[datetime.datetime]:
        """The times from one to another, both inclusive, in order; from the first day on one more than the most."""
        if not self._known:
            self._periods.left = (before - self._start).days // self._shape.shortest + 2
        room = self._most
        for time in takewhile(lambda time: time <= before, self._times()):
            if time >= after:
                yield time
                room -= time.date() >= self._first
            if room < 0:
                return

    def _times(self) -> Iterator[datetime.datetime]:
        yield from self._known
        try:
            while self._days.take():
                self._known.append(next(self._more))
                yield self._known[-1]
        except (StopIteration, _Ended):
            return


def times_between(
    calendar: Any,  # noqa: ANN401
    first: datetime.date,
    last: datetime.date,
    most: int,
    days: Budget,
) -> list[Time]:
    """The times of the one event of a calendar that touch the days, in no order.

    Where there are more than ``most``, those that are left out lie behind the first ``most``. Where nothing is left of
    ``days``, rules ended early.

    Raises:
        Spent: there was nothing left for a first time.
        ValueError: a rule cannot be followed; the library raises others besides.
    """

    class Rules(Series.RecurrenceRules):  # type: ignore[misc]
        def create_rule_with_start(self, rule_string: str) -> _Rule:
            shape = Shape.of(rule_string)
            if not days.take(shape.cost_to_make):
                raise Spent
            rule = super().create_rule_with_start(with_whole_days(rule_string, self.start))
            return _Rule(rule, shape, self.start, days).up_to(most + len(self.exdates), first)

    class Counted(Series):  # type: ignore[misc]
        RecurrenceRules = Rules

    kind = ComponentsWithName("VEVENT", adapter=_Adapter, series=Counted, occurrence=Time)
    found: list[Time] = of(calendar, components=[kind]).between(first, last)
    return found
