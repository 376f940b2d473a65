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
    covered: Mapping[str, list[tuple[int, int]]]
    """Lane: first and last rows down which its intervals run, one or more of them at a time."""

    @classmethod
    def of(cls, hits: Sequence[Hit], lanes: Iterable[str], lanes_of: Callable[[Hit], Iterable[str]]) -> "LaneRuns":
        """The intervals of hits.

        Args:
            hits: dated ones, in the order of time.
            lanes: those that are drawn.
            lanes_of: the lanes to which a hit belongs, drawn or not.
        """
        of_lane: dict[str, list[Bar]] = {name: [] for name in lanes}
        bars = {}
        for bar in spans_of(hits):
            for name in of_lane.keys() & set(lanes_of(hits[bar.first])):
                of_lane[name].append(bar)
                bars[bar.first] = bar
        return cls(bars, {name: _joined(own) for name, own in of_lane.items()})

    def beside(self, row: int) -> set[str]:
        """The lanes down which an interval runs between a row and the next in time."""
        running = set()
        for name, covered in self.covered.items():
            at = bisect_right(covered, row, key=_first) - 1
            if at >= 0 and row < covered[at][1]:
                running.add(name)
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
