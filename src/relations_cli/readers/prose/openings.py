"""How a text opens: the date that it begins with, before its bullet, after ``Day 3``, or behind its year."""

import re
from functools import cache
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.names import MONTH_OF
from relations_cli.dates.reading.leading import bounded, leading
from relations_cli.readers.prose.bullets import without_bullet
from relations_cli.readers.prose.opening import STRONG, Opening, behind

_BRACKETS: Final = {"(": ")", "[": "]", "【": "】", "<": ">"}
_LOOKED_AT: Final = 160
_LONGEST: Final = 60  # characters of a date
_HOUR_FIRST: Final = (
    r"(?i)(?:(?:at|about) |(?=[(\[]))(?P<open>[(\[])?"
    r"(?P<time>\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?)(?(open)[)\]]),?(?: on)? "
)
"""A time before its day: ``At 9:30 a.m. on 3 May 2022``, ``(09:30) 3 May 2022``."""
_PARTS: Final = STRONG - {"alone", "clock"}


def opening_of(text: str, *, is_item: bool = False, is_counted: bool = False) -> Opening | None:
    """How a text opens, or None where it begins with no date. Looks at its first 160 characters.

    Args:
        text: of the block.
        is_item: whether it is one of a list; a bullet says so as well. There a date may stand
            behind ``On``, ``In`` or ``By``.
        is_counted: whether a number before it counts it.
    """
    is_signed = text[:1] in "~<>"  # a sign of the date, and no bullet
    whole = _opening(text) if is_signed or (text[:1].isdigit() and not is_counted) else None
    if whole is not None and (is_signed or whole.date.unit == "day"):  # "20. August 2012"
        return whole
    bare = _without_count(without_bullet(text, is_date=True))
    found = _opening(bare) or (_opening(text) if bare != text else None)
    if found is None and (hour := re.match(_HOUR_FIRST, bare)):
        found = _opening(f"{hour['time']}, {bare[hour.end() :]}")
    if found is None and (is_item or bare != text) and bare.startswith(("On ", "In ", "By ")):
        found = _opening(bare[3:])
        return replace(found, separator="on") if found is not None and found.text else found
    return found


def _without_count(text: str) -> str:
    """The text behind the number of a day that stands before its date: ``Day 3, Nov. 6``."""
    match = re.match(r"(?i:day) \d{1,4}(?:,| ?[-–—:])\s{1,9}", text)
    return text[match.end() :] if match and leading(text[match.end() : _LOOKED_AT]) is not None else text


def narrated(text: str) -> Opening | None:
    """How a paragraph opens that begins with ``On`` and a day, or ``In`` and less, as a story does."""
    found = _opening(text[3:]) if text.startswith(("On ", "In ")) else None
    if found is None or not found.text or (found.date.unit == "day") != (text[:1] == "O"):
        return None
    return replace(found, separator="on")


def _opening(text: str) -> Opening | None:
    """The same of a bare text; behind a year and a strong separator there may be its day: ``1993: May 5: …``."""
    found = _opening_once(text)
    if found is None or found.separator not in _PARTS or found.date.unit != "year" or found.date.last is not None:
        return found
    inner = _opening_once(found.text)
    if inner is None or not inner.date.lacks_year or not inner.date.month:
        return found
    is_day = inner.separator == "comma" and inner.date.unit == "day"  # "1996: May 2, The plan …"
    if inner.separator not in _PARTS and not is_day:
        return found
    of_year = found.date.first
    first = replace(inner.date.first, year=of_year.year, has_era=of_year.has_era)
    return replace(inner, date=replace(inner.date, first=first, alone=None))


def _opening_once(text: str) -> Opening | None:
    head = text[:_LOOKED_AT]
    closing = _BRACKETS.get(head[:1], "")
    closing = closing if closing in head else ""  # "<06/15/97" is a bound
    start = 1 if closing else 0
    date = leading(head[start:])
    # In small letters, or on one side: "After 1990 the town grows" and "may 5 men go" are sentences
    written = _small_month().sub(lambda match: match[0].capitalize(), head[start:_LONGEST]) + head[_LONGEST:]
    for rarer in (leading(written), bounded(written)):
        if rarer is not None and (date is None or rarer.length > date.length):
            found = behind(text, start, rarer, closing)
            if found is not None and found.separator in STRONG:
                return found
    if date is None:
        return None
    found = behind(text, start, date, closing)
    if date.alone is None or (found is not None and (not date.is_loose or _is_range(found))):
        return found
    return behind(text, start, date.alone, closing)


@cache
def _small_month() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(MONTH_OF)})(?![a-z])")


def _is_range(found: Opening) -> bool:
    """Whether two dates with a spaced dash between are a range: else the dash parts a date from its text."""
    if found.separator in STRONG:
        return True
    last = found.date.last
    if last is not None and last.day and not last.month and not last.year:
        return False
    return not found.text[:1].islower()
