"""What a date is written with, from the beginning of a text: names, figures and the signs between them."""

import re
from functools import cache
from typing import Final, NamedTuple

from relations_cli.dates.days import year_text
from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF

LOOKED_AT: Final = 100
"""Characters of a text in which the date at its beginning must end."""

_MOST: Final = 24  # signs of the longest date
_BEFORE_QUARTERS: Final = 32  # EDTF's code of the first quarter is 33
_DECADES: Final = 1900  # the 1600s are a century, the 1900s more often ten years
_FUTURE: Final = 2100
_QUARTERS: Final = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_HYPHENS: Final = re.compile(r"[-/.\u2010\u2011]")


class Sign(NamedTuple):
    """One word, number or mark of a date."""

    kind: str
    """y year, m month, d day, w weekday, s season, q quarter, x decade, i figures of ISO 8601, n day and month in
    either order, v vague, c circa, t the or of, f from, between or since, p present, and the marks ``,-&/()``."""
    text: str
    """As written; ``i`` with hyphens."""
    end: int
    """Where it ends in the text."""
    number: int = 0
    """Of a name or a day; of a decade 1 where it is a century."""
    is_spaced: bool = False
    """Of a mark: whether spaces stand on both sides."""
    is_word: bool = False
    """Of a mark: whether it is a word."""


@cache
def _pattern() -> re.Pattern[str]:
    month = "January|February|March|April|May|June|July|August|September|October|November|December"
    short = "Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    day = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
    both = f"{month}|{month.upper()}|{short}|{short.upper()}"
    days = f"{day}|{day.upper()}"
    before = r"(?:BCE?(?![A-Za-z\d])|B\.C\.(?:E\.)?)"
    common = r"(?:(?:AD|CE)(?![A-Za-z\d])|A\.D\.|C\.E\.)"
    return re.compile(
        r"(?P<i>\d{4}(?P<mark>[-/.\u2010\u2011])(?:1[0-2]|0?[1-9])(?:(?P=mark)(?:3[01]|[12]\d|0?[1-9]))(?!\d)"
        r"|\d{4}[-\u2010\u2011](?:1[0-2]|0[1-9])(?![\d-]))"
        rf"|(?P<j>\d{{1,2}}[-\u2010\u2011](?:{both})[-\u2010\u2011][12]\d{{3}})(?!\d)"
        r"|(?P<n>(?:0?[1-9]|[1-3]\d)(?P<point>[/.])(?:0?[1-9]|[1-3]\d)(?P=point)[12]\d{3})(?!\d)"
        rf"|(?P<a>\d{{1,4}} ?(?:{before}|{common})|(?:AD|A\.D\.) ?\d{{1,4}}(?![A-Za-z\d]))"
        rf"|(?P<b>\d{{1,4}})(?= ?[-\u2013] ?\d{{1,4}} ?{before})"
        r"|(?P<h>\d{1,2})(?:st|nd|rd|th)(?: [Cc]entur(?:y|ies)\b| ?C\.(?: A\.?D\b\.?)?"
        r"|(?= ?[-\u2013] ?\d{1,2}(?:st|nd|rd|th) [Cc]enturies))(?! B\.?C)"
        r"|(?P<x>\d{3}0|[1-9]00)['’]?s\b(?! B\.?C)"
        r"|(?P<y>[12]\d{3})(?![\d%]|,\d{3}|\.\d)"
        r"|(?P<r>(?i:1st|first|2nd|second|3rd|third|4th|fourth)) quarter\b"
        r"|(?P<d>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d%A-Za-z]|[:.]\d|,\d(?!\d{3}(?!\d)|\d?, ?[12]\d{3}))"
        rf"|(?P<m>(?:{both}))(?![A-Za-z'’])(?:(?<=\b\w{{3}})\.|(?<=\b(?:Sept|SEPT|Febr|FEBR))\.|\.(?= \d))?"
        rf"|(?P<w>(?:{days}))(?![A-Za-z'’])\.?"
        r"|(?P<s>(?i:spring|summer|autumn|fall|winter))\b"
        r"|(?P<q>[Qq][1-4])\b"
        r"|(?P<v>(?i:(?:the )?(?:early|mid|late|end of|beginning of|start of|(?:first|second) half of)))"
        r"(?:\b[- \u2010\u2011\u2013]?(?! ))"
        r"|(?P<c>(?i:circa|ca?\.|ca|about|around|approximately))(?=[ \d])"
        r"|(?P<t>(?i:the|of))\b"
        r"|(?P<f>(?i:from|between|since))(?= )"
        r"|(?P<p>(?i:present|now|today|ongoing))\b"
        r"|(?P<mark_dash>[-\u2010-\u2015\u2212]{1,2}|(?i:to|through|thru|until|till)\b)"
        r"|(?P<mark_and>&|(?i:and|or)\b)"
        r"|(?P<mark_slash>/)"
        r"|(?P<mark_comma>,)"
        r"|(?P<mark_open>\()"
        r"|(?P<mark_shut>\))",
        re.ASCII,
    )


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ \t\u00a0\u202f\u2009\u2002\u2003]{0,40}")


_MARKS: Final = {
    "mark_dash": "-",
    "mark_and": "&",
    "mark_slash": "/",
    "mark_comma": ",",
    "mark_open": "(",
    "mark_shut": ")",
}


def read(text: str) -> list[Sign]:
    """The signs with which a text begins, up to the first thing that no date has."""
    found: list[Sign] = []
    text = text[:LOOKED_AT]
    position = 0
    while len(found) < _MOST:
        gap = _space().match(text, position)
        start = gap.end() if gap else position
        match = _pattern().match(text, start)
        if match is None or (start == position and found and not _may_touch(found[-1].kind, match)):
            break
        sign = _sign(match, is_spaced=start > position and text[match.end() : match.end() + 1].isspace())
        if sign is None:
            break
        found.append(sign)
        position = match.end()
    return found


def _may_touch(before: str, match: re.Match[str]) -> bool:
    """Whether a sign may follow another without a space: marks and figures, never two words."""
    return (
        match.lastgroup in _MARKS or before in {"-", "&", "/", ",", "(", "v", "m", "w", "c"} or match["m"] is not None
    )


def _sign(match: re.Match[str], *, is_spaced: bool) -> Sign | None:
    kind, written, end = match.lastgroup or "", match[0], match.end()
    if kind in _MARKS:
        return Sign(_MARKS[kind], written, end, is_spaced=is_spaced, is_word=written.isalpha())
    if kind == "j":
        day, name, year = _HYPHENS.split(written)
        return Sign("i", f"{year}-{MONTH_OF[name.lower()[:3]]:02d}-{day.zfill(2)}", end)
    if kind == "i":
        year, *parts = _HYPHENS.split(written)
        return Sign("i", "-".join((year, *(part.zfill(2) for part in parts))), end)
    if kind in {"h", "x", "a", "b"}:
        return _years(match)
    if kind == "d":
        number = int(match["d"])
        return Sign("d", written, end, number) if number else None
    return Sign("q" if kind == "r" else kind, written, end, _number(kind, match[kind].lower()))


def _years(match: re.Match[str]) -> Sign | None:
    """A century, a decade, or a year with its era: 1 BC is year 0 of EDTF."""
    kind, end = match.lastgroup, match.end()
    number = int("".join(sign for sign in match[0] if sign.isdigit()))
    if kind in {"a", "b"}:
        is_before = kind == "b" or "B" in match[0]
        return Sign("y", year_text(1 - number if is_before else number), end) if number else None
    year = number * 100 - 100 if kind == "h" else number
    is_century = kind == "h" or (year % 100 == 0 and year < _DECADES)
    return Sign("x", f"{year:04d}", end, is_century) if 0 < year < _FUTURE else None


def _number(kind: str, name: str) -> int:
    """The number of a month, a weekday, a season or a quarter; 0 for what has none."""
    match kind:
        case "m":
            return MONTH_OF[name[:3]]
        case "w":
            return WEEKDAY_OF[name]
        case "s":
            return SEASON_OF[name]
        case "r":
            return _BEFORE_QUARTERS + _QUARTERS[name]
        case "q":
            return _BEFORE_QUARTERS + int(name[1])
        case _:
            return 0
