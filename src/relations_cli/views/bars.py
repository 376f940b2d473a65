"""Counts as bars to the width of the screen, and the vocabulary with a line of its years."""

from collections.abc import Sequence

from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.query.answer import Answer
from relations_cli.query.count import Count
from relations_cli.query.terms import Term
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.columns import Column, column_lines, side_by_side
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import footer
from relations_cli.views.gaps import folded, silence_lines
from relations_cli.views.palette import CALM, HEAD, QUIET
from relations_cli.views.roster import in_a_line

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_ASCII_HEIGHTS = "._-=+*%#"
_LONGEST_VALUE = 36
_LEAST_NAME = 20
_READABLE = 40
"""Cells: where a name or meaning would have less, it has the room before the line of years."""
_LONGEST_SPARK = 40


def counts(answer: Answer[Count]) -> View:
    """A view of counts as bars; a total alone is just its number."""

    def view(screen: Screen) -> str:
        if "value" not in answer.table.fields:
            return "".join(f"{row.n}\n" for row in answer)
        most = max((row.n for row in answer), default=0)
        longest = max((plain(row.value, screen).cell_len for row in answer), default=0)
        values = max(min(longest, _LONGEST_VALUE, screen.width // 2), 1)
        numbers = len(f"{most:,}")
        room = max(screen.width - values - numbers - 2, 0)
        n_of = {row.value: row.n for row in answer}
        lines = [
            _line(
                plain(value, screen), n_of[value], values, numbers, bar(n_of[value], most, room, unicode=screen.unicode)
            )
            if not silence
            else silence_lines(silence, values + 1, screen)
            for value, silence in folded(list(n_of), lambda value: not n_of[value])
        ]
        return draw(screen, *[line for several in lines for line in several], *footer(answer, screen))

    return view


def _line(value: Text, n: int, values: int, numbers: int, drawn: str) -> list[Text]:
    """A value on as many lines as it needs, its number and bar on the first."""
    first, *rest = wrapped(value, values)
    line = Text().append_text(first).append(" " * (values - first.cell_len))
    line.append(f" {n:>{numbers},} ", HEAD if n else QUIET).append(drawn, CALM)
    return [line, *rest]


def bar(n: int, most: int, width: int, *, unicode: bool) -> str:
    """A bar for a number, in eighths of a cell; the largest is as wide as it may be, none is none."""
    eighths = max(round(n / most * width * 8), 1) if n and width else 0
    if not unicode:
        return "#" * max(round(eighths / 8), min(eighths, 1))
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


def terms_view(answer: Answer[Term]) -> View:
    """A view of tags or actors, with how often each year names them where there is room."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        columns, cut = _columns(answer, screen), list[Text]()
        if "name" in answer.table.fields:
            columns, cut = in_a_line(columns, answer.rows, screen)
        years = _years(answer.rows)
        sparks = [Text(spark(term.years, years, unicode=screen.unicode), CALM) for term in answer]
        drawn = _column("–".join(dict.fromkeys(map(str, (years.start, years.stop - 1)))), sparks)
        roomy = [one._replace(least=min(one.natural, _READABLE)) if one.least < one.natural else one for one in columns]
        has_sparks = bool(years) and not cut and not side_by_side([*roomy, drawn], screen.width)[1]
        lines = list(column_lines([*columns, drawn] if has_sparks else columns, screen.width))
        if has_sparks:
            lines += [Text(), Text(f"{drawn.name}: {_cell_words(years)}, the highest is the row's busiest", QUIET)]
        return draw(screen, *lines, *(cut if screen.terminal else ()), *footer(answer, screen))

    return view


def _columns(answer: Answer[Term], screen: Screen) -> list[Column]:
    is_actors = "name" in answer.table.fields
    names = _column("NAME" if is_actors else "MEANING", [plain(term.name, screen) for term in answer])
    return [
        _column("ID", [plain(term.id, screen, QUIET) for term in answer]),
        names._replace(least=min(names.natural, _LEAST_NAME), yields=True),
        _column("N", [Text(f"{term.n:,}") for term in answer])._replace(right=True),
        _column("FIRST", [plain(_first_day(term.first), screen) for term in answer]),
        _column("LAST", [plain(_first_day(term.last), screen) for term in answer]),
    ]


def _column(name: str, cells: list[Text]) -> Column:
    width = max(len(name), *(cell.cell_len for cell in cells))
    return Column(name, cells, width, width)


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
    per_cell = _per_cell(span)
    cells = [0] * -(-len(span) // per_cell)
    for year, n in years:
        cells[(year - span.start) // per_cell] += n
    most = max(cells, default=0)
    heights = _HEIGHTS if unicode else _ASCII_HEIGHTS
    return "".join(heights[(n * len(heights) - 1) // most] if n else " " for n in cells)


def _per_cell(span: range) -> int:
    return max(-(-len(span) // _LONGEST_SPARK), 1)


def _cell_words(span: range) -> str:
    years = _per_cell(span)
    return "a bar is a year" if years == 1 else f"a bar is {years:,} years"
