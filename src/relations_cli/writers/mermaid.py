"""Mermaid's ``timeline``: sections of years, periods with their events, drawn in the order of time."""

import re
from collections.abc import Iterator
from typing import Final

from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.printing.parts import year_name
from relations_cli.errors import Remark
from relations_cli.escaping import shown_line
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, in_order
from relations_cli.writers.format import How
from relations_cli.writers.told import not_placed, placed, read_again

_MARKS: Final = re.compile(r"""[#;:%<>&{}"`\\]""")
"""What Mermaid, or the HTML in which it stands, may take for its own: colons part events, ``%%`` begins a directive."""
_MOST: Final = 50_000
"""Characters that Mermaid draws (``maxTextSize``), unless the page allows more."""
_UNTITLED: Final = "(untitled)"


def write(answer: Answer[Hit], _how: How) -> Iterator[str]:
    """The diagram, an event a line; events of one date share its period."""
    yield f"timeline\n    title {_text(answer.vocabulary.title)}\n"
    section = period = ""
    hits = placed(answer, _can_hold)
    for hit in in_order(hits, reverse=answer.query.reverse):
        year, when = _year(hit.date), _text(read_again(hit.date) if hit.date is not None else "")
        if year != section:
            yield f"    section {year}\n"
        yield f"        {when if (year, when) != (section, period) else ' ' * len(when)} : {_text(hit.event.title)}\n"
        section, period = year, when


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many events no period can place, undated ones; and that the whole is more than Mermaid draws."""
    size = sum(map(len, write(answer, How())))
    said = not_placed(answer, _can_hold)
    if size > _MOST:
        more = "ask for fewer events, or set its maxTextSize"
        said.append(Remark(f"Mermaid draws {_MOST:,} characters, and these are {size:,}: {more}"))
    return said


def _can_hold(hit: Hit) -> bool:
    return bool(_year(hit.date))


def _year(date: FuzzyDate | None) -> str:
    """The year in which a date begins, else ends, as people count; empty where neither is known."""
    day = (date.lower or date.upper) if date is not None else None
    return "" if day is None else year_name(day[0])


def _text(text: str) -> str:
    """A text on a line that says nothing to Mermaid: its marks are entities of its own, ``#58;`` for a colon."""
    line = " ".join(shown_line(text).split())
    return _MARKS.sub(lambda match: f"#{ord(match[0])};", line) or _UNTITLED
