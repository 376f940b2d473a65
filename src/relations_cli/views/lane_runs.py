"""Down which rows of which lanes intervals run."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from relations_cli.query.hit import Hit
from relations_cli.views.spans import Bar, spans_of


class LaneRuns(NamedTuple):
    """The intervals of dated rows in the order of time, by the lanes in which they are drawn."""

    bars: Mapping[int, Bar]
    """Row: the interval that begins on it, in a lane."""
    covered: Mapping[int, list[tuple[int, int]]]
    """Lane: first and last rows down which its intervals run, one or more of them at a time."""

    @classmethod
    def of(cls, hits: Sequence[Hit], lanes: Iterable[int], lanes_of: Callable[[Hit], Iterable[int]]) -> "LaneRuns":
        """The intervals of hits.

        Args:
            hits: dated ones, in the order of time.
            lanes: their places.
            lanes_of: the places of those to which a hit belongs.
        """
        of_lane: dict[int, list[Bar]] = {place: [] for place in lanes}
        bars = {}
        for bar in spans_of(hits):
            for place in of_lane.keys() & set(lanes_of(hits[bar.first])):
                of_lane[place].append(bar)
                bars[bar.first] = bar
        return cls(bars, {place: _joined(own) for place, own in of_lane.items()})

    def beside(self, row: int) -> set[int]:
        """The lanes down which an interval runs between a row and the next in time."""
        running = set()
        for place, covered in self.covered.items():
            at = bisect_right(covered, row, key=_first) - 1
            if at >= 0 and row < covered[at][1]:
                running.add(place)
        return running


def _joined(bars: Iterable[Bar]) -> list[tuple[int, int]]:
    """First and last rows of what bars cover together, for bars in the order of time."""
    covered: list[tuple[int, int]] = []
    for bar in bars:
        if covered and bar.first <= covered[-1][1]:
            covered[-1] = (covered[-1][0], max(covered[-1][1], bar.last))
        else:
            covered.append((bar.first, bar.last))
    return covered


def _first(covered: tuple[int, int]) -> int:
    return covered[0]
