"""How a block opens, as a value: its date, what parts that from the text, and the text."""

import re
from functools import cache
from typing import Final, Literal, cast

import msgspec
from msgspec.structs import replace

from relations_cli.dates.names import WEEKDAY_OF
from relations_cli.dates.reading.leading import Leading
from relations_cli.dates.reading.spoken import Spoken

Separator = Literal[
    "alone", "colon", "dash", "gap", "bar", "bracket", "clock", "comma", "point", "space", "on", "release"
]
"""What stands between the date and the text; alone: there is no text."""

STRONG: Final = frozenset({"alone", "colon", "dash", "gap", "bar", "bracket", "clock", "release"})
"""Separators that no sentence has behind its first date."""

_WEAK: Final = frozenset({"comma", "space", "point"})
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
