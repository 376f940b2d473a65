"""An answer as a table: a row a line, upper-case heads, a footer that says what was left out."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table as Grid
from rich.text import Text

from relations_cli.query.answer import Answer, Field, Hit
from relations_cli.query.fields import chosen
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, marked, plain
from relations_cli.writers.cells import cell

_ROOM_FOR_IDS = 120


def table(answer: Answer[Any], fields: Sequence[Field] | None = None, *, long: bool = False) -> View:
    """A view of the fields; without any, of those that its rows show best."""

    def view(screen: Screen) -> str:
        shown = fields if fields is not None else _fields(answer, screen)
        as_hits = fields is None and answer.table.whole
        grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for field in shown:
            _add_column(grid, field)
        for row in answer:
            grid.add_row(*[_event_cell(row, field) if as_hits else _cell(row, field) for field in shown])
        parts = [grid] if answer.rows else []
        footer = _footer(answer) if screen.terminal else ""
        return draw(screen, *parts, *([Text(f"\n{footer}", style="dim")] if footer else []))

    return view


def _fields(answer: Answer[Any], screen: Screen) -> tuple[Field, ...]:
    if not answer.table.whole:
        return chosen(answer.table, answer.table.tsv)
    names = "date,title,tags,id" if screen.width >= _ROOM_FOR_IDS else "date,title,tags"
    return chosen(answer.table, names)


def _add_column(grid: Grid, field: Field) -> None:
    if field.kind == "number":
        grid.add_column(field.name.upper(), justify="right", no_wrap=True)
    elif field.name in ("date", "first", "last"):
        grid.add_column(field.name.upper(), no_wrap=True)
    else:
        ratio = 3 if field.name in ("title", "summary", "text", "meaning") else 1
        grid.add_column(field.name.upper(), overflow="fold", ratio=None if field.name == "id" else ratio)


def _cell(row: Any, field: Field) -> Text:  # noqa: ANN401 -- any row type
    return plain(cell(field.get(row)))


def _event_cell(hit: Hit, field: Field) -> Text:
    """The date as people read it, and the matched words of a search."""
    if field.name == "date":
        return Text("undated", style="dim") if hit.date is None else plain(str(hit.date))
    if field.name == "title":
        title = marked(hit.title or hit.event.title)
        return title if hit.snippet is None else title.append("\n").append_text(marked(hit.snippet, style="dim"))
    if field.name == "tags":
        return plain(", ".join(hit.event.tags), style="dim")
    return plain(cell(field.get(hit)), style="dim")


def _footer(answer: Answer[Any]) -> str:
    """How many of how many, in which order, and what is not there."""
    query, out = answer.query, answer.left_out
    parts = []
    if answer.table.whole and answer.rows:
        if query.order == "rank":
            order = "best first; --sort date for the order in time"
        else:
            order = "latest first" if query.reverse else "oldest first; -r for the latest"
        parts.append(f"{len(answer)} of {answer.searched} events, {order}")
    if out.limit:
        parts.append(f"{out.limit} more cut by --limit")
    if out.later:
        parts.append(f"{out.later} events became known later")
    return "; ".join(parts)
