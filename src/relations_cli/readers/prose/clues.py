"""What tells the years of an article beside its entries: its direction, a turn of the year, a heading, a dateline."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from relations_cli.dates.reading.leading import Leading, leading
from relations_cli.readers.prose.stockphrases import AGENCIES

DATELINE: Final = 120
"""Characters of the longest dateline."""

_LONGEST: Final = 200
_FAR_BACK: Final = 6  # months: more than this is the turn of a year


def descends(dates: Sequence[Leading]) -> bool:
    """Whether an article tells the latest first, by the dates that name a year."""
    explicit = [(date.year, date.month) for date in dates if date.year is not None and date.unit != "decade"]
    pairs = [(a, b) for a, b in pairwise(explicit) if a[0] != b[0] or (a[1] and b[1])]
    return sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs)


def turns_under_one_year(dates: Sequence[Leading]) -> bool:
    """Whether the dates before the first that names a year cannot all be of one: December, then January."""
    months = [date.month for date in takewhile(lambda date: date.lacks_year, dates) if date.month]
    return any(before - after > _FAR_BACK for before, after in pairwise(months))


def only_year(text: str) -> int | None:
    """The one year in a title or heading; None where it has several, or one that only begins or ends something."""
    years = re.findall(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d])", text[:_LONGEST])
    if len(set(years)) != 1:
        return None
    if re.search(rf"(?i)(?:since|from|after|before|until|to|by) {years[0]}|{years[0]} ?(?:[-–—/]|to|s\b|'s|’s)", text):
        return None
    return int(years[0])


def dateline_year(text: str) -> tuple[int, int] | None:
    """Year and month in an agency's dateline: ``SEOUL, June 14, 2000 (AP) -``; None where there is none."""
    head = text[:DATELINE]
    dash = re.search(r" [-–—]{1,2} |[-–—]{2}|—", head)
    if dash is None or not head[:1].isupper() or not re.search(rf"\b{AGENCIES}\b|^[A-Z]{{3,}}[^a-z]", head):
        return None
    for start in re.finditer(r"\b(?=[A-Z\d])", head[: dash.start() + 1]):
        date = leading(head[start.start() : dash.start()]) if start.start() else None
        if date is not None and date.year is not None and date.month:
            return date.year, date.month
    return None
