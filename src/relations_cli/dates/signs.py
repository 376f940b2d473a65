"""What a date is written with, from the beginning of a text: names, figures and the signs between them."""

import re
from functools import cache
from typing import Final, NamedTuple

from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF

LOOKED_AT: Final = 100
"""Characters of a text in which the date at its beginning must end."""

_MOST: Final = 24  # signs of the longest date
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12


class Sign(NamedTuple):
    """One word, number or mark of a date."""

    kind: str
    """y year, m month, d day, w weekday, s season, q quarter, i figures of ISO 8601, n day and month in either order, x decade, v vague, c circa,
    t the or of, f from, between or since, p present, and the marks ``,`` ``-`` ``&`` ``/`` ``(`` ``)``."""
    text: str
    """As written; ``i`` with hyphens."""
    number: int
    """Of a name or a day."""
    end: int
    """Where it ends in the text."""
    is_spaced: bool
    """Of a mark: whether spaces stand on both sides."""
    is_word: bool
    """Of a mark: whether it is a word."""


@cache
def _pattern() -> re.Pattern[str]:
    month = "January|February|March|April|May|June|July|August|September|October|November|December"
    short = "Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    day = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
    both = "|".join((month, month.upper(), short, short.upper()))
    days = "|".join((day, day.upper()))
    return re.compile(
        r"(?P<i>\d{4}(?P<mark>[-/.\u2010\u2011])(?:1[0-2]|0?[1-9])(?:(?P=mark)(?:3[01]|[12]\d|0?[1-9]))(?!\d)"
        r"|\d{4}[-\u2010\u2011](?:1[0-2]|0[1-9])(?![\d-]))"
        rf"|(?P<j>\d{{1,2}}[-\u2010\u2011](?:{both})[-\u2010\u2011][12]\d{{3}})(?!\d)"
        r"|(?P<n>(?:0?[1-9]|[1-3]\d)(?P<point>[/.])(?:0?[1-9]|[1-3]\d)(?P=point)[12]\d{3})(?!\d)"
        r"|(?P<x>\d{3}0)['’]?s\b"
        r"|(?P<y>[12]\d{3})(?![\d%]|,\d{3}|\.\d)"
        r"|(?P<d>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d%A-Za-z]|[:.]\d|,\d(?!\d{3}(?!\d)))"
        rf"|(?P<m>(?:{both}))(?![A-Za-z'’])(?:(?<=\b\w{{3}})\.|(?<=\b(?:Sept|SEPT|Febr|FEBR))\.|\.(?= \d))?"
        rf"|(?P<w>(?:{days}))(?![A-Za-z'’])\.?"
        r"|(?P<s>(?i:spring|summer|autumn|fall|winter))\b"
        r"|(?P<q>[Qq][1-4])\b"
        r"|(?P<v>(?i:(?:the )?(?:early|mid|late|end of|beginning of|start of|(?:first|second) half of)))(?:\b[- \u2010\u2011\u2013]?(?! ))"
        r"|(?P<c>(?i:circa|ca?\.|ca|about|around|approximately))(?=[ \d])"
        r"|(?P<t>(?i:the|of))\b"
        r"|(?P<f>(?i:from|between|since))(?= )"
        r"|(?P<p>(?i:present|now|today|ongoing))\b"
        r"|(?P<mark_dash>[-\u2010-\u2015\u2212]{1,2}|(?i:to|through|thru|until|till)\b)"
        r"|(?P<mark_and>&|(?i:and|or)\b)"
        r"|(?P<mark_slash>/)"
        r"|(?P<mark_comma>,)"
        r"|(?P<mark_open>\()"
        r"|(?P<mark_shut>\))"
    )


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ \t\u00a0\u202f\u2009\u2002\u2003]{0,12}")


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
    kind = match.lastgroup or ""
    written, number = match[0], 0
    if kind == "j":
        day, name, year = re.split(r"[-\u2010\u2011]", written)
        kind, written = "i", f"{year}-{MONTH_OF[name.lower()[:3]]}-{day}"
    if kind in _MARKS:
        is_word = written.isalpha()
        return Sign(_MARKS[kind], written, 0, match.end(), is_spaced, is_word)
    if kind == "i":
        parts = re.split(r"[-/.\u2010\u2011]", written)
        written = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    elif kind == "m":
        number = MONTH_OF[match["m"].lower()[:3]]
    elif kind == "w":
        number = WEEKDAY_OF[match["w"].lower()]
    elif kind == "s":
        number = SEASON_OF[match["s"].lower()]
    elif kind == "q":
        number = 32 + int(written[1])
    elif kind == "d":
        number = int(match["d"])
        if not 1 <= number <= 99:
            return None
    return Sign(kind, written if kind != "y" else match["y"], number, match.end(), False, False)
