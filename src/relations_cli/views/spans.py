"""Which rows an interval spans, and in which column beside the spine its bar stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from relations_cli.query.hit import Hit

_START = {"day": "╭", "open": "↑", "unknown": "⇡"}
_END = {"day": "╰", "open": "↓", "running": "↓", "unknown": "⇣"}
_UPSIDE_DOWN = str.maketrans("╭╰↑↓⇡⇣", "╰╭↓↑⇣⇡")
NO_ROOM = "…"
"""Stands where the bar of an interval would begin."""
ARROWS = {
    "↑": "began earlier",
    "⇡": "start unknown",
    "↓": "goes on",
    "⇣": "end unknown",
}
"""The ends that are no day, in the order of time, and what they mean."""


class Bar(NamedTuple):
    """An interval that holds other rows, or whose ends are not both known."""

    first: int
    """Row on which it begins."""
    last: int
    """The last row inside it."""
    start: str
    end: str
    """The glyphs of its ends, in the order of time."""

    def at(self, row: int) -> str:
        """Its glyph on a row inside it."""
        if self.first == self.last:
            return self.end if self.end in ARROWS else self.start
        return self.start if row == self.first else self.end if row == self.last else "│"

    @property
    def arrow(self) -> str:
        """The end that is no day; empty where both are: EDTF has no interval without any."""
        return next((end for end in (self.start, self.end) if end in ARROWS), "")


class Bars(NamedTuple):
    """The bars of an answer's rows, side by side, and the rows whose bar had no room."""

    columns: tuple[tuple[Bar, ...], ...]
    """From the spine outwards; the bars of one column follow each other."""
    left_out: frozenset[int]

    @property
    def width(self) -> int:
        """How many columns the bars take, the one that tells of missing bars included."""
        return len(self.columns) + bool(self.left_out)

    def on(self, row: int) -> list[tuple[str, int]]:
        """For each column the glyph on a row, in the order of time, and the row on which its bar begins."""
        shown = [(" ", row) if bar is None else (bar.at(row), bar.first) for bar in self._reaching(row)]
        if self.left_out:
            shown.append((NO_ROOM if row in self.left_out else " ", row))
        return shown

    def below(self, row: int) -> list[tuple[str, int]]:
        """For each column the glyph below a row, before the next: its bar goes on, or there is none."""
        shown = [("│", bar.first) if bar is not None and bar.last > row else (" ", row) for bar in self._reaching(row)]
        return [*shown, (" ", row)] if self.left_out else shown

    def _reaching(self, row: int) -> Iterator[Bar | None]:
        """For each column the bar that stands on a row."""
        for column in self.columns:
            at = bisect_right(column, row, key=_first) - 1
            yield column[at] if at >= 0 and column[at].last >= row else None


def _first(bar: Bar) -> int:
    return bar.first


def upside_down(glyph: str) -> str:
    """The glyph in a drawing that runs upwards in time."""
    return glyph.translate(_UPSIDE_DOWN)


def spans_of(hits: Sequence[Hit]) -> Iterator[Bar]:
    """The intervals of dated rows in the order of time that hold other rows, or whose ends are not both known."""
    firsts = [hit.date.sort_key[1] for hit in hits if hit.date is not None]
    for row, hit in enumerate(hits):
        date = hit.date
        if date is None or date.precision != "interval":
            continue
        last = len(hits) - 1 if date.last_day is None else bisect_right(firsts, date.last_day) - 1
        bar = Bar(row, max(last, row), _START[date.lower_kind], _END[date.upper_kind])
        if last > row or bar.arrow:
            yield bar


def bars_of(hits: Sequence[Hit], most: int) -> Bars:
    """The bars of dated rows in the order of time, each in the first column that is free where it begins.

    Args:
        hits: the rows.
        most: how many bars may stand side by side.
    """
    columns: list[list[Bar]] = []
    free: list[int] = []
    taken: list[tuple[int, int]] = []  # last row and column of the bars that may still run
    left_out = set()
    for bar in spans_of(hits):
        while taken and taken[0][0] < bar.first:
            heappush(free, heappop(taken)[1])
        if not free and len(columns) >= most:
            left_out.add(bar.first)
            continue
        if not free:
            heappush(free, len(columns))
            columns.append([])
        column = heappop(free)
        columns[column].append(bar)
        heappush(taken, (bar.last, column))
    return Bars(tuple(map(tuple, columns)), frozenset(left_out))
