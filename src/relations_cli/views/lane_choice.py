"""Which lanes a drawing has: those that were asked for, else the fullest; what has none of its own shares the last."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from relations_cli.query.answer import Answer
from relations_cli.query.asked import Asked, asked_for, words_of
from relations_cli.query.hit import Hit
from relations_cli.views import Lane

_FULLEST = 8
_FIELDS: Mapping[Lane, Asked] = {"type": "types", "tag": "tags", "actor": "actors", "proposition": "propositions"}


class LaneOf(NamedTuple):
    """A lane."""

    words: str
    """Its head."""
    values: frozenset[str]
    """An event that has one of them stands in the lane."""
    number: int
    """Of the events."""
    shares: tuple[str, ...] = ()
    """Of the lane that holds the others: each of these with its number, the fullest first."""


def names_of(hit: Hit, by: Lane) -> Sequence[str]:
    """What an event has of a facet."""
    match by:
        case "type":
            return (hit.event.type,) if hit.event.type else ()
        case "tag":
            return hit.event.tags
        case "actor":
            return hit.event.actors
        case "proposition":
            return [state.id for state in hit.propositions]
        case _:
            assert_never(by)


def lanes_of(answer: Answer[Hit], by: Lane, room: int) -> list[LaneOf]:
    """The lanes of a facet, those asked for in the order of the question, others the fullest first.

    Args:
        answer: the events.
        by: the facet.
        room: how many lanes there may be.
    """
    names = [frozenset(names_of(hit, by)) for hit in answer]
    asked = [LaneOf(one.words, one.values, _number(one.values, names)) for one in asked_for(answer, _FIELDS[by])]
    counts = Counter(name for own in names for name in own)
    every = asked or [
        LaneOf(words_of(answer.vocabulary, _FIELDS[by], name), frozenset({name}), number)
        for name, number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]
    most = len(asked) or _FULLEST
    if len(every) <= min(most, room):
        return every
    own = max(min(most, room - 1), 0)
    rest = sorted(every[own:], key=lambda lane: -lane.number)
    values = frozenset().union(*(lane.values for lane in rest))
    shares = tuple(f"{lane.words} {lane.number}" for lane in rest)
    return [*every[:own], LaneOf("others", values, _number(values, names), shares)]


def _number(values: frozenset[str], names: Sequence[frozenset[str]]) -> int:
    return sum(not values.isdisjoint(own) for own in names)
