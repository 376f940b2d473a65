"""The year and month that an agency's dateline gives: ``SEOUL, June 14, 2000 (AP) -``."""

import re
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.readers.prose.stockphrases import AGENCIES

DATELINE: Final = 120
"""Characters of the longest dateline."""


def dateline_year(text: str) -> tuple[int, int] | None:
    """Year and month in an agency's dateline: ``SEOUL, June 14, 2000 (AP) -``; None where there is none."""
    head = text[:DATELINE]
    if not head[:1].isupper() or not re.search(rf"\b{AGENCIES}\b|^[A-Z]{{3,}}[^a-z]", head):
        return None
    dash = re.search(r" [-–—]{1,2} |[-–—]{2}|—", head)
    if dash is None:
        return None
    for start in re.finditer(r"\b(?=[A-Z\d])", head[: dash.start() + 1]):
        date = leading(head[start.start() : dash.start()]) if start.start() else None
        if date is not None and date.year is not None and date.month:
            return date.year, date.month
    return None
