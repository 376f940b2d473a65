"""Figures as bars on one scale, from low to high, a line per claimant in the order in which they were given."""

import math
from collections.abc import Callable

from rich.cells import cell_len
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.query.answer import Answer
from relations_cli.query.figures import FigureRow
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, plain
from relations_cli.views.footer import flowed, stance_legend
from relations_cli.views.glyphs import glyph, stance_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style
from relations_cli.views.words import number_text

_LONGEST_DATE = 16
_LONGEST_NAME = 26
_LEAST_BAR = 12
_LOGARITHMIC_FROM = 1000
"""How many times the least the most has to be, for the scale to be logarithmic."""

Scale = Callable[[float], int]


def figures_view(answer: Answer[FigureRow]) -> View:
    """A view of the figures of one measure."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        numbers = [n for row in answer for n in (row.figure.low, row.figure.high) if n is not None]
        labels = [(_date(row), row.row.by_name, number_text(row.figure)) for row in answer]
        widths = [
            min(max(cell_len(label[0]) for label in labels), _LONGEST_DATE),
            min(max(cell_len(plain(label[1]).plain) for label in labels), _LONGEST_NAME, screen.width // 3),
            max(len(label[2]) for label in labels),
        ]
        room = screen.width - sum(widths) - 6
        is_log = bool(numbers) and min(numbers) > 0 and max(numbers) >= _LOGARITHMIC_FROM * min(numbers)
        scale = _scale(numbers, room, logarithmic=is_log) if room >= _LEAST_BAR and numbers else None
        lines = [_line(row, label, widths, scale, room, screen) for row, label in zip(answer, labels, strict=True)]
        if scale is not None:
            lines.append(_axis(numbers, sum(widths) + 5, room, logarithmic=is_log))
        measure = answer.rows[0].figure.of
        heading = Text(answer.chronology.measures.get(measure, measure), style=HEAD)
        return draw(screen, heading, *lines, Text(), *flowed(stance_legend(screen), screen.width))

    return view


def _date(row: FigureRow) -> str:
    return str(parse_edtf(row.row.claim.date)) if row.row.claim.date else "undated"


def _scale(numbers: list[float], room: int, *, logarithmic: bool) -> Scale:
    """From a number to a cell, 0 at the left; a linear scale begins at nought."""
    if logarithmic:
        least, most = math.log(min(numbers)), math.log(max(numbers))
        return lambda n: round((math.log(n) - least) / (most - least) * (room - 1))
    most = max(*numbers, 1)
    return lambda n: round(max(n, 0) / most * (room - 1))


def _line(
    row: FigureRow, label: tuple[str, str, str], widths: list[int], scale: Scale | None, room: int, screen: Screen
) -> Text:
    date, name, number = label
    line = Text()
    for text, width, style in ((date, widths[0], QUIET), (name, widths[1], "")):
        cell = plain(text, style)
        cell.truncate(width, overflow="ellipsis", pad=True)
        line.append_text(cell).append(" ")
    line.append(f"{number:>{widths[2]}} ", HEAD)
    stance = row.row.claim.stance
    line.append(f"{stance_sign(stance, unicode=screen.unicode)} ", stance_style(stance))
    return line if scale is None else line.append(_bar(row, scale, room, screen), stance_style(stance))


def _bar(row: FigureRow, scale: Scale, room: int, screen: Screen) -> str:
    """``├───┤`` from low to high, ``●`` for one number, an arrow where one end is not said."""
    low, high = row.figure.low, row.figure.high
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        start, end = scale(low), scale(high)
        drawn = "●" if start == end else "├" + "─" * (end - start - 1) + "┤"
    elif low is not None:
        start = scale(low)
        drawn = "├" + "─" * min(3, max(room - start - 2, 0)) + "▸"
    else:
        end = scale(high or 0)
        start = max(end - 4, 0)
        drawn = "◂" + "─" * max(end - start - 1, 0) + "┤"
    return glyph(" " * start + drawn, unicode=screen.unicode)


def _axis(numbers: list[float], indent: int, room: int, *, logarithmic: bool) -> Text:
    least = f"{min(numbers):,}" if logarithmic else "0"
    most = f"{max(numbers):,}"
    middle = " logarithmic " if logarithmic else ""
    gap = max(room - len(least) - len(most) - len(middle), 0)
    return Text(" " * indent + least + " " * (gap // 2) + middle + " " * (gap - gap // 2) + most, style=QUIET)
