"""How a text opens: with its date, behind a bullet, ``Day 3`` or its year; what parts that from the text; the text."""

import re
from functools import cache
from typing import Final, Literal, cast

import msgspec
from msgspec.structs import replace

from relations_cli.dates.names import MONTH_OF, WEEKDAY_OF
from relations_cli.dates.printing.again import leading_printed
from relations_cli.dates.reading.leading import Leading, bounded, leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.readers.prose.block import without_bullet

Separator = Literal[
    "alone", "colon", "dash", "gap", "bar", "bracket", "clock", "comma", "point", "space", "on", "release"
]
"""What stands between the date and the text; alone: there is no text."""

STRONG: Final = frozenset({"alone", "colon", "dash", "gap", "bar", "bracket", "clock", "release"})
"""Separators that no sentence has behind its first date."""

_WEAK: Final = frozenset({"comma", "space", "point"})
_BRACKETS: Final = {"(": ")", "[": "]", "【": "】", "<": ">"}
_HEAD: Final = 160
_LONGEST: Final = 60  # characters of a date
_SMALL_MONTH: Final = rf"(?<![A-Za-z])(?:{'|'.join(MONTH_OF)})(?![a-z])"
_HOUR_FIRST: Final = (
    r"(?i)(?:(?:at|about) |(?=[(\[]))(?P<open>[(\[])?"
    r"(?P<time>\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?)(?(open)[)\]]),?(?: on)? "
)
"""A time before its day: ``At 9:30 a.m. on 3 May 2022``, ``(09:30) 3 May 2022``."""
_PARTS: Final = STRONG - {"alone", "clock"}
_LOOKED_AT: Final = 40  # characters in which there is a letter or a figure, if there is a text


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A block that begins with a date."""

    date: Leading
    separator: Separator
    mark: str
    """The separator as written, without spaces."""
    text: str
    """What stands behind it."""

    @property
    def has_time(self) -> bool:
        """Whether its day has a time."""
        return bool(self.date.first.clock)


NO_DATE: Final = Opening(date=Leading(length=0, first=Spoken()), separator="alone", mark="", text="")
"""Of a block whose date nobody knows."""


@cache
def _separators() -> re.Pattern[str]:
    space = r"[ \t\u00a0\u202f\u2009\u2002\u2003\u3000]"
    return re.compile(
        r"(?:"
        rf"(?P<clock>T(?=\d\d:\d\d)"
        rf"|,?{space}{{1,4}}(?:at )?{space}?\(?(?=\d{{1,2}}[:.]\d\d(?!\d)|\d{{1,2}} ?[ap]\.?m\b))"
        rf"|(?P<colon>{space}{{0,9}}[:\uff1a;]{space}{{0,9}}[-–—]?)"
        rf"|(?P<dash>,?{space}{{0,9}}(?:[–—―\u2212]{{1,3}}|-{{1,3}}(?=[\sA-Z\"'“‘]|$)|-{{2,3}}|[=-]{{1,2}}>))"
        rf"|(?P<bar>{space}{{0,9}}[|•·▪◦●■►▶→✓∙])"
        rf"|(?P<gap>(?:[\t\u3000]|{space}{{2}}){space}{{0,9}}(?:[,\uff0c\u3001]|[.\u3002](?!\d))?)"
        rf"|(?P<comma>{space}?[,\uff0c\u3001])"
        rf"|(?P<point>{space}?[.\u3002](?!\d))"
        rf"|(?P<space>{space}|(?=[A-Z“‘\"(\[「『《（])|(?<=[年月日号號년월일])(?=\w))"
        r"|$)"
    )


@cache
def _weekday() -> re.Pattern[str]:
    """A weekday behind its date: before a closing bracket, in brackets of its own, or behind a comma."""
    weekday = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?\.?"
    return re.compile(rf",?\s{{1,9}}{weekday}(?=[\]>)】])|\s{{0,9}}\({weekday}\)|, {weekday}(?=[:\s])")


def behind(text: str, start: int, date: Leading, closing: str = "") -> Opening | None:
    """What parts a date from the text behind it; None where what stands there parts nothing.

    Args:
        text: with the date in it.
        start: where the date begins.
        date: which it is.
        closing: the bracket that has to stand behind the date; empty where none opened before it.
    """
    end = start + date.length
    if date.lacks_year and text[end : end + 2] in {" '", " ’"} and text[end + 2 : end + 4].isdecimal():
        return None  # "12 Mar '14": nobody knows the century
    if weekday := _weekday().match(text, end):
        date, end = date.on_weekday(WEEKDAY_OF[(weekday[1] or weekday[2] or weekday[3]).lower()]), weekday.end()
    if not text.startswith(closing, end):
        return None
    end += len(closing)
    match = _separators().match(text, end)
    if match is None:
        return None
    rest = text[match.end() :].strip()
    if not any(map(str.isalnum, rest[:_LOOKED_AT])):
        return Opening(date=date, separator="alone", mark=match[0].strip(), text="")
    separator = cast("Separator", match.lastgroup or "alone")
    found = Opening(date=date, separator=separator, mark=match[0].strip(), text=rest)
    if separator in _WEAK and (closing or found.has_time):
        return replace(found, separator="clock" if found.has_time and not closing else "bracket")
    return found


def opening_of(text: str, *, is_item: bool = False, is_counted: bool = False) -> Opening | None:
    """How a text opens, or None where it begins with no date. Looks at its first 160 characters.

    Args:
        text: of the block.
        is_item: whether it is one of a list; a bullet says so as well. There a date may stand
            behind ``On``, ``In`` or ``By``.
        is_counted: whether a number before it counts it.
    """
    is_signed = text[:1] in "~<>?"  # a sign of the date, and no bullet
    whole = _opening(text) if is_signed or (text[:1].isdigit() and not is_counted) else None
    if whole is not None and (is_signed or whole.date.unit == "day"):  # "20. August 2012"
        return whole
    bare = text if re.match(r"-0\d{3}(?!\d)", text) else without_bullet(text, is_date=True)  # -0043 is 44 BC
    count = re.match(r"(?i:day) \d{1,4}(?:,| ?[-–—:])\s{1,9}", bare)  # "Day 3, Nov. 6"
    bare = bare[count.end() :] if count and leading(bare[count.end() : _HEAD]) is not None else bare
    found = _opening(bare) or (_opening(text) if bare != text else None)
    if found is None and (hour := re.match(_HOUR_FIRST, bare)):
        found = _opening(f"{hour['time']}, {bare[hour.end() :]}")
    if found is None and (is_item or bare != text) and bare.startswith(("On ", "In ", "By ")):
        found = _opening(bare[3:])
        return replace(found, separator="on") if found is not None and found.separator not in STRONG else found
    return found


def narrated(text: str) -> Opening | None:
    """How a paragraph opens that begins with ``On`` and a day, or ``In`` and less, as a story does."""
    found = _opening(text[3:]) if text.startswith(("On ", "In ")) else None
    if found is None or not found.text or (found.date.unit == "day") != (text[:1] == "O"):
        return None
    return found if found.separator in STRONG else replace(found, separator="on")


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
    head = text[:_HEAD]
    closing = _BRACKETS.get(head[:1], "")
    closing = closing if closing in head else ""  # "<06/15/97" is a bound
    start = 1 if closing else 0
    date = leading(head[start:])
    # In small letters, or on one side: "After 1990 the town grows" and "may 5 men go" are sentences
    written = re.sub(_SMALL_MONTH, lambda match: match[0].capitalize(), head[start:_LONGEST]) + head[_LONGEST:]
    is_whole = date is not None and head.startswith(": ", start + date.length)  # as most are
    for rarer in (None if is_whole else leading_printed(head[start:]), leading(written), bounded(written)):
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


def _is_range(found: Opening) -> bool:
    """Whether two dates with a spaced dash between are a range: else the dash parts a date from its text."""
    if found.separator in STRONG:
        return True
    last = found.date.last
    if last is not None and last.day and not last.month and not last.year:
        return False
    return not found.text[:1].islower()
