"""Dates that are known on one side alone, in EDTF: ``before 1950``, ``after May 1990``, ``by 2004``, ``<06/15/97``."""

import re
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import Day, day_number, day_of_number, day_text, year_text
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
_OF_DAY: Final = 10
_LENGTHS: Final = {"year": 4, "month": 7}
"""Characters of an EDTF date; of all others but these, that of a day counts."""
_WORDS: Final = "|".join(sorted(map(re.escape, _OPENERS), key=len, reverse=True))
_OPENER: Final = rf"(?i)(?:the )?({_WORDS})(?:(?<=[a-z])\s{{1,4}}|(?<=[<>=])\s{{0,4}})"


def opener(text: str) -> tuple[str, int]:
    """The side on which a text says that a date lies, and where the date begins; ``""`` and 0 where it says none."""
    match = re.match(_OPENER, text[:40])
    return (_OPENERS[match[1].lower()], match.end()) if match else ("", 0)


def on_side(side: str, date: FuzzyDate) -> FuzzyDate:
    """What lies on one side of a date.

    Args:
        side: of ``SIDES``.
        date: with an end of its own, no interval and no set.

    Raises:
        Refusal: it has no end there.
    """
    start, end = date.starts[0], date.ends[-1]
    if start is None or end is None:
        raise Refusal("an open range has nothing before or after it", "write a year, a month or a day")
    doubt = date.text[-1:] if date.text[-1:] in {"?", "~", "%"} else ""
    length = _LENGTHS.get(date.precision, _OF_DAY)
    if side in {"<", "after"}:
        text = (_neighbour(start[0], -1, length) if side == "<" else _neighbour(end[1], 1, length)) + doubt
    else:
        text = date.text if "/" not in date.text else _neighbour(end[1], 0, _OF_DAY)
    return edtf.read(SIDES[side].format(text))


def _neighbour(day: Day, step: int, length: int) -> str:
    """The day before (-1) or behind (1) a day, or its month or year, in EDTF."""
    there = day_of_number(day_number(day) + step)
    return day_text(there)[:length] if 0 <= there[0] <= 9999 else year_text(there[0])  # noqa: PLR2004
