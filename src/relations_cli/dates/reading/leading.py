"""The date that a text begins with: how long it is, and what it leaves unsaid."""

import re
from functools import cache, lru_cache
from typing import Final

import msgspec

from relations_cli.dates import edtf
from relations_cli.dates.reading import tokens
from relations_cli.dates.reading.joining import belong, follow
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.dates.reading.tokens import Sign
from relations_cli.dates.refusal import Refusal

_LAST_MONTH: Final = 12


class Leading(msgspec.Struct, frozen=True, kw_only=True):
    """The date at the beginning of a text."""

    length: int
    """Characters of the text that are the date, an abbreviation's point among them."""
    first: Spoken
    """What it begins with; a year of ``""`` is not said."""
    last: Spoken | None = None
    """What it ends with, where two dates are written."""
    joint: str = "-"
    """``-`` a range, ``&`` these two, ``>`` a range that goes on."""
    is_loose: bool = False
    """Whether a spaced dash stands between the two: it may be the separator of the first and the text."""
    figures: tuple[int, int] | None = None
    """Day and month in figures, of which nobody knows which is which: ``4/5/2003``."""
    alone: "Leading | None" = None
    """The first of two dates on its own: what there is where the dash is a separator."""

    @property
    def lacks_year(self) -> bool:
        """Whether no year is written."""
        return not self.first.year and not (self.last is not None and self.last.year)

    @property
    def year(self) -> int | None:
        """The year of its beginning, where one is written."""
        if self.first.year:
            return int(self.first.year)
        return None if self.lacks_year else int(self._ends(None)[0].year)

    @property
    def end_year(self) -> int | None:
        """The year of its end, where one is written."""
        if self.last is None or self.lacks_year:
            return self.year
        last = self._ends(None)[1]
        return int(last.year) if last is not None else None

    @property
    def month(self) -> int:
        """The month of its beginning (a season's first), 0 where none is said."""
        shared = self.last.month if self.last is not None and self.first.day else 0
        return self.first.month or _month_of_season(self.first) or shared

    @property
    def end_month(self) -> int:
        """The month of its end, 0 where none is said."""
        last = self.last or self.first
        return last.month or _month_of_season(last) or (self.month if last.day else 0)

    @property
    def day(self) -> int:
        """The day of the month on which it begins, 0 where none is said."""
        return self.first.day

    @property
    def unit(self) -> str:
        """How exact its beginning is: day, month, season, year, decade or quarter."""
        if self.first.day or self.figures:
            return "day"
        if self.first.month:
            return "month"
        return "season" if self.first.code else "decade" if self.first.is_decade else "year"

    def ordered(self, *, day_first: bool) -> "Leading":
        """The date with its two figures read in one order; the same where it has none."""
        if self.figures is None:
            return self
        day, month = self.figures if day_first else self.figures[::-1]
        first = msgspec.structs.replace(self.first, day=day, month=month)
        return msgspec.structs.replace(self, first=first, figures=None)

    def edtf(self, year: int | None = None) -> str:
        """The date in EDTF, its missing year given.

        Raises:
            DateError: no year is known, or there is no such date.
        """
        try:
            return self._edtf(year)
        except Refusal as refusal:
            raise refusal.of(self._named()) from None

    def _edtf(self, year: int | None) -> str:
        if self.figures:
            raise Refusal("which is the day, which the month? write YYYY-MM-DD")
        if self.first.day and self.month > _LAST_MONTH:
            raise Refusal(f"there is no month {self.month}")
        first, last = self._ends(year)
        start = first.said()
        if self.joint == ">":
            text = f"{start.first}/.."
        elif last is None:
            text = start.text
        else:
            end = last.said()
            text = f"{start.first}/{end.last}" if self.joint == "-" else f"{{{start.text},{end.text}}}"
        return edtf.read(text).text

    def _ends(self, year: int | None) -> tuple[Spoken, Spoken | None]:
        """Both ends with what is written once; the year turns between December and January."""
        first, last = msgspec.structs.replace(self.first), self.last and msgspec.structs.replace(self.last)
        if last is not None:
            first.month = first.month or (last.month if first.day else 0)
            last.month = last.month or (first.month if last.day else 0)
        turns = last is not None and self.month and self.end_month and self.month > self.end_month
        known = first.year or (f"{year:04d}" if year is not None else "")
        if last is not None and not last.year and known:
            last.year = f"{int(known) + bool(turns):04d}"
        if not known and last is not None and last.year:
            known = f"{int(last.year) - bool(turns):04d}"
        first.year = known
        return first, last

    def _named(self) -> str:
        parts = [str(part) for part in (self.first.day, self.first.month, self.first.year) if part]
        return "-".join(reversed(parts))


def leading(text: str) -> Leading | None:
    """The date with which a text begins, or None where it begins with none.

    Takes what articles print: ``July 23, 2012``, ``Jan. 6``, ``1993``, ``2003  Jan 1``, ``August 27-29, 2003``,
    ``Nov. 2 to Dec. 13``, ``February 15/16``, ``Spring 2021``, ``early 2016``, ISO 8601. Whether there is such a day is
    asked by ``Leading.edtf``. Looks at the first hundred characters.
    """
    return _leading_date(text[: tokens.LOOKED_AT])


@lru_cache(maxsize=1 << 16)
def _leading_date(text: str) -> Leading | None:
    """The same, remembered: a line is asked for its date when lines are joined, and again when entries are found."""
    found = tokens.read(text)
    opened = found.pop(0).text.lower() if found and found[0].kind == "f" else ""
    letters = "".join(sign.kind for sign in found)
    match = _single().match(letters)
    if match is None:
        return None
    first = _one(found[: match.end()])
    alone = _leading(found, match.end(), first) if _stands_alone(first) else None
    two = _two(found, letters, match.end(), first, alone)
    return _opened(opened, two, alone) if opened else two or alone


def _opened(word: str, two: Leading | None, alone: Leading | None) -> Leading | None:
    """What stands behind ``from``, ``between`` or ``since``."""
    if word == "since":
        return alone and msgspec.structs.replace(alone, joint=">") if two is None else None
    return two and msgspec.structs.replace(two, joint=">" if two.joint == ">" else "-", is_loose=False)


@cache
def _single() -> re.Pattern[str]:
    """One date by the kinds of its signs, the longest first. At most one comma, before or behind the year."""
    whole = (
        r"y\((?:md|dm|m)\)|md\(y\)|"
        "md,?y|dt?mt?,?y|mt?,?y|md|dt?m|d,?y|y,?md|y,?dm|y,?m|i|n|si|st?,?y|ys|qt?,?y|yq|x|y|m|s|d"
    )
    # "The 1990s" and "the summer of 2003", but not "The 1994 accord"
    return re.compile(rf"(?:w,?)?(?:t(?=[vcxsq]))?[vc]*(?:t(?=[xsq]))?(?:{whole})")


def _leading(found: list[Sign], count: int, first: Spoken) -> Leading:
    figures = [re.split(r"[/.]", sign.text)[:2] for sign in found[:count] if sign.kind == "n"]
    both = (int(figures[0][0]), int(figures[0][1])) if figures else None
    last = _last_of_century(found[:count], first)
    if last is not None:
        first = msgspec.structs.replace(first, is_decade=False)
    return Leading(length=found[count - 1].end, first=first, last=last, figures=both)


def _last_of_century(found: list[Sign], one: Spoken) -> Spoken | None:
    """The year with which a century ends, None where it is none: the 16th is 1500 to 1599, as EDTF counts them."""
    if not any(sign.kind == "x" and sign.number for sign in found):
        return None
    return Spoken(year=f"{one.year[:2]}99", sign=one.sign)


def _stands_alone(one: Spoken) -> bool:
    return bool(one.month or one.code or (one.year and not one.day))


def _one(found: list[Sign]) -> Spoken:
    """One date from its tokens."""
    one = Spoken()
    for sign in found:
        _TAKERS.get(sign.kind, _take_nothing)(one, sign)
    if not one.day:
        one.weekday = None
    return one


def _take_nothing(one: Spoken, sign: Sign) -> None:
    """Commas, articles and the like say nothing."""


def _take_year(one: Spoken, sign: Sign) -> None:
    one.year = sign.text if sign.kind == "y" else sign.text[-4:]


def _take_decade(one: Spoken, sign: Sign) -> None:
    one.year, one.is_decade = sign.text[:4], True


def _take_month(one: Spoken, sign: Sign) -> None:
    one.month = sign.number


def _take_day(one: Spoken, sign: Sign) -> None:
    one.day = sign.number


def _take_code(one: Spoken, sign: Sign) -> None:
    one.code = sign.number


def _take_weekday(one: Spoken, sign: Sign) -> None:
    one.weekday = sign.number


def _take_doubt(one: Spoken, _: Sign) -> None:
    one.sign = "~"


def _take_figures(one: Spoken, sign: Sign) -> None:
    year, month, *day = sign.text.split("-")
    # "Winter 2002-03" is one winter, and no March
    one.year, one.month, one.day = year, 0 if one.code else int(month), int(day[0]) if day else 0


_TAKERS: Final = {
    "y": _take_year,
    "n": _take_year,
    "x": _take_decade,
    "m": _take_month,
    "d": _take_day,
    "s": _take_code,
    "q": _take_code,
    "w": _take_weekday,
    "v": _take_doubt,
    "c": _take_doubt,
    "i": _take_figures,
}
"""By the kind of sign."""


def _two(found: list[Sign], letters: str, end: int, first: Spoken, alone: Leading | None) -> Leading | None:
    """The date with a second one behind it, or None where none belongs to it."""
    joint = letters[end : end + 1]
    # "June 2, June 3", "June 11,12, 1982"
    is_listed = joint == "," and letters[:end] == "md" and letters[end + 1 :].startswith(("md", "d,y"))
    if (joint not in {"-", "&", "/"} and not is_listed) or end + 1 >= len(letters) or "n" in letters:
        return None
    sign = found[end]
    if letters[end + 1] == "p":
        length = found[end + 1].end
        return alone and Leading(length=length, first=first, joint=">", is_loose=False, alone=alone)
    match = _single().match(letters, end + 1)
    if match is None:
        return None
    last = _one(found[end + 1 : match.end()])
    shared = msgspec.structs.replace(first, year="") if letters[0] == "y" and first.day else first
    if not belong(shared, last, joint, is_spaced=sign.is_spaced):
        return None
    is_winter = bool(first.code and first.year and not last.code)
    joint = "&" if joint in {"&", ","} and not follow(first, last) else "-"
    return Leading(
        length=found[match.end() - 1].end,
        first=first,
        last=None if is_winter else _last_of_century(found[end + 1 : match.end()], last) or last,
        joint=joint,
        is_loose=sign.is_spaced and not sign.is_word,
        alone=alone,
    )


def _month_of_season(one: Spoken) -> int:
    code = one.code
    if 21 <= code <= 24:  # noqa: PLR2004 -- EDTF's seasons
        return (code - 20) * 3
    if 33 <= code <= 36:  # noqa: PLR2004 -- EDTF's quarters
        return (code - 33) * 3 + 1
    return 0
