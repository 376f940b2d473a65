"""An answer as a table: a row a line, upper-case heads, a footer that says what was left out."""

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError
from relations_cli.query.answer import Answer, Field, Hit
from relations_cli.query.fields import chosen
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, marked, plain
from relations_cli.views.footer import flowed, footer, legend
from relations_cli.views.glyphs import most_doubtful, status_sign
from relations_cli.views.palette import HEAD, QUIET, status_style
from relations_cli.writers.cells import cell

_TWO_LINES_BELOW = 70
_ROOM_FOR_TAGS = 100
_ROOM_FOR_IDS = 150
_LONGEST_DATE = 16
_DATES = ("date", "since", "changed", "first", "last", "corroborated", "admitted")
_WIDE = ("title", "summary", "text", "meaning", "note", "value", "reason")


def table(answer: Answer[Any], fields: Sequence[Field] | None = None, *, long: bool = False) -> View:
    """A view of the fields; without any, of those that its rows show best.

    Args:
        answer: the rows.
        fields: the columns.
        long: the summary of an event under its title.
    """

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        if answer.table.whole and fields is None:
            parts: list[RenderableType] = [_events(answer, screen, long=long)]
            signs = list(flowed(legend(answer, screen), screen.width))
            parts += [Text(), *signs] if signs else []
        else:
            parts = [_rows(answer, fields or chosen(answer.table, answer.table.tsv))]
        said = footer(answer) if screen.terminal else ""
        return draw(screen, *parts, *([Text(), Text(said, style=QUIET)] if said else []))

    return view


def _grid() -> Grid:
    return Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=HEAD, expand=False)


def _rows(answer: Answer[Any], fields: Sequence[Field]) -> Grid:
    grid = _grid()
    for field in fields:
        is_number = field.kind == "number"
        grid.add_column(
            field.name.upper(),
            justify="right" if is_number else "left",
            no_wrap=is_number or field.name in _DATES,
            overflow="fold",
            ratio=None if is_number or field.name in _DATES else 3 if field.name in _WIDE else 1,
        )
    for row in answer:
        grid.add_row(*[_cell(row, field) for field in fields])
    return grid


def _cell(row: Any, field: Field) -> Text:  # noqa: ANN401 -- any row type
    value = field.get(row)
    if field.name in _DATES and isinstance(value, str):
        return plain(_words(value))
    if field.name in ("status", "now") and isinstance(value, str):
        return plain(value, status_style(value))
    return plain(cell(value), QUIET if field.name in ("id", "event", "about") else "")


def _words(date: str) -> str:
    try:
        return str(parse_edtf(date))
    except DateError:  # a day beyond what EDTF writes
        return date


def _events(answer: Answer[Hit], screen: Screen, *, long: bool) -> Grid:
    if screen.width < _TWO_LINES_BELOW:
        return _events_in_two_lines(answer, screen, long=long)
    grid = _grid()
    extra = [name for name in ("distance", "context") if name in answer.table.fields]
    for name in extra:
        grid.add_column(name.upper(), no_wrap=True)
    grid.add_column("DATE", max_width=_LONGEST_DATE, overflow="fold")
    grid.add_column("TITLE", overflow="fold", ratio=5)
    grid.add_column("", width=1)
    if screen.width >= _ROOM_FOR_TAGS:
        grid.add_column("TAGS", overflow="fold", ratio=2)
    if screen.width >= _ROOM_FOR_IDS:
        grid.add_column("ID", no_wrap=True)
    for hit in answer:
        if not hit.follows:
            grid.add_row()  # as grep sets the groups of its context apart
        cells = [plain(str(getattr(hit, name) or ""), _emphasis(hit)) for name in extra]
        cells += [_date(hit), _title(hit, long=long), _sign(hit, screen)]
        cells += [_tags(hit)] if screen.width >= _ROOM_FOR_TAGS else []
        grid.add_row(*cells, *([plain(hit.event.id, QUIET)] if screen.width >= _ROOM_FOR_IDS else []))
    return grid


def _events_in_two_lines(answer: Answer[Hit], screen: Screen, *, long: bool) -> Grid:
    """Date, sign and distance on the first line, the title on the second."""
    grid = Grid(box=None, pad_edge=False, padding=0, show_header=False)
    grid.add_column(overflow="fold")
    for hit in answer:
        head = Text("  ").join(part for part in (_date(hit), _sign(hit, screen)) if part.plain)
        for note in (hit.distance, hit.context):
            head.append(f"  {note}" if note else "", QUIET)
        if not hit.follows:
            grid.add_row()
        grid.add_row(head)
        grid.add_row(Padding(_title(hit, long=long), (0, 0, 0, 2)))
    return grid


def _emphasis(hit: Hit) -> str:
    return HEAD if hit.distance == "anchor" or hit.context == "hit" else QUIET


def _date(hit: Hit) -> Text:
    return Text("undated", style=QUIET) if hit.date is None else plain(str(hit.date))


def _sign(hit: Hit, screen: Screen) -> Text:
    status = most_doubtful(hit)
    return Text(status_sign(status, unicode=screen.unicode), style=status_style(status))


def _tags(hit: Hit) -> Text:
    return plain(", ".join(hit.event.tags), QUIET)


def _title(hit: Hit, *, long: bool) -> Text:
    """The title with matched words marked; below it what matched elsewhere, and the summary where it is asked for."""
    title = marked(hit.title or hit.event.title, HEAD if hit.distance == "anchor" else "")
    if hit.snippet is not None:
        title.append("\n").append_text(marked(hit.snippet, QUIET))
    if long and hit.event.summary:
        title.append("\n").append_text(plain(hit.event.summary, QUIET)).append("\n")
    return title
