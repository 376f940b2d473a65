"""One date in words, ``14 Oct. 2006``, ``Q2 2024``, ``the 1990s``: its shapes, what it says, and that in EDTF."""

import datetime
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from relations_cli.dates.days import month_length, weekday
from relations_cli.dates.names import WEEKDAYS, month_name
from relations_cli.dates.reading.tokens import SIGN_OF, Token, of_whole
from relations_cli.dates.refusal import Refusal

_NO_DAY: Final = ("a time of day goes with one day", "write YYYY-MM-DD")
_SHAPES: Final = "mt?d,?y|do?mo?,?y|mo?,?y|mt?d|do?m|d,?y|y,?md|y,?m|i|so?,?y|y,?s|qo?,?y|yq|x|y|m|s|d"
"""One date by the kinds of its tokens, the longest first: at most one comma, before or behind the year."""
_LOOSE: Final = r"y\((?:md|dm|m|s)\)|md\(y\)|y,?dm|y,?[cv]+(?:md|dm|m)|n|si|yk"
"""Those that are a date in a running text only."""
_CHECKED: Final = frozenset("dixk")
_LAST_MONTH: Final = 12
_LAST_SEASON: Final = 24

RUNNING: Final = re.compile(rf"(?:w,?)?(?:t(?=[vcxsq]))?[vc]*(?:t(?=[xsq]))?(?:{_LOOSE}|{_SHAPES})")
"""One date of a running text: the 1990s and the summer of 2003, but not the 1994 of "The 1994 accord"."""
_WHOLE: Final = re.compile(rf"w?(?:t(?=[xsd]))?(?:{_SHAPES}|k|q)")
"""One date that is all of a text, without what qualifies it; of a range, as much of it as one end may say."""


class Unreadable(Refusal):
    """No known form at all: somebody else may know better why."""


class NoDate(Unreadable):
    """Nothing that is known of dates."""

    def __init__(self) -> None:
        super().__init__("this is no date", "write 2024, 2024-06, 14 Oct 2006 or 2022..2024")


class Said(msgspec.Struct, frozen=True):
    """A date in EDTF: what it is as the start of a range and as its end, and its precision where EDTF has none."""

    first: str
    last: str
    precision: str = ""

    @property
    def text(self) -> str:
        """The date on its own."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    def at(self, clock: str) -> "Said":
        """The day at a time.

        Raises:
            Refusal: it is no day, or at a time already.
        """
        if self.first != self.last or len(self.first) < len("2024-03-01") or "T" in self.first:
            raise Refusal(*_NO_DAY)
        return Said(f"{self.first}T{clock}", f"{self.first}T{clock}")

    def said(self) -> "Said":
        """Itself, as what is still to be said in EDTF gives it."""
        return self


class Spoken(msgspec.Struct, frozen=True):
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
    has_era: bool = False
    """Whether an era stands beside the year, which then may be EDTF's 0: 1 BC."""
    clock: str = ""
    """A time of day, in EDTF."""

    @property
    def is_clock(self) -> bool:
        """Whether it says a time of day alone."""
        return bool(self.clock) and msgspec.structs.replace(self, clock="") == Spoken()

    def at(self, clock: str) -> "Spoken":
        """The same at a time.

        Raises:
            Refusal: it is at one already.
        """
        if self.clock:
            raise Refusal(*_NO_DAY)
        return msgspec.structs.replace(self, clock=clock)

    def said(self) -> Said:
        """The date in EDTF.

        Raises:
            Unreadable: its year is missing.
            Refusal: its month is missing, or there is no such day.
        """
        if self.is_clock:
            raise Refusal("a time of day without its day", "write 2024-03-01T09:15")
        if not self.year:
            raise Unreadable("the year is missing", "add it, as in 14 Oct 2006 or July 2000")
        if self.year == "0000" and not self.has_era:
            raise Refusal("people have no year 0", "write 0001 to 9999")
        if self.clock and (self.sign or not self.day):
            raise Refusal(*_NO_DAY)
        if self.week:
            return self._of_week()
        if self.is_decade:
            return Said(self.year + self.sign, self.year[:3] + "9" + self.sign, "decade")
        if self.day and not self.month:
            raise Refusal("the month is missing", "write it out, as in 14 Oct 2006")
        if self.day:
            self._check_day()
        parts = (f"{part:02d}" for part in (self.month or self.code, self.day) if part)
        text = "-".join([self.year, *parts]) + self.sign + (f"T{self.clock}" if self.clock else "")
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


def of_tokens(found: Iterable[Token], sign: str | None = None) -> Spoken:
    """What tokens say together, none of them of a kind with another; ``sign`` is what all that qualify it come to."""
    year, numbers = "", {}
    for token in found:
        numbers[token.kind] = token.number
        year = token.year or year
    month, day = divmod(numbers.get("i", 0), 100)
    code = numbers.get("s", 0) or numbers.get("q", 0)
    day = numbers.get("d", day)
    return Spoken(
        year=year,
        month=numbers.get("m", 0 if code else month),  # "Winter 2002-03" is one winter, and no March
        day=day,
        code=code,
        week=numbers.get("k", 0),
        is_decade="x" in numbers,
        weekday=numbers.get("w") if day or "n" in numbers else None,  # of figures, whichever is the day
        sign=sign if sign is not None else "~" if "c" in numbers or "v" in numbers else "",
        has_era=bool(numbers.get("y")),
    )


def one_sign(signs: set[str]) -> str:
    """The one qualifier that says what several do; empty ones say nothing."""
    return "%" if "%" in signs or {"~", "?"} <= signs else "".join(signs)


def ordinal_ending(day: int) -> str:
    """What makes a day an ordinal: the ``st`` of ``1st``."""
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def read(text: str, *, vague: bool) -> Spoken:
    """What one date in words says; in a range, some of it may stand at the other end: ``May 16-17, 2024``.

    Args:
        text: normalised, without range signs.
        vague: whether ``early``, ``mid`` and ``late`` may stand before it.

    Raises:
        Refusal: it is no date.
    """
    doubt = text[-1:] if text[-1:] in {"?", "~", "%"} else ""
    found = of_whole(text.removesuffix(doubt).lower())
    for token in found:
        if token.kind in _CHECKED:
            _check(token)
    kinds = "".join("qy" if token.kind == "q" and token.year else token.kind for token in found)
    # Commas and "of" part the words of the date itself, and not those that qualify it
    kinds = re.sub("(?<=[^cv])[,o](?=.)", "", kinds)
    shape = re.sub("^[cv]*(?:t(?=v)[cv]*)*" if vague else "^c*", "", kinds)
    before = found[: len(kinds) - len(shape)]
    spoken = of_tokens(found, one_sign({doubt, *(SIGN_OF.get(token.text.rstrip("."), "~") for token in before)}))
    if "w" in shape[bool(spoken.day) :]:
        raise Unreadable("a weekday stands before a day", "write Sat 14 Oct 2006")
    if not _WHOLE.fullmatch(shape):
        raise NoDate
    is_vague = any(token.kind == "v" for token in before)
    if is_vague and (spoken.day or spoken.week or spoken.code > _LAST_SEASON):
        raise Refusal("early, mid and late go with a month, a season, a year or a decade", "leave the word out")
    return spoken


def _check(token: Token) -> None:
    """Refuse figures that can be no part of a date."""
    match token.kind:
        case "d" if not token.number or token.text.lstrip("0123456789") not in {"", ordinal_ending(token.number)}:
            raise Refusal(f"there is no day {token.text}", "write 1 to 31")
        case "i":
            _check_figures(token)
        case "x" if token.year.endswith("00"):
            year = token.year
            raise Refusal("a decade or a century?", f"write {year}..{year[:3]}9 or {year}..{year[:2]}99")
        case "k" if not token.number:
            raise Refusal("ISO weeks are W01 to W52 or W53", "write 2024-W01")


def _check_figures(token: Token) -> None:
    month, day = divmod(token.number, 100)
    written = token.text[5:].partition("-")[0] if "-" in token.text else token.text[4:6]
    has_day = token.text.count("-") != 1
    if not 1 <= month <= _LAST_MONTH:
        hint = "YYYY-MM-DD"
        if month and not has_day:
            is_range = int(written) > int(token.year[2:])
            hint = f"{token.year}..{token.year[:2]}{written}" if is_range else "YYYY-MM"
        elif "-" in token.text and 1 <= day <= _LAST_MONTH and 1 <= month <= month_length(int(token.year), day):
            hint = f"{token.year}-{day:02d}-{month:02d}"
        raise Refusal(f"there is no month {written}", f"write {hint}")
    if has_day and not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
