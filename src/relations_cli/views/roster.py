"""Actors a line each: the columns that fit beside each other, names cut only where nothing else helps."""

from collections.abc import Sequence

from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import year_text
from relations_cli.query.terms import Term
from relations_cli.screen import Screen
from relations_cli.views.columns import GAP, Column
from relations_cli.views.console import wrapped
from relations_cli.views.glyphs import glyph
from relations_cli.views.palette import QUIET

_LEAST_NAME = 8
_READABLE = 40
"""Cells: beside its id a name may be cut to so many."""


def in_a_line(columns: Sequence[Column], terms: Sequence[Term], screen: Screen) -> tuple[list[Column], list[Text]]:
    """The columns that fit on one line a row, and what is to be said of names that are cut.

    Ids give way first, then the days of the first and the last event to their years.

    Args:
        columns: id, name, number, first and last day.
        terms: of which they are.
        screen: what to draw for.
    """
    ids, names, *numbers = columns
    room = _room([ids, *numbers], screen)
    if room >= min(names.natural, _READABLE):
        shown, said = _cut(names, names.cells, room, screen)
        return [ids, shown, *numbers], said
    cells = [name or one for name, one in zip(names.cells, ids.cells, strict=True)]
    if _room(numbers, screen) < _sized(names, cells).natural:
        numbers = [numbers[0], _sized(Column("YEARS", [], 0, 0), [Text(_span(term)) for term in terms])]
    shown, said = _cut(names, cells, max(_room(numbers, screen), _LEAST_NAME), screen)
    return [shown, *numbers], said


def _room(others: Sequence[Column], screen: Screen) -> int:
    """Cells that a line has for a name beside the other columns."""
    return screen.width - sum(one.natural + len(GAP) for one in others)


def _cut(names: Column, cells: Sequence[Text], room: int, screen: Screen) -> tuple[Column, list[Text]]:
    """The names, none wider than the room, and how many are cut."""
    many = sum(cell.cell_len > room for cell in cells)
    if not many:
        return _sized(names, cells), []
    mark = glyph("…", unicode=screen.unicode)
    fitting = [cell if cell.cell_len <= room else _beginning(cell, room - 1).append(mark) for cell in cells]
    said = "1 name is cut" if many == 1 else f"{many:,} names are cut"
    return _sized(names, fitting), [Text(), Text(f"{said}: whole in tsv, csv and json", QUIET)]


def _beginning(name: Text, width: int) -> Text:
    return next(iter(wrapped(name, width)), Text())  # of blanks alone no line is left


def _sized(column: Column, cells: Sequence[Text]) -> Column:
    width = max(len(column.name), *(cell.cell_len for cell in cells))
    return column._replace(cells=cells, natural=width, least=width, yields=False)


def _span(term: Term) -> str:
    """The years in which the first and the last of the events begin; of events whose beginning is unknown, the date."""
    if term.years:
        return "–".join(dict.fromkeys(_year(year) for year, _ in (term.years[0], term.years[-1])))
    return str(parse_edtf(term.first)) if term.first else ""


def _year(year: int) -> str:
    return str(parse_edtf(year_text(year)))
