"""Columns as wide as they need: which stand side by side, which go beneath a row, and the lines of a row."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

GAP = "  "
"""Between two columns."""


class Column(NamedTuple):
    """What stands in a column, and how narrow it may become."""

    name: str
    cells: Sequence[Text]
    natural: int
    """Cells: the width at which nothing in it breaks."""
    least: int
    """Cells: the width below which it is a sliver, or would break what has to stay whole."""
    right: bool = False
    """Whether its values end below each other, as numbers do."""
    yields: bool = False
    """Whether it goes beneath before others do."""


def side_by_side(columns: Sequence[Column], width: int) -> tuple[list[int], list[int]]:
    """The widths of the columns that fit beside each other, 0 for the others; and the places of these, in order.

    What yields gives way first, then what needs most; one column always stays. Room that is left goes to those that
    could use it.
    """
    least = [min(column.least, width) for column in columns]
    shown = list(range(len(columns)))
    while len(shown) > 1 and _together(least, shown) > width:
        shown.remove(max(shown, key=lambda at: (columns[at].yields, least[at], at)))
    for at in range(len(columns)):
        if at not in shown and _together(least, [*shown, at]) <= width:
            shown.append(at)
    widths = [least[at] if at in shown else 0 for at in range(len(columns))]
    spare = width - _together(least, shown)
    while spare > 0 and (hungry := [at for at in sorted(shown) if widths[at] < columns[at].natural]):
        share = max(spare // len(hungry), 1)
        for at in hungry:
            more = min(share, columns[at].natural - widths[at], spare)
            widths[at] += more
            spare -= more
    return widths, [at for at in range(len(columns)) if at not in shown]


def _together(widths: Sequence[int], shown: Sequence[int]) -> int:
    return sum(widths[at] for at in shown) + len(GAP) * (len(shown) - 1)


def row_lines(cells: Sequence[tuple[Sequence[Text], int, bool]]) -> Iterator[Text]:
    """The lines of a row, whose cells are lines, a width, and whether they stand to the right of it."""
    for parts in zip_longest(*(lines for lines, _, _ in cells)):
        line = Text(no_wrap=True)
        blanks = 0  # not written before something follows: a line has none at its end
        for part, (_, width, right) in zip(parts, cells, strict=True):
            used = 0 if part is None else part.cell_len
            free = max(width - used, 0)
            if part is not None and used:
                line.append(" " * (blanks + (free if right else 0))).append_text(part)
                blanks = 0 if right else free
            else:
                blanks += width
            blanks += len(GAP)
        yield line
