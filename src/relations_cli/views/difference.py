"""What changed between two files: how much, then each entry with ``+``, ``-`` or ``~``, its changed words marked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from relations_cli.dates import parse_edtf
from relations_cli.escaping import shown_line
from relations_cli.limits import WORD_PAIRS, Budget
from relations_cli.query.answer import Answer
from relations_cli.query.diff import ENTRY_KINDS, Difference, DifferenceKind
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.palette import BAD, DOUBT, GOOD, HEAD, QUIET
from relations_cli.views.sheet import Part, Sheet
from relations_cli.writers.format import How

_PREFIXES: Final = {"added": "+", "removed": "-", "changed": "~"}
_STYLES: Final[dict[DifferenceKind, str]] = {"added": GOOD, "removed": BAD, "changed": DOUBT}


def difference(answer: Answer[Difference]) -> View:
    """A view of the differences: how many there are, then a line an entry, and below it a line a change."""

    def view(screen: Screen) -> str:
        sheet = Sheet()
        if answer.rows:
            sheet.add(*_totals(answer))
            sheet.gap()
        pairs = Budget(WORD_PAIRS)
        for _, rows in groupby(answer, key=lambda row: (row.of, row.kind, row.id)):
            first, *others = rows
            date = f"{parse_edtf(first.date)}  " if first.date else ""
            words = (date, Part(first.title, HEAD), Part(f" ({first.id})", QUIET))
            sheet.add(*words, label=f"{_PREFIXES[first.kind]} ", style=_STYLES[first.kind])
            for field, changes in groupby((first, *others), key=lambda row: row.field):
                for parts in _marked(list(changes), pairs) if field is not None else ():
                    sheet.add(f"{field}: ", *parts, indent=4)
        return sheet.text(screen)

    return view


def _totals(answer: Answer[Difference]) -> Iterator[Part]:
    """How many events, then how many propositions, were added, removed and changed, of which there are any."""
    entries = Counter((of, kind) for of, kind, _ in {(row.of, row.kind, row.id) for row in answer})
    said = ""
    for of in ENTRY_KINDS:
        found = [(kind, n) for kind in _STYLES if (n := entries[of, kind])]
        for place, (kind, n) in enumerate(found):
            noun = "" if place else f" {of}" if n == 1 else f" {of}s"
            joint = ", " if place else "; " if said else ""
            said = f"{joint}{n:,}{noun} "
            yield Part(said)
            yield Part(kind, _STYLES[kind])


def _marked(changes: Sequence[Difference], pairs: Budget) -> Iterator[list[Part]]:
    """Each change of a key; an entry of a list that went and one like it that came are one that changed."""
    from relations_cli.views.marking import marked_words  # Rich, which Markdown does not need

    came = {place: row.new for place, row in enumerate(changes) if row.old is None and row.new is not None}
    for place, row in enumerate(changes):
        if row.old is None:
            if place in came:
                yield [Part(f"+ {row.new}", GOOD)]
        elif row.new is None:
            yield _replaced(row.old, came, pairs) or [Part(f"- {row.old}", BAD)]
        else:
            yield marked_words(row.old, row.new, pairs)


def _replaced(old: str, came: dict[int, str], pairs: Budget) -> list[Part]:
    """The first of those that came which is like the old, with its changed words, taken out; nothing without one."""
    from relations_cli.views.marking import marked_if_alike  # as above

    for place, new in came.items() if pairs.left >= 0 else ():
        if parts := marked_if_alike(old, new, pairs):
            del came[place]
            return parts
    return []


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
        if (row.of, row.kind, row.id) != shown:
            date = f"{parse_edtf(row.date)}: " if row.date else ""
            lines.append(f"- **{row.kind}** {_escaped(date + row.title)} ({_code(row.id)})")
            shown = row.of, row.kind, row.id
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
