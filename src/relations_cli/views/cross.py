"""Counts by two facets as rows by columns: numbers with a shade each, and totals at both ends."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec.structs import replace
from rich.text import Text

from relations_cli.dates.periods import UNITS, in_order
from relations_cli.query.cross import CrossTable
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import flowed, footer, keyed
from relations_cli.views.gaps import folded, silence_lines
from relations_cli.views.glyphs import glyph
from relations_cli.views.palette import CALM, HEAD, QUIET

_SHADES, _ASCII_SHADES = "░▒▓█", ".:+#"
_NONE = "·"
_TOTAL = "TOTAL"
_LONGEST_LABEL = 36
_WIDEST_HEAD = 12
_MOST_HEAD_LINES = 4
_WEEKDAY = 3
"""Letters: all seven stand on a small screen."""


class _Column(NamedTuple):
    """A value of the second facet, and how wide its numbers stand."""

    value: str
    head: Sequence[Text]
    width: int


def cross_view(answer: CrossTable) -> View:
    """A view of the table, with as many columns as fit: the fullest, or of periods of time the latest."""

    def view(screen: Screen) -> str:
        cut = replace(answer, left_out=replace(answer.left_out, limit=answer.cut))
        if not answer.lines:
            return draw(screen, *footer(cut, screen))
        most = max(answer.counts.values.values())
        ends = _ends(answer, screen)
        columns = _fitting(answer, screen, screen.width - sum(ends) - len(GAP), len(f"{most:,}"))
        lines = [*_head(answer, columns, ends), *_rows(answer, columns, ends, most, screen)]
        said = [*_said(answer, columns, screen), *footer(cut, screen)]
        return draw(screen, *keyed(_key(most, screen), lines, screen), *said)

    return view


def _ends(answer: CrossTable, screen: Screen) -> tuple[int, int]:
    """How wide the values of the rows stand, and the totals."""
    total = max(len(_TOTAL), len(f"{answer.counts.counted:,}"))
    labels = max(plain(line, screen).cell_len for line in answer.lines)
    wanted = max(labels, len(_TOTAL), len(answer.by[0]))
    return max(min(wanted, _LONGEST_LABEL, screen.width // 3, screen.width - total - len(GAP)), 1), total


def _fitting(answer: CrossTable, screen: Screen, room: int, digits: int) -> list[_Column]:
    """The columns that fit: all of them, else those that are not empty, from the fullest or latest on."""
    total, by, ends_of_all = answer.counts.totals[1], answer.by[1], [*answer.columns[:1], *answer.columns[-1:]]
    is_latest_last = by in UNITS and in_order(by, ends_of_all)[:1] == ends_of_all[:1]  # sorted, they may be turned
    columns = [_column(value, by, screen, max(digits + 2, len(f"{total.get(value, 0):,}"))) for value in answer.columns]
    ends = list(accumulate(column.width + len(GAP) for column in columns))
    if not ends or ends[-1] <= room:
        return columns
    columns = [column for column in columns if total.get(column.value)][:: -1 if is_latest_last else 1]
    ends = list(accumulate(column.width + len(GAP) for column in columns))
    return columns[: bisect_right(ends, room)][:: -1 if is_latest_last else 1]


def _column(value: str, by: str, screen: Screen, least: int) -> _Column:
    name = value[:_WEEKDAY] if by == "weekday" else value
    lines = wrapped(plain(name, screen, HEAD), _WIDEST_HEAD)
    if len(lines) > _MOST_HEAD_LINES:
        lines = [*lines[: _MOST_HEAD_LINES - 1], Text(glyph("…", unicode=screen.unicode), HEAD)]
    return _Column(value, lines, max(least, *(line.cell_len for line in lines)))


def _head(answer: CrossTable, columns: Sequence[_Column], ends: tuple[int, int]) -> Iterator[Text]:
    """The heads, each of as many lines as it needs, the last of all on one line."""
    width, total = ends
    heads = [[Text(answer.by[0].upper()[:width], HEAD)], *(column.head for column in columns), [Text(_TOTAL, HEAD)]]
    widths = [width, *(column.width for column in columns), total]
    high = max(map(len, heads))
    yield from row_lines(
        [
            ([*[Text()] * (high - len(head)), *head], wide, at > 0)
            for at, (head, wide) in enumerate(zip(heads, widths, strict=True))
        ]
    )


def _rows(
    answer: CrossTable, columns: Sequence[_Column], ends: tuple[int, int], most: int, screen: Screen
) -> Iterator[Text]:
    """A row each value, a line for several empty periods, and the totals of the columns."""
    width, total = ends
    of_lines, of_columns = answer.counts.totals
    shades = _shades(most, screen)
    for line, silence in folded(answer.lines, lambda line: line not in of_lines):
        if silence:
            yield from silence_lines(silence, width + len(GAP), screen)
            continue
        cells = [([shades(answer.cell(line, column.value), column.width)], column.width, True) for column in columns]
        n = of_lines.get(line, 0)
        name = wrapped(plain(line, screen), width)
        yield from row_lines([(name, width, False), *cells, ([Text(f"{n:,}", HEAD if n else QUIET)], total, True)])
    sums = [([Text(f"{of_columns.get(column.value, 0):,}", HEAD)], column.width, True) for column in columns]
    counted = Text(f"{answer.counts.counted:,}", HEAD)
    yield from row_lines([([Text(_TOTAL[:width], HEAD)], width, False), *sums, ([counted], total, True)])


def _shades(most: int, screen: Screen) -> Callable[[int, int], Text]:
    """Gives a number with its shade to the left of it, as wide as asked."""
    signs = _SHADES if screen.unicode else _ASCII_SHADES

    def shaded(n: int, width: int) -> Text:
        if not n:
            return Text(_NONE, QUIET)
        number = f"{n:,}"
        sign = signs[_level(n, most)]
        return Text(sign * (width - len(number) - 1), CALM).append(f" {number}", "default")

    return shaded


def _level(n: int, most: int) -> int:
    """From 0 to 3: in which quarter of the most a number lies."""
    return (n * len(_SHADES) - 1) // most


def _key(most: int, screen: Screen) -> Iterator[Text]:
    """The shades that there can be, each with the numbers that it stands for."""
    signs = _SHADES if screen.unicode else _ASCII_SHADES
    entries = []
    for level, sign in enumerate(signs):
        first, last = most * level // len(signs) + 1, most * (level + 1) // len(signs)
        if first <= last:
            numbers = f"{first:,}" if first == last else f"{first:,}-{last:,}"
            entries.append(Text(sign, CALM).append(f" {numbers}", QUIET))
    return flowed(entries, screen.width)


def _said(answer: CrossTable, columns: Sequence[_Column], screen: Screen) -> Iterator[Text]:
    """What cannot be seen: columns without room, and what a total is where it is no sum."""
    if len(columns) < len(answer.columns):
        more = len(answer.columns) - len(columns)
        what = f"and {more:,} more column{'' if more == 1 else 's'}"
        yield Text(f"{what}: {screen.short('output')} csv has all", QUIET)
    if answer.counts.counted < sum(answer.counts.values.values()):
        yield Text("a total counts each event once", QUIET)
    if answer.cut:
        yield Text("totals are of all rows", QUIET)
