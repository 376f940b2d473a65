"""An event that answers a question, and the order of such events in time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from relations_cli.dates import Day, FuzzyDate
from relations_cli.model.facts import Actor, Event
from relations_cli.model.status import Standing, Status
from relations_cli.query.moment import Moment, PropositionState

MARKS = ("\x02", "\x03")
"""Before and after a matched word, in a marked title or snippet."""


class Hit(Struct, frozen=True, kw_only=True, eq=False):
    """An event that answers the question, with what depends on the question."""

    event: Event
    date: FuzzyDate | None
    """As known on the day of the question: an interval under way has no end yet."""
    moment: Moment
    rank: int | None = None
    """Place among the hits of a search over the whole chronology, 1 the best; None outside a search."""
    title: str | None = None
    """The title with the matched words between MARKS; None outside a search."""
    snippet: str | None = None
    """The matched words outside the title, between MARKS; None where there are none."""
    days: int | None = None
    """Days after an anchor, negative before it; None where there is none."""
    distance: str | None = None
    """The same in words."""
    anchor: str | None = None
    """With several anchors, the one: an id, or a date as EDTF; None outside."""
    gap: int | None = None
    """Days since the row before in time, where they are asked for; see ``query.spacing``."""
    context: str | None = None
    """In a search with context: ``hit``, or ``context`` for a neighbour of one."""
    follows: bool = True
    """In a search with context: whether nothing lies between it and the row before in time."""

    @property
    def day(self) -> Day:
        """The day of the question."""
        return self.moment.day

    @property
    def origin(self) -> str | None:
        """The path from which it comes, as it was written; None where nobody knows."""
        return self.moment.origins.of(self.event.id)

    @property
    def is_dated(self) -> bool:
        """Whether a filter by date can place the event."""
        return self.date is not None and not self.date.undated

    @property
    def standing(self) -> Standing:
        """Status and deniers of the event as titled."""
        return self.moment.event(self.event)

    @property
    def status(self) -> Status:
        """The event's own status."""
        return self.standing.status

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Ids of the parties that deny the event as titled."""
        return self.standing.denied_by

    @property
    def propositions(self) -> tuple[PropositionState, ...]:
        """The propositions on which the event bears, in the order of the event."""
        if not self.event.propositions:
            return ()
        states = map(self.moment.proposition, self.event.propositions)
        return tuple(state for state in states if state is not None)

    @property
    def who(self) -> Mapping[str, Actor]:
        """The declared actors of the event and of all claims on it, with everyone whom they speak for."""
        actors = self.moment.vocabulary.actors
        names = list(self.event.actors)
        names += [claim.by for claim in self.event.claims]
        names += [claim.by for state in self.propositions for claim in state.claims]
        found: dict[str, Actor] = {}
        for name in names:
            reached: str | None = name
            while reached is not None and reached not in found and (actor := actors.get(reached)) is not None:
                found[reached] = actor
                reached = actor.parent
        return dict(sorted(found.items()))


_OF_DAYS = 3
"""How many parts the sort key of a date has that says no time."""
HitOrder = Literal["file", "date", "date reversed"]
"""Of date: by first day, last day and place in the file, undated events last in either direction."""


class Found(Struct, frozen=True, kw_only=True):
    """The events that pass."""

    hits: Sequence[Hit]
    """In the order asked for, at most as many as asked for."""
    undated: int
    """How many events without a date only the filters by date leave out, whatever their status."""
    passing: int
    """How many pass, before any limit."""
    timed: bool = True
    """Whether some of them may say a time of day."""


def in_order(hits: Iterable[Hit], *, reverse: bool = False) -> list[Hit]:
    """The hits by (lower, upper, place in the file), undated last in either direction; within a day by time."""
    dated: list[Hit] = []
    undated: list[Hit] = []
    for hit in hits:
        (dated if hit.is_dated else undated).append(hit)
    keys = [hit.date.sort_key if hit.date else () for hit in dated]
    dated = [dated[at] for at in sorted(range(len(dated)), key=keys.__getitem__)]
    if keys and max(map(len, keys)) > _OF_DAYS:
        from relations_cli.dates.order import by_instant  # most chronologies know days alone

        dated = by_instant(dated, lambda hit: hit.date)
    if reverse:  # the exact reverse, equal dates included; sort(reverse=True) would keep those in file order
        dated.reverse()
        undated.reverse()
    return dated + undated


def each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, of an event near several anchors the nearest one: what draws one axis draws an event once."""
    every = tuple(hits)
    if all(hit.anchor is None for hit in every):
        return every
    nearest: dict[str, Hit] = {}
    for hit in sorted(every, key=lambda hit: (hit.distance != "anchor", abs(hit.days or 0))):
        nearest.setdefault(hit.event.id, hit)
    return tuple(hit for hit in every if nearest[hit.event.id] is hit)
