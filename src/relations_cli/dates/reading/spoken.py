"""One date in words: ``14 Oct. 2006``, ``Q2 2024``, ``the 1990s``; in a range it may leave parts to the other end."""

import datetime
import re
from functools import cache
from typing import Final

import msgspec

from relations_cli.dates.days import month_length, weekday
from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF, WEEKDAYS, month_name
from relations_cli.dates.refusal import Refusal

SIGN_OF: Final = {
    **dict.fromkeys(("~", "c", "ca", "circa", "about", "around", "approximately", "approx"), "~"),
    **dict.fromkeys(("possibly", "perhaps", "probably"), "?"),
}
VAGUE: Final = frozenset({"early", "mid", "late"})

# A letter for each word: y year, m month, d day, s season, q quarter or half, w weekday, i year, month and perhaps day
# in figures, k ISO week, x decade, t the. In a range the year may stand at the other end, and the month of the 17th in
# "May 16-17, 2024".
_WHOLE: Final = frozenset({"y", "my", "ym", "mdy", "dmy", "ymd", "sy", "ys", "qy", "yq", "i", "k", "x"})
_PARTIAL: Final = frozenset({"m", "d", "md", "dm", "dy", "s", "q"})
_LAST_MONTH: Final = 12


class Said(msgspec.Struct, frozen=True):
    """A date in EDTF: what it is as the start of a range and as its end, and its precision where EDTF has none."""

    first: str
    last: str
    precision: str = ""

    @property
    def text(self) -> str:
        """The date on its own."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


class Unreadable(Refusal):
    """No known form at all: somebody else may know better why."""


class NoDate(Unreadable):
    """Nothing that is known of dates."""

    def __init__(self) -> None:
        super().__init__("this is no date", "write 2024, 2024-06, 14 Oct 2006 or 2022..2024")


class Spoken(msgspec.Struct):
    """What the words of one date say; 0 and the empty text are what they leave unsaid."""

    year: str = ""
    month: int = 0
    day: int = 0
    code: int = 0
    """Of season, quarter or half: EDTF's sub-year code."""
    week: int = 0
    is_decade: bool = False
    weekday: int | None = None
    sign: str = ""
    """EDTF's qualifier."""

    def said(self) -> Said:
        """The date in EDTF.

        Raises:
            Unreadable: its year is missing.
            Refusal: its month is missing, or there is no such day.
        """
        if not self.year:
            raise Unreadable("the year is missing", "add it, as in 14 Oct 2006 or July 2000")
        if self.year == "0000":
            raise Refusal("people have no year 0", "write 0001 to 9999")
        if self.week:
            return self._of_week()
        if self.is_decade:
            return Said(self.year + self.sign, self.year[:3] + "9" + self.sign, "decade")
        if self.day and not self.month:
            raise Refusal("the month is missing", "write it out, as in 14 Oct 2006")
        if self.day:
            self._check_day()
        parts = [self.year]
        if self.month or self.code:
            parts.append(f"{self.month or self.code:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        text = "-".join(parts) + self.sign
        return Said(text, text)

    def _check_day(self) -> None:
        year = int(self.year)
        length = month_length(year, self.month)
        if self.day > length:
            raise Refusal(f"{month_name(self.month)} {self.year} has {length} days", "correct the day")
        actual = weekday((year, self.month, self.day))
        if self.weekday not in {None, actual}:
            raise Refusal(f"that day is a {WEEKDAYS[actual]}", "correct the weekday or the day")

    def _of_week(self) -> Said:
        try:
            monday = datetime.date.fromisocalendar(int(self.year), self.week, 1)
            sunday = monday + datetime.timedelta(days=6)
        except (ValueError, OverflowError):
            raise Refusal(f"{self.year} has no week {self.week}", "ISO weeks are W01 to W52 or W53") from None
        return Said(f"{monday}{self.sign}", f"{sunday}{self.sign}", "week")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"(?P<y>\d{4})"
        r"|(?P<d>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
        r"|(?P<i>\d{4}-\d{1,2}(?:-\d{1,2})?|\d{8})"
        r"|(?P<x>\d{3}0)'?s"
        r"|(?:(?P<quarter_year>\d{4})-?)?(?P<q>q[1-4]|h[12])"
        r"|(?P<week_year>\d{4})-?w(?P<k>\d\d?)"
        r"|(?P<name>[a-z]+)\.?",
        re.ASCII,
    )


def read(text: str, *, vague: bool) -> Spoken:
    """What one date in words says.

    Args:
        text: normalised, without range signs.
        vague: whether ``early``, ``mid`` and ``late`` may stand before it.

    Raises:
        Refusal: it is no date.
    """
    spoken = Spoken()
    words, signs, is_vague = _without_qualifiers(text, vague=vague)
    shape = "".join(_take(word, spoken) for word in words)
    if shape[:1] == "w" and spoken.day:
        shape = shape[1:]
    elif spoken.weekday is not None:
        raise Unreadable("a weekday stands before a day", "write Sat 14 Oct 2006")
    if shape[:1] == "t":
        shape = shape[1:] if shape[1:2] in {"x", "s", "d"} else shape
    if shape not in _WHOLE and shape not in _PARTIAL:
        raise NoDate
    if is_vague and (spoken.day or spoken.week or spoken.code > 24):  # noqa: PLR2004
        raise Refusal("early, mid and late go with a month, a season, a year or a decade", "leave the word out")
    spoken.sign = one_sign(signs)
    return spoken


def one_sign(signs: set[str]) -> str:
    """The one qualifier that says what several do; empty ones say nothing."""
    return "%" if "%" in signs or {"~", "?"} <= signs else "".join(signs)


def _without_qualifiers(text: str, *, vague: bool) -> tuple[list[str], set[str], bool]:
    """The words of the date itself, the signs that qualify it, and whether it is early, mid or late."""
    signs: set[str] = set()
    if text[-1:] in {"?", "~", "%"}:
        signs.add(text[-1])
        text = text[:-1]
    if text[:1] == "~":
        text = "~ " + text[1:]
    words = re.sub(r"^(ca?\.)(?=\d)", r"\1 ", text.lower().replace(",", ", ")).split()
    is_vague = False
    while words:
        word = words[0].removesuffix(".")
        if word in SIGN_OF:
            signs.add(SIGN_OF[word])
        elif word in VAGUE and vague:
            signs.add("~")
            is_vague = True
        elif word != "the" or VAGUE.isdisjoint(words[1:2]):
            break
        del words[0]
    # A comma may stand behind any word but the last, and "of" between any two
    bare = [word.removesuffix(",") for word in words[:-1]] + words[-1:]
    return [word for index, word in enumerate(bare) if word != "of" or index in {0, len(bare) - 1}], signs, is_vague


def _take(word: str, spoken: Spoken) -> str:
    """Put what a word says where it belongs, and give the letter of its kind."""
    match = _word().fullmatch(word)
    if match is None:
        return "-"
    if word == "the":
        return "t"
    for kind, take in _TAKERS.items():
        if match[kind]:
            return take(match, spoken)
    spoken.year = match["y"]
    return "y"


def _take_name(match: re.Match[str], spoken: Spoken) -> str:
    name = match["name"]
    if name in MONTH_OF:
        spoken.month = MONTH_OF[name]
        return "m"
    if name in SEASON_OF:
        spoken.code = SEASON_OF[name]
        return "s"
    if name in WEEKDAY_OF:
        spoken.weekday = WEEKDAY_OF[name]
        return "w"
    return "-"


def ordinal_ending(day: int) -> str:
    """What makes a day an ordinal: the ``st`` of ``1st``."""
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def _take_day(match: re.Match[str], spoken: Spoken) -> str:
    spoken.day = int(match["d"])
    if spoken.day == 0 or match["ordinal"] not in {None, ordinal_ending(spoken.day)}:
        raise Refusal(f"there is no day {match[0]}", "write 1 to 31")
    return "d"


def _take_figures(match: re.Match[str], spoken: Spoken) -> str:
    figures = match["i"]
    spoken.year, *rest = figures.split("-") if "-" in figures else (figures[:4], figures[4:6], figures[6:])
    spoken.month = int(rest[0])
    spoken.day = int(rest[1]) if len(rest) > 1 else 0
    if not 1 <= spoken.month <= _LAST_MONTH:
        hint = f"{spoken.year}..{spoken.year[:2]}{rest[0]}" if len(rest) == 1 and spoken.month else "YYYY-MM-DD"
        raise Refusal(f"there is no month {rest[0]}", f"write {hint}")
    if len(rest) > 1 and not spoken.day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
    return "i"


def _take_decade(match: re.Match[str], spoken: Spoken) -> str:
    year = match["x"]
    if year.endswith("00"):
        raise Refusal("a decade or a century?", f"write {year}..{year[:3]}9 or {year}..{year[:2]}99")
    spoken.year, spoken.is_decade = year, True
    return "x"


def _take_quarter(match: re.Match[str], spoken: Spoken) -> str:
    name, year = match["q"], match["quarter_year"]
    spoken.code = (32 if name.startswith("q") else 39) + int(name[1])
    if year is None:
        return "q"
    spoken.year = year
    return "qy"


def _take_week(match: re.Match[str], spoken: Spoken) -> str:
    spoken.year, spoken.week = match["week_year"], int(match["k"])
    if not spoken.week:
        raise Refusal("ISO weeks are W01 to W52 or W53", "write 2024-W01")
    return "k"


_TAKERS: Final = {
    "name": _take_name,
    "d": _take_day,
    "i": _take_figures,
    "x": _take_decade,
    "q": _take_quarter,
    "k": _take_week,
}
"""By the group of the word's pattern; what is none of these is a year."""
