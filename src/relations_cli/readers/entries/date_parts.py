"""Dates in parts, as tables and documents hold them: year, month and day apart, or a year beside a day."""

import re
from collections.abc import Mapping
from typing import Final

from relations_cli.dates import parse_tabular
from relations_cli.dates.reading.clock import is_range
from relations_cli.errors import DateError
from relations_cli.readers.entries.cell_values import is_missing
from relations_cli.readers.entries.numbers import two_years
from relations_cli.readers.entries.zones import zone_said


def joined_date(year: str, month: str, day: str) -> str:
    """One date of the columns year, month and day: a text that has to be read, empty where they are.

    A month may be a name; what is no number is left to the reader of dates, so that it is refused there. A negative
    year with a month is one BC, as historians count; a bare one is left to what the whole file says.
    """
    year, month, day = (re.sub(r"\.0+$", "", part.strip()) for part in (year, month, day))
    if not month and not day:
        year = two_years(year)
    if not year:
        return " ".join(part for part in (day, month) if part)
    month, day = ("" if part in _NO_PART or is_missing(part) else part for part in (month, day))
    if re.fullmatch(r"-?\d{1,4}", year, re.ASCII) and all(
        part == "" or re.fullmatch(r"\d{1,2}", part, re.ASCII) for part in (month, day)
    ):
        if year.startswith("-") and not month:
            return year
        number = 1 - int(year[1:]) if year.startswith("-") else int(year)
        era = f"-{-number:04d}" if number < 0 else f"{number:04d}"
        return "-".join([era, *(f"{int(part):02d}" for part in (month, day if month else "") if part)])
    return " ".join(part for part in (day, month, year) if part)


def at_time(date: str, time: str, minute: str = "", zone: str = "") -> tuple[str, frozenset[str]]:
    """A day at the time of another column, ``9:15``, ``0915``, ``2 PM`` or the hour 9, and which of the others it took.

    A date that says a time of its own takes the zone alone, unless it says one.
    """
    clock, minutes, shift = _in_figures(time.strip()), minute.strip().partition(".")[0], zone_said(zone.strip())
    if not date or is_missing(date):
        return date, frozenset()
    if re.search(_CLOCK, date, re.ASCII | re.IGNORECASE):
        is_bare = shift and re.fullmatch(_ENDS_AT_CLOCK, date.strip(), re.ASCII | re.IGNORECASE)
        return (f"{date.strip()} {shift}", frozenset(("zone",))) if is_bare else (date, frozenset())
    if is_missing(clock):
        return date, frozenset()
    used = {"time"}
    if re.fullmatch(r"\d\d?(?:\.0)?", clock, re.ASCII):
        used |= {"minute"} if minutes else set()
        clock = f"{clock.partition('.')[0]}:{minutes or '0':0>2}"
    elif re.fullmatch(r"\d{3,4}|\d{6}", clock, re.ASCII):
        clock = ":".join(re.findall("..", clock.zfill(len(clock) + len(clock) % 2)))
    if not re.fullmatch(_CLOCK, clock, re.ASCII | re.IGNORECASE):
        return date, frozenset()
    if is_range(clock.partition(" ")[0]):
        clock = clock.replace("-", "–", 1)  # behind a day it would be an offset
    if shift:
        return f"{date.strip()} {clock} {shift}", frozenset(used | {"zone"})
    return f"{date.strip()} {clock}", frozenset(used)


def _in_figures(time: str) -> str:
    """A time of a cell as ``9:15``, where it is written as elsewhere: ``9時15分``, ``오후 2:30``, ``9.15 Uhr``."""
    match = re.fullmatch(_ABROAD, time, re.ASCII) if any(mark in time for mark in _MARKS_ABROAD) else None
    if match is None:
        return time
    hour = int(match["hour"])
    half = (match["half"] or "") if 0 < hour <= 12 else ""  # noqa: PLR2004
    hour = hour % 12 + 12 * (half in _AFTERNOON) if half else hour
    return f"{match['about'] or ''}{hour:02d}:{match['minute'] or '0':0>2}"


def end_at(end: str, time: str, day: str, zone: str = "") -> str:
    """The end at a time of another column; without one that time, of the same day, or whatever else it says."""
    if end.strip() or not time.strip():
        return at_time(end, time, zone=zone)[0]
    of_day, used = at_time(day, time, zone=zone)
    return of_day.removeprefix(day.strip()).strip() if used else time


_ABOUT: Final = r"(?:ca?\. ?|(?:ca|circa|about|around) )"
_AFTERNOON: Final = frozenset(("오후", "下午", "午後", "晚上"))
_MARKS_ABROAD: Final = ("时", "時", "点", "點", "시", "분", "午", "上", "오", "Uhr", "klo", "kl", "ч", "h", "(")
_ABROAD: Final = (
    rf"\(?(?:um |à )?(?P<about>{_ABOUT})?(?:(?P<half>오전|오후|上午|下午|午前|午後|早上|晚上) ?|klo?\.? )?"
    r"(?P<hour>\d\d?)(?: ?(?:[:.]|时|時|点|點|시|ч\.?|h(?:eures)?|Uhr) ?(?:(?P<minute>\d\d?) ?(?:分|분|мин\.?)?)?)?"
    r"(?: ?Uhr| ?ч\.?)?\)?"
)
"""A time of day in a cell of its own, as it is written in other languages than English."""
_ENDS_AT_CLOCK: Final = r"[^:]*\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?"
"""A date with one time, which says no zone."""
_CLOCK: Final = (
    rf"{_ABOUT}?(?:T?\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)?.{{0,40}}|\d\d?(?:\.\d\d)? ?[ap]\.?m\.?|\d\d?h(?:\d\d)?|.*\dT\d\d)"
)
"""A time of day; of a date, that it says one."""

_NO_PART: Final = frozenset(("0", "00", "-9", "99", "-99"))
"""How tables write a month or a day that is not known."""


PARTS: Final = ("year", "month", "day")
_LONGEST_PART: Final = 2
"""Figures of a month or a day."""
DATES: Final = frozenset(("date", "end"))
_SHORTEST_TIME: Final = len("946684800")
"""Of a number of seconds since 1970 that can be nothing else."""
_LONGEST_YEAR, _LONGEST_ERA = 4, 9
_ANY_CENTURY: Final = 1950
_DAY_ALONE: Final = re.compile(r"\d{1,2}(?: ?[-\u2013] ?\d{1,2})?(?:st|nd|rd|th|\.)?", re.ASCII | re.IGNORECASE)


def unsaid_in(date: str, parts: Mapping[str, str]) -> dict[str, str]:
    """Of the parts of a date, by name, those that it does not say: a month beside a day of another, or of no year."""
    return {name: part for name, part in parts.items() if not _says(date, re.sub(r"\.0+$", "", part.strip()))}


def _says(date: str, part: str) -> bool:
    if part in _NO_PART or is_missing(part):
        return True
    if not part.isdecimal() or date.isdecimal() or len(part) > _LONGEST_PART:
        return part in date
    return part.lstrip("0") in {number.lstrip("0") for number in re.findall(r"\d+", date)}


def dated_in(year: str, date: str, month: str = "") -> str:
    """A date of two columns: a day without its year, ``28 June`` or ``6/28``, in that year; else the date alone.

    Two figures of a year, ``9-May-20``, get their century of a year that ends in them. A number alone is a day of the
    month beside it.
    """
    if is_missing(date):
        return ""
    if month.strip() and _DAY_ALONE.fullmatch(date.strip()):
        return joined_date(year, month, date.strip().rstrip(".sthndrSTHNDR"))
    short = re.fullmatch(r"(.*[^\W_][/.-])(\d\d)", date.strip(), re.ASCII)
    if short and short[1].count(short[1][-1]) == 2 and re.fullmatch(r"\d\d" + short[2], year.strip(), re.ASCII):  # noqa: PLR2004
        return short[1] + year.strip()
    if not year.strip() or not date.strip() or re.search(r"\d{3}|\bB\.?C|'\d\d", date):
        return date
    mark = re.fullmatch(r"[^\W_]+([/.-])[^\W_]+", date.strip())
    return f"{date.strip()}{mark[1] if mark else ' '}{year.strip()}"


def can_stand_in(role: str, text: str) -> bool:
    """Whether a text of a role can be taken where that under the likeliest name is empty: of a date, what is one."""
    if role not in DATES or is_missing(text):
        return not is_missing(text)
    try:
        parse_tabular(text.strip(), order="dmy", pivot=_ANY_CENTURY)
    except DateError:
        return text.strip().isdecimal() and len(text.strip()) >= _SHORTEST_TIME
    return True


def historians_date(year: str, month: str, day: str) -> str:
    """A date of parts whose negative years count no year 0."""
    date = joined_date(year, month, day)
    if not date.lstrip("-").isdecimal() or not date.lstrip("-").isascii():
        return date
    return years_bc(date[1:]) if date.startswith("-") else f"Y{date}" if len(date) > _LONGEST_YEAR else date


def years_bc(digits: str) -> str:
    """A year BC as historians count, as a text that is read: in EDTF where it is of deep time."""
    return f"{digits} BC" if len(digits) <= _LONGEST_ERA else f"Y-{int(digits) - 1}"
