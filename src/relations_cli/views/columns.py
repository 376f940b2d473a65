"""Columns as wide as they need: which stand side by side, which go beneath a row, and the lines of a row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from relations_cli.views.console import wrapped
from relations_cli.views.palette import HEAD, QUIET

GAP = "  "
"""Between two columns."""
_FARTHEST_INDENT = 20
"""Cells: what goes beneath a row stands under its second column, unless that begins farther to the right."""


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


def column_lines(columns: Sequence[Column], width: int) -> Iterator[Text]:
    """Heads, and each row: the columns that fit beside each other, what does not fit beneath them."""
    widths, under = side_by_side(columns, width)
    beside = [(columns[at], width) for at, width in enumerate(widths) if at not in under]
    first = beside[0][1] + len(GAP)
    indent = first if len(beside) > 1 and first <= _FARTHEST_INDENT else len(GAP)
    beneath = [columns[at] for at in under]
    prose = [column for column in beneath if column.least < column.natural]
    # One text needs no label: its name stands in the heads as it stands in the rows.
    unlabelled = prose[0] if len(prose) == 1 else None
    yield from row_lines([([Text(column.name, HEAD)], width, column.right) for column, width in beside])
    if unlabelled is not None:
        yield Text(" " * indent, no_wrap=True).append(unlabelled.name, HEAD)
    for at in range(len(columns[0].cells)):
        yield from row_lines([(wrapped(column.cells[at], width), width, column.right) for column, width in beside])
        texts = [column.cells[at] if column is unlabelled else _labelled([column], at) for column in prose]
        others = _same([column for column in beneath if column not in prose], at)
        for text in (*filter(None, texts), *_packed([_labelled(same, at) for same in others], width - indent)):
            yield from (Text(" " * indent, no_wrap=True).append_text(line) for line in wrapped(text, width - indent))


def _same(columns: Sequence[Column], row: int) -> Iterable[list[Column]]:
    """The columns, grouped by what they hold in that row: a claim is often about the event in which it is made."""
    groups: dict[str, list[Column]] = {}
    for column in columns:
        groups.setdefault(column.cells[row].plain, []).append(column)
    return groups.values()


def _labelled(columns: Sequence[Column], row: int) -> Text:
    """What all of these hold in that row, with their names; nothing where they hold nothing."""
    text = columns[0].cells[row]
    return Text().append(f"{', '.join(column.name for column in columns)} ", QUIET).append_text(text) if text else text


def _packed(parts: Iterable[Text], width: int) -> Iterator[Text]:
    """The parts, as many on a line as fit whole, empty ones left out."""
    line = Text()
    for part in parts:
        if line and part and line.cell_len + len(GAP) + part.cell_len > width:
            yield line
            line = Text()
        line.append(GAP if line and part else "").append_text(part)
    if line:
        yield line
