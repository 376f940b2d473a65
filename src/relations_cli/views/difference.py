"""What changed between two files, as diff shows it: ``+``, ``-`` and ``~``, each change as ``old → new``."""

from collections.abc import Iterator

from relations_cli.dates import parse_edtf
from relations_cli.escaping import shown_line
from relations_cli.query.answer import Answer
from relations_cli.query.diff import Difference
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.palette import BAD, DOUBT, GOOD, HEAD, QUIET
from relations_cli.views.sheet import Part, Sheet
from relations_cli.writers.format import How

_PREFIXES = {"added": "+", "removed": "-", "changed": "~"}
_STYLES = {"added": GOOD, "removed": BAD, "changed": DOUBT}


def difference(answer: Answer[Difference]) -> View:
    """A view of the differences: a line an event, and below it a line a change."""

    def view(screen: Screen) -> str:
        sheet = Sheet()
        shown = None
        for row in answer:
            if (row.kind, row.id) != shown:
                date = f"{parse_edtf(row.date)}  " if row.date else ""
                prefix = Part(f"{_PREFIXES[row.kind]} ", _STYLES[row.kind])
                sheet.add(prefix, date, Part(row.title, HEAD), Part(f" ({row.id})", QUIET))
                shown = row.kind, row.id
            if row.field is not None:
                sheet.add(_change(row), indent=4)
        return sheet.text(screen)

    return view


def _change(row: Difference) -> str:
    if row.old is None:
        return f"{row.field}: + {row.new}"
    if row.new is None:
        return f"{row.field}: - {row.old}"
    return f"{row.field}: {row.old} → {row.new}{_hours(row)}"


def _hours(row: Difference) -> str:
    """How many hours a date moved, where both dates say a time; nothing else."""
    if row.field != "date" or not row.old or not row.new or "T" not in row.old or "T" not in row.new:
        return ""
    from relations_cli.dates.clock import hours_text  # most chronologies know days alone

    minutes = parse_edtf(row.old).minutes_to(parse_edtf(row.new))
    return f" ({hours_text(minutes)} {'later' if minutes > 0 else 'earlier'})" if minutes else ""


def markdown(answer: Answer[Difference], _how: How) -> Iterator[str]:
    """The differences as a Markdown list, ready for a changelog; no text of the data is markup, nor breaks a line."""
    lines, shown = [], None
    for row in answer:
        if (row.kind, row.id) != shown:
            date = f"{parse_edtf(row.date)}: " if row.date else ""
            lines.append(f"- **{row.kind}** {_escaped(date + row.title)} ({_code(row.id)})")
            shown = row.kind, row.id
        if row.field is not None:
            lines.append(f"  - {_escaped(_change(row))}")
    yield from (f"{line}\n" for line in lines)


def _code(text: str) -> str:
    """A text on one line between backticks, without its own."""
    return f"`{shown_line(text).replace('`', '')}`"


def _escaped(text: str) -> str:
    """A text on one line whose characters mean nothing to Markdown or HTML."""
    import re

    return re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", shown_line(text))
