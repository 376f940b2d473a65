"""Which rows an interval spans, and in which column beside the spine its bar stands."""

from collections.abc import Sequence
from typing import NamedTuple

from relations_cli.query.answer import Hit

MOST_COLUMNS = 4
"""How many bars stand side by side; what would need a further column has no bar, and is counted."""


class Bar(NamedTuple):
    """An interval that holds other rows."""

    first: int
    """Row on which it begins."""
    last: int
    """The last row inside it."""
    column: int
    is_open: bool
    """Whether it has no end, or none yet."""


class Bars(NamedTuple):
    """The bars of an answer's rows, and how many had no room."""

    bars: tuple[Bar, ...]
    left_out: int

    @property
    def width(self) -> int:
        """How many columns the bars take."""
        return max((bar.column + 1 for bar in self.bars), default=0)


def bars_of(hits: Sequence[Hit]) -> Bars:
    """The bars of rows that stand in the order of time, each in the first column that is free where it begins."""
    found: list[Bar] = []
    left_out = 0
    ends: list[int] = []  # the last row of the newest bar of each column
    for row, hit in enumerate(hits):
        last = _last_inside(hits, row)
        if last == row:
            continue
        column = next((at for at, end in enumerate(ends) if end < row), len(ends))
        if column >= MOST_COLUMNS:
            left_out += 1
            continue
        ends[column : column + 1] = [last]
        is_open = hit.date is not None and hit.date.upper_kind in ("open", "running")
        found.append(Bar(row, last, column, is_open))
    return Bars(tuple(found), left_out)


def _last_inside(hits: Sequence[Hit], row: int) -> int:
    """The last row that begins before the interval of a row ends; the row itself where it is no interval."""
    date = hits[row].date
    if date is None or date.precision != "interval" or date.first_day is None:
        return row
    if date.last_day is None:
        return len(hits) - 1
    last = row
    for at in range(row + 1, len(hits)):
        other = hits[at].date
        if other is None or other.first_day is None or other.first_day > date.last_day:
            break
        last = at
    return last


def glyphs_of(bars: Bars, row: int) -> list[str]:
    """For each column the glyph of its bar on a row, in the order of time; a blank where there is none."""
    shown = [" "] * bars.width
    for bar in bars.bars:
        if bar.first <= row <= bar.last:
            end = "↓" if bar.is_open else "╰"
            shown[bar.column] = "╭" if row == bar.first else end if row == bar.last else "│"
    return shown


def between(bars: Bars, row: int) -> list[str]:
    """For each column the glyph of its bar below a row, before the next: it goes on, or there is none."""
    shown = [" "] * bars.width
    for bar in bars.bars:
        if bar.first <= row < bar.last:
            shown[bar.column] = "│"
    return shown
