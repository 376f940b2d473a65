"""Figures as bars on one scale, from low to high, a claimant each, in the order in which they were given."""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.figures import FigureRow
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import flowed, footer, keyed, stance_legend
from relations_cli.views.glyphs import glyph, stance_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style
from relations_cli.views.wording import date_words, number_text

_LONGEST_DATE = 16
_LONGEST_NAME = 48
_LEAST_NAME = 12
_LEAST_BESIDE = 40
"""Cells: where less is left beside the names, bars stand beneath them."""
_INDENT = 2
_ARROW = 5
"""Cells of a bar one end of which is not said."""
_LOGARITHMIC_FROM = 1000
"""How many times the least the most has to be, for the scale to be logarithmic."""

Scale = Callable[[float], int]


def figures_view(answer: Answer[FigureRow]) -> View:
    """A view of the figures of one measure."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        numbers = [n for row in answer for n in (row.figure.low, row.figure.high) if n is not None]
        layout = _layout(answer, screen)
        is_log = bool(numbers) and min(numbers) > 0 and max(numbers) >= _LOGARITHMIC_FROM * min(numbers)
        most = max(numbers, default=0)
        is_open = any(row.figure.low == most and row.figure.high is None for row in answer)
        layout = layout._replace(room=max(layout.room - (_ARROW - 1 if is_open else 0), 2))
        scale = _scale(numbers, layout.room, logarithmic=is_log) if numbers else None
        lines = [line for row in answer for line in _lines(row, layout, scale, screen)]
        if scale is not None:
            lines.append(_axis(numbers, layout, logarithmic=is_log))
        measure = answer.rows[0].figure.of
        heading = plain(answer.vocabulary.measures.get(measure, measure), screen, HEAD)
        key = flowed(stance_legend(screen), screen.width)
        return draw(screen, *keyed(key, [heading, *lines], screen), *footer(answer, screen))

    return view


class _Layout(NamedTuple):
    """How wide what is; all in cells."""

    date: int
    name: int
    number: int
    room: int
    """Of the bars."""
    stacked: bool
    """Whether a bar stands beneath its name, as wide as the screen."""

    @property
    def indent(self) -> int:
        """Cells before a bar."""
        return _INDENT if self.stacked else self.date + self.name + self.number + 1 + 4 * len(GAP)


def _layout(answer: Answer[FigureRow], screen: Screen) -> _Layout:
    date = min(max(plain(_date(row), screen).cell_len for row in answer), _LONGEST_DATE)
    name = min(max(plain(row.row.by_name, screen).cell_len for row in answer), _LONGEST_NAME)
    number = max(len(number_text(row.figure)) for row in answer)
    beside = screen.width - _Layout(date, name, number, 0, stacked=False).indent
    if beside >= _LEAST_BESIDE:
        return _Layout(date, name, number, beside, stacked=False)
    name = screen.width - date - number - 1 - 3 * len(GAP)
    return _Layout(date, name, number, max(screen.width - _INDENT, 2), stacked=True)


def _date(row: FigureRow) -> str:
    return date_words(row.row.claim.date)


def _scale(numbers: list[float], room: int, *, logarithmic: bool) -> Scale:
    """From a number to a cell, 0 at the left; a linear scale begins at nought."""
    if logarithmic:
        least, most = math.log(min(numbers)), math.log(max(numbers))
        return lambda n: round((math.log(n) - least) / (most - least) * (room - 1))
    most = max(*numbers, 1)
    return lambda n: round(max(n, 0) / most * (room - 1))


def _lines(row: FigureRow, layout: _Layout, scale: Scale | None, screen: Screen) -> Iterator[Text]:
    """Date, name, number and sign of the stance, with the bar beside or beneath them."""
    stance = row.row.claim.stance
    date, name = plain(_date(row), screen, QUIET), plain(row.row.by_name, screen)
    number = Text(number_text(row.figure), HEAD)
    sign = Text(stance_sign(stance, unicode=screen.unicode), stance_style(stance))
    bar = Text() if scale is None else _bar(row, scale, screen)
    if layout.stacked and layout.name < _LEAST_NAME:
        yield from wrapped(Text(GAP).join((date, name, number, sign)), screen.width)
    else:
        cells = [
            (wrapped(date, layout.date), layout.date, False),
            (wrapped(name, layout.name), layout.name, False),
            ([number], layout.number, True),
            ([sign], 1, False),
        ]
        yield from row_lines(cells if layout.stacked else [*cells, ([bar], layout.room, False)])
    if layout.stacked and bar:
        yield Text(" " * _INDENT, no_wrap=True).append_text(bar)


def _bar(row: FigureRow, scale: Scale, screen: Screen) -> Text:
    """``├───┤`` from low to high, ``●`` for one number, an arrow where one end is not said; dots lead to it."""
    low, high = row.figure.low, row.figure.high
    if low is not None and high is not None:
        start, end = scale(low), scale(high)
        drawn = "●" if start == end else "├" + "─" * (end - start - 1) + "┤"
    elif low is not None:
        start, drawn = scale(low), "├" + "─" * (_ARROW - 2) + "▸"
    elif high is not None:
        end = scale(high)
        start = max(end - _ARROW + 1, 0)
        drawn = "◂" + "─" * max(end - start - 1, 0) + "┤"
    else:
        return Text()
    leader = Text(glyph("┄" * start, unicode=screen.unicode), QUIET, no_wrap=True)
    return leader.append(glyph(drawn, unicode=screen.unicode), stance_style(row.row.claim.stance))


def _axis(numbers: list[float], layout: _Layout, *, logarithmic: bool) -> Text:
    least = f"{min(numbers):,}" if logarithmic else "0"
    most = f"{max(numbers):,}"
    middle = " logarithmic " if logarithmic else ""
    gap = max(layout.room - len(least) - len(most) - len(middle), 0)
    axis = least + " " * (gap // 2) + middle + " " * (gap - gap // 2) + most
    return Text(" " * layout.indent + axis, style=QUIET, no_wrap=True)
