"""Years as headings of a table of events, each said once where rows that follow each other share it; dates below."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.views.console import wrapped
from relations_cli.views.drawn_dates import heading_of, time_of
from relations_cli.views.palette import QUIET

_INDENT = 2


class RowDate(NamedTuple):
    """When an event was, in words."""

    words: Text
    """Without the year that a heading says."""
    margin: int
    """Cells: what stands under a heading is indented."""

    @classmethod
    def of(cls, hit: Hit, year: str) -> "RowDate":
        """The date of an event that stands under the heading of a year, or under none where that is empty."""
        if hit.date is None:
            return cls(Text("undated", style=QUIET), 0)
        return cls(Text(time_of(hit)), _INDENT) if year else cls(Text(str(hit.date)), 0)

    def lines(self, width: int) -> list[Text]:
        """The lines of the date, broken between its ends first."""
        room, words = width - self.margin, self.words.plain
        ends = [words] if self.words.cell_len <= room else re.split("(?<= –) ", words)
        indent = Text(" " * self.margin)
        lines = [line for end in ends for line in wrapped(Text(end, self.words.style), room)]
        return [indent.copy().append_text(line) for line in lines]


def year_headings(answer: Answer[Hit]) -> Sequence[str]:
    """For each row the year under whose heading it stands; empty where it stands under none.

    A heading spares two dates or more their year. There is none where rows do not follow each other in time, and none
    among the neighbours of an anchor.
    """
    rows = answer.rows
    by_time = answer.query.order == "date" and answer.query.sort in (None, "date")
    if not by_time or not _in_time(rows) or any(hit.distance for hit in rows):
        return [""] * len(rows)
    headings: list[str] = []
    for heading, group in groupby(rows, key=_year):
        shared = list(group)
        spared = sum(time_of(hit) != str(hit.date) for hit in shared) if heading else 0
        headings += [heading if spared > 1 else ""] * len(shared)
    return headings


def _year(hit: Hit) -> str:
    return "" if hit.date is None else heading_of(hit)


def _in_time(rows: Sequence[Hit]) -> bool:
    keys = [hit.date.sort_key for hit in rows if hit.date is not None and hit.is_dated]
    pairs = list(pairwise(keys))
    return all(one <= other for one, other in pairs) or all(one >= other for one, other in pairs)
