"""Figures as bars from low to high, a claimant each, in the order in which they were given; a scale each subject."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from relations_cli.model.wording import date_words, number_text
from relations_cli.query.answer import Answer
from relations_cli.query.figures import FigureRow
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import flowed, footer, keyed, stance_legend
from relations_cli.views.glyphs import glyph, stance_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style

_LONGEST_DATE = 16
_LONGEST_NAME = 48
_LEAST_NAME = 12
_LEAST_BESIDE = 20
"""Cells: names that leave less for the bars beside them break."""
_LEAST_BROKEN = 16
"""Cells: where names would break into less, bars stand beneath them."""
_INDENT = 2
_ARROW = 5
"""Cells of a bar one end of which is not said."""
_LOGARITHMIC_FROM = 1000
"""How many times the least the most has to be, for the scale to be logarithmic."""

Scale = Callable[[float], int]


def figures_view(answer: Answer[FigureRow]) -> View:
    """A view of the figures of one measure, a scale each proposition or event, with its text as heading."""
    return _view(answer, lambda row: (row.row.subject.kind, row.row.subject.id))


def one_scale_view(answer: Answer[FigureRow]) -> View:
    """A view of the figures of one measure on one scale, whatever they are about."""
    return _view(answer, lambda _: None)


def _view(answer: Answer[FigureRow], about: Callable[[FigureRow], object]) -> View:
    groups: dict[object, list[FigureRow]] = {}
    for row in answer:
        groups.setdefault(about(row), []).append(row)

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        measure = answer.rows[0].figure.of
        lines = [plain(answer.vocabulary.measures.get(measure, measure), screen, HEAD)]
        for subject, rows in groups.items():
            if subject is not None:
                lines += (Text(), plain(rows[0].row.subject.text, screen, HEAD))
            lines += _scaled(rows, screen)
        stances = {row.row.claim.stance for row in answer}
        key = flowed(stance_legend(screen, stances), screen.width)
        return draw(screen, *keyed(key, lines, screen), *footer(answer, screen))

    return view


def _scaled(rows: Sequence[FigureRow], screen: Screen) -> Iterator[Text]:
    """The figures and their scale, which is logarithmic where they are far apart."""
    numbers = [n for row in rows for n in (row.figure.low, row.figure.high) if n is not None]
    is_log = bool(numbers) and min(numbers) > 0 and max(numbers) >= _LOGARITHMIC_FROM * min(numbers)
    layout = _layout(rows, screen)
    scale = None
    if numbers:
        at = _fractions(numbers, logarithmic=is_log)
        layout = layout._replace(room=_room(rows, at, layout.room))
        scale = _scale(at, layout.room)
    for row in rows:
        yield from _lines(row, layout, scale, screen)
    if numbers:
        yield _axis(numbers, layout, logarithmic=is_log)


def _room(rows: Sequence[FigureRow], at: Callable[[float], float], room: int) -> int:
    """How much of the room the scale may take, so that no arrow of an open end goes beyond it."""
    starts = [at(row.figure.low) for row in rows if row.figure.low is not None and row.figure.high is None]
    return max(min([room, *(int((room - _ARROW) / start) + 1 for start in starts if start > 0)]), 2)


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


def _layout(rows: Sequence[FigureRow], screen: Screen) -> _Layout:
    """Bars beside the names, which may break for them; beneath where that does not fit."""
    date = min(max(plain(_date(row), screen).cell_len for row in rows), _LONGEST_DATE)
    name = min(max(plain(row.row.by_name, screen).cell_len for row in rows), _LONGEST_NAME)
    number = max(len(number_text(row.figure)) for row in rows)
    left = screen.width - _Layout(date, 0, number, 0, stacked=False).indent
    beside = min(name, left - _LEAST_BESIDE)
    if beside >= min(name, _LEAST_BROKEN):
        return _Layout(date, beside, number, left - beside, stacked=False)
    name = screen.width - date - number - 1 - 3 * len(GAP)
    return _Layout(date, name, number, max(screen.width - _INDENT, 2), stacked=True)


def _date(row: FigureRow) -> str:
    return date_words(row.row.claim.date)


def _fractions(numbers: list[float], *, logarithmic: bool) -> Callable[[float], float]:
    """From a number to its place between both ends of the scale, 0 to 1; a linear scale begins at nought."""
    if logarithmic:
        least, most = math.log(min(numbers)), math.log(max(numbers))
        return lambda n: (math.log(n) - least) / (most - least)
    most = max(*numbers, 1)
    return lambda n: max(n, 0) / most


def _scale(at: Callable[[float], float], room: int) -> Scale:
    """From a number to a cell, 0 at the left."""
    return lambda n: round(at(n) * (room - 1))


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
