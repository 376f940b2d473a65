"""Dates that are known on one side alone, in EDTF: ``before 1950``, ``after May 1990``, ``by 2004``, ``<06/15/97``."""

import re
from functools import cache
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import Day, day_text, month_length, year_text
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.refusal import Refusal

SIDES: Final = {"<": "[..{}]", "<=": "[..{}]", "after": "[{}..]", ">=": "[{}..]", "..": "../{}"}
"""EDTF by what a date is the bound of; before and after leave out the date itself."""

_OPENERS: Final = {
    **dict.fromkeys(("before", "prior to", "earlier than", "<"), "<"),
    **dict.fromkeys(("by", "no later than", "not later than", "on or before", "not after", "<="), "<="),
    **dict.fromkeys(("after", "later than", ">"), "after"),
    **dict.fromkeys(("no earlier than", "not before", "on or after", ">="), ">="),
    **dict.fromkeys(("until", "till", "up to"), ".."),
}
_SIZES: Final = {"year": 1, "month": 2, "day": 3}


@cache
def _opener() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _OPENERS), key=len, reverse=True))
    return re.compile(rf"(?:the )?({words})(?:(?<=[a-z])\s{{1,4}}|(?<=[<>=])\s{{0,4}})", re.IGNORECASE)


def opener(text: str) -> tuple[str, int]:
    """The side on which a text says that a date lies, and where the date begins; ``""`` and 0 where it says none."""
    match = _opener().match(text[:40])
    return (_OPENERS[match[1].lower()], match.end()) if match else ("", 0)


def on_side(side: str, date: FuzzyDate) -> FuzzyDate:
    """What lies on one side of a date.

    Args:
        side: of ``SIDES``.
        date: with an end of its own, no interval and no set.

    Raises:
        Refusal: it has no end there.
    """
    if date.precision in {"interval", "set"} and side != "..":
        start, end = date.starts[0], date.ends[-1]
    else:
        start, end = date.starts[0], date.ends[0]
    if start is None or end is None:
        raise Refusal("an open range has nothing before or after it", "write a year, a month or a day")
    doubt = date.text[-1:] if date.text[-1:] in {"?", "~", "%"} else ""
    size = _SIZES.get(date.precision, 3)
    match side:
        case "<":
            text = _neighbour(start[0], -1, size) + doubt
        case "after":
            text = _neighbour(end[1], 1, size) + doubt
        case _:
            text = date.text if "/" not in date.text else _neighbour(end[1], 0, 3)
    return edtf.read(SIDES[side].format(text))


def _neighbour(day: Day, step: int, size: int) -> str:
    """The day before (-1) or behind (1) a day, to so many of its parts, in EDTF."""
    year, month, of_month = day[0], day[1], day[2] + step
    if not of_month:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        of_month = month_length(year, month)
    elif of_month > month_length(year, month):
        year, month, of_month = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)  # noqa: PLR2004
    if size == 1 or not 0 <= year <= 9999:  # noqa: PLR2004
        return year_text(year)
    return day_text((year, month, of_month))[: 7 if size == 2 else 10]  # noqa: PLR2004
