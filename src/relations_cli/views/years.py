"""Years as headings of a table of events: each said once, where rows that follow each other share it."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.views.drawn_dates import heading_of, time_of


def year_headings(answer: Answer[Hit]) -> Sequence[str]:
    """For each row the year under whose heading it stands; empty where it stands under none.

    A heading spares two dates or more their year. There is none where rows do not follow each other in time, and none
    among the neighbours of an anchor.
    """
    rows = answer.rows
    if answer.query.order != "date" or not _in_time(rows) or any(hit.distance for hit in rows):
        return [""] * len(rows)
    headings: list[str] = []
    for heading, group in groupby(rows, key=_year):
        shared = list(group)
        spared = sum(time_of(hit) != str(hit.date) for hit in shared) if heading else 0
        headings += [heading if spared > 1 else ""] * len(shared)
    return headings


def _year(hit: Hit) -> str:
    return heading_of(hit) if hit.date is not None and hit.date.first_day is not None else ""


def _in_time(rows: Sequence[Hit]) -> bool:
    keys = [hit.date.sort_key for hit in rows if hit.date is not None and hit.is_dated]
    pairs = list(pairwise(keys))
    return all(one <= other for one, other in pairs) or all(one >= other for one, other in pairs)
