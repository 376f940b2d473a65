"""Counts as bars to the width of the screen, and the vocabulary with a line of its years."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table as Grid
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.query.answer import Answer
from relations_cli.query.count import Count
from relations_cli.query.terms import Term
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import footer
from relations_cli.views.palette import CALM, HEAD, QUIET

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_ASCII_HEIGHTS = "._-=+*%#"
_LONGEST_VALUE = 36
_ROOM_FOR_SPARKS = 90
_LONGEST_SPARK = 40


def counts(answer: Answer[Count]) -> View:
    """A view of counts as bars; a total alone is just its number."""

    def view(screen: Screen) -> str:
        if "value" not in answer.table.fields:
            return "".join(f"{row.n}\n" for row in answer)
        most = max((row.n for row in answer), default=0)
        values = min(max((cell_len(plain(row.value).plain) for row in answer), default=0), _LONGEST_VALUE)
        numbers = len(f"{most:,}")
        room = max(screen.width - values - numbers - 3, 1)
        lines = [_line(row, values, numbers, bar(row.n, most, room, unicode=screen.unicode)) for row in answer]
        return draw(screen, *[line for several in lines for line in several], *_said(answer, screen))

    return view


def _line(row: Count, values: int, numbers: int, drawn: str) -> list[Text]:
    """A value on as many lines as it needs, its number and bar on the first."""
    first, *rest = wrapped(plain(row.value), values) or [Text()]
    line = Text().append_text(first).append(" " * (values - first.cell_len))
    line.append(f" {row.n:>{numbers},} ", HEAD if row.n else QUIET).append(drawn, CALM)
    return [line, *rest]


def bar(n: int, most: int, width: int, *, unicode: bool) -> str:
    """A bar for a number, in eighths of a cell; the largest is as wide as it may be, none is none."""
    eighths = 0 if most == 0 else max(round(n / most * width * 8), 1 if n else 0)
    if not unicode:
        return "#" * max(round(eighths / 8), 1 if n else 0)
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


def terms_view(answer: Answer[Term]) -> View:
    """A view of tags or actors, with how often each year names them where there is room."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=HEAD)
        is_actors = "name" in answer.table.fields
        grid.add_column("ID", overflow="fold", ratio=2)
        grid.add_column("NAME" if is_actors else "MEANING", overflow="fold", ratio=3)
        grid.add_column("N", justify="right", no_wrap=True)
        grid.add_column("FIRST", no_wrap=True)
        grid.add_column("LAST", no_wrap=True)
        years = _years(answer.rows)
        has_sparks = screen.width >= _ROOM_FOR_SPARKS and bool(years)
        if has_sparks:
            grid.add_column(f"{years[0]}–{years[-1]}", no_wrap=True)
        for term in answer:
            cells = [plain(term.id, QUIET), plain(term.name), Text(str(term.n))]
            cells += [plain(_first_day(term.first)), plain(_first_day(term.last))]
            grid.add_row(
                *cells, *([Text(spark(term.years, years, unicode=screen.unicode), CALM)] if has_sparks else [])
            )
        return draw(screen, grid, *_said(answer, screen))

    return view


def _first_day(date: str | None) -> str:
    """When a date begins, which is short enough for a column."""
    if date is None:
        return ""
    begins = date.split("/")[0]
    words = str(parse_edtf(date))
    return words if len(words) <= _LONGEST_DATE or begins in ("", "..", date) else str(parse_edtf(begins))


_LONGEST_DATE = 14


def _years(terms: Sequence[Term]) -> range:
    touched = [year for term in terms for year, _ in term.years]
    return range(min(touched), max(touched) + 1) if touched else range(0)


def spark(years: Sequence[tuple[int, int]], span: range, *, unicode: bool) -> str:
    """A line of the yearly counts over a span, at most 40 cells wide: several years share a cell where it is longer."""
    per_cell = -(-len(span) // _LONGEST_SPARK)
    cells = [0] * -(-len(span) // per_cell)
    for year, n in years:
        cells[(year - span.start) // per_cell] += n
    most = max(cells, default=0)
    heights = _HEIGHTS if unicode else _ASCII_HEIGHTS
    return "".join(heights[(n * len(heights) - 1) // most] if n else " " for n in cells)


def _said(answer: Answer[Count] | Answer[Term], screen: Screen) -> list[Text]:
    said = footer(answer) if screen.terminal else ""
    return [Text(), Text(said, style=QUIET)] if said else []
