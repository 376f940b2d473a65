"""An answer as a table: upper-case heads, a row of any kind in as many lines as it needs, what was left out below."""

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError
from relations_cli.query.answer import Answer
from relations_cli.query.fields import chosen
from relations_cli.query.table import Field
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.addresses import is_address, linked
from relations_cli.views.columns import Column, column_lines
from relations_cli.views.console import draw, plain
from relations_cli.views.events import event_lines
from relations_cli.views.footer import footer
from relations_cli.views.palette import LINK, QUIET, stance_style, status_style
from relations_cli.writers.cells import cell

_SLIVER = 40
"""Cells: a column of prose is no narrower."""
_DATES = ("date", "since", "changed", "first", "last", "known", "lower", "upper", "corroborated", "admitted")
_STYLES = {"status": status_style, "now": status_style, "stance": stance_style}
_QUIET = ("id", "event", "about", "related", "denied_by")


def table(answer: Answer[Any], fields: Sequence[Field] | None = None, *, long: bool = False) -> View:
    """A view of the fields; without any, of those that its rows show best.

    Args:
        answer: the rows.
        fields: the columns, in their order.
        long: the summary of an event under its title.
    """

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        if answer.table.whole and fields is None:
            lines = event_lines(answer, screen, long=long)
        else:
            shown = fields or chosen(answer.table, answer.table.tsv)
            lines = column_lines([_column(answer.rows, field, screen) for field in shown], screen.width)
        return draw(screen, *lines, *footer(answer, screen))

    return view


def _column(rows: Sequence[Any], field: Field, screen: Screen) -> Column:
    """The column of a field: prose is no narrower than half the width, what has to stay whole is as wide as it is."""
    cells = [_cell(field.get(row), field, screen) for row in rows]
    name = field.name.upper()
    lengths = [cell.cell_len for cell in cells]
    natural = max(len(name), *lengths)
    is_prose = field.kind in ("text", "value") and field.name not in _DATES and any(" " in cell.plain for cell in cells)
    several = field.kind in ("texts", "objects", "object")
    sliver = min(_SLIVER, screen.width // 2) if is_prose else 0
    least = min(natural, max(len(name), sliver)) if is_prose else natural
    yields = several or (field.name in _QUIET and not is_prose)
    return Column(name, cells, natural, least, right=field.kind == "number", yields=yields)


def _cell(value: object, field: Field, screen: Screen) -> Text:
    if isinstance(value, str) and field.name in _DATES:
        return plain(_words(value), screen)
    if isinstance(value, str) and field.name in _STYLES:
        return plain(value, screen, _STYLES[field.name](value))
    if isinstance(value, int) and field.kind == "number":
        return Text(f"{value:,}")
    if isinstance(value, (list, tuple)) and all(isinstance(one, str | None) for one in value):
        texts = [one for one in value if one]
        return Text(" " if any(map(is_address, texts)) else ", ").join(_text(one, field, screen) for one in texts)
    return _text(cell(value), field, screen)


def _text(value: str, field: Field, screen: Screen) -> Text:
    if is_address(value):
        return plain(value, screen, linked(value, LINK))
    return plain(value, screen, QUIET if field.name in _QUIET else "")


def _words(date: str) -> str:
    try:
        return str(parse_edtf(date))
    except DateError:  # a day beyond what EDTF writes
        return date
