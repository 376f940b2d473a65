"""What to write instead of a date that is not read since it could mean two: a hint, never a guess."""

import datetime
import re

from relations_cli.dates.names import MONTHS
from relations_cli.dates.reading import numeric
from relations_cli.dates.reading.numeric import Three
from relations_cli.dates.refusal import Refusal

_AHEAD = 10
"""Years from today on that a year of two digits may mean."""
_CENTURY = 100
_FIGURES = r"\d{1,2}(?:[-/]|\. ?)\d{1,2}(?:[-/]|\. ?)\d{2,4}"
_RANGE = re.compile(
    rf"(?P<opening>since |from |until |\.\. ?)?(?P<first>{_FIGURES})"
    rf"(?:(?P<sign> ?(?:\.\.|–|-) ?| (?:to|until|through) )(?P<last>{_FIGURES})?)?",
    re.ASCII | re.IGNORECASE,
)
_WHICH = ("which is the day, which the month?", "write YYYY-MM-DD")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_UNIT = r"(?:day|week|month|quarter|year)s?"

_HINTS = (
    (rf"{_MONTH}|{_MONTH},? \d{{1,2}}[a-z]*|\d{{1,2}}[a-z]* {_MONTH}", ("the year is missing", "write July 2000")),
    (
        rf"{_MONTH},? \d{{1,2}},? '?\d\d|\d{{1,2}}[ -]{_MONTH}(?:,? |-)'?\d\d",
        ("a year has four digits", "write 14 Oct 2006"),
    ),
    (r"\d{4}[/.–]\d{1,2}", ("month or range?", "write 2024-06 or 2006..2024")),
    (r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", _WHICH),
    (r"[a-z]+ \d{4}–\d{2}", ("a season has one year", "write spring 2021 or winter 2021")),
    (r"'?\d0'?s", ("which century?", "write 1990s")),
    (r"\d{4}'?s", ("a decade ends in 0s: write 1990s, or 1993..1995", "")),
    (r"'?\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"-\d+", ("people write the years 0001 to 9999", "earlier ones stand in data only")),
    (r"\d{4}-?w\d\d?-?\d", ("ISO weeks are W01 to W52 or W53, their days 1 to 7", "write 2024-W05-1")),
    (r"present", ("write now, or 2022..now", "")),
    (r"\d{5,}", ("a year has four digits", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (rf"(?:next|this)? ?{_DAY}", ("which one?", "write last friday or YYYY-MM-DD")),
    (rf"(?:last|next|past) .*{_UNIT}", ("write 3 months ago..now, or last month", "")),
    (rf"in .*{_UNIT}|.*{_UNIT} (?:from now|later|hence)", ("write the day as YYYY-MM-DD", "")),
    (rf".*\d ?{_UNIT}|\d+ ?[dwmqy]", ("which direction?", "write 2 years ago or YYYY-MM-DD")),
    (r".* or .*", ("alternatives are no range", "write [1863,1864]")),
    (r"between .*", ("write 2022..2024", "")),
    (r"before .*", ("is that day meant too?", "write until 2024")),
    (r"after .*", ("is that day meant too?", "write since 2022")),
    (r"(?:the )?(?:early|mid|late)[ -].*", ("write c. 2016, or the months: 2016-01..2016-04", "")),
    (r".* ?(?:bce?|ad|ce)\.?|ad .*", ("people write the years 0001 to 9999", "earlier ones stand in data only")),
)

_PARTS_OF_YEAR = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}


def hint(text: str, today: datetime.date | None = None) -> tuple[str, str] | None:
    """Reason and hint for a text that is no date in any grammar; None where there is none to give.

    Args:
        text: normalised.
        today: what a year of two digits is near; None: such a year has no century.
    """
    lowered = text.lower()
    spaced = re.fullmatch(r"(\d{1,4}) (\d{1,2}) (\d{1,4})", lowered, re.ASCII)
    without_time = re.sub(r"^(\d{1,2}[-/.].*?\d(?!\d)),? ?(?:t|at )?\d{1,2}:\d\d.*$", r"\1", lowered, flags=re.ASCII)
    own = _in_figures("-".join(spaced.groups()) if spaced else without_time, today)
    own = own or _with_its_own_figures(text, lowered, today)
    return own or next((found for pattern, found in _HINTS if re.fullmatch(pattern, lowered, re.ASCII)), None)


def full_year(digits: str, today: datetime.date) -> str:
    """The year in four digits: one of two is the one of hundred that ends ten years from today."""
    return numeric.full_year(digits, today.year + _AHEAD - _CENTURY + 1)


def _in_figures(text: str, today: datetime.date | None) -> tuple[str, str] | None:
    """Of a day in figures, or a range of such days; None where the text is none."""
    begun = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", text, re.ASCII)
    if begun:
        days = Three(begun[3], begun[4], begun[1]).days  # month and day, or day and month where there is no such month
        if days:
            return f"write {'' if begun[2] == '-' else 'it with hyphens: '}{days[-1]}", ""
        return None if begun[2] == "-" else ("there is no such day", "write YYYY-MM-DD")
    match = _RANGE.fullmatch(text)
    ends = [numeric.three(match[name]) for name in ("first", "last") if match[name]] if match else []
    found = [_reading(end, today) for end in ends if end is not None]
    if match is None or len(found) < len(ends):
        return None
    for reason, what in found:
        if reason:
            return reason, what
    sign = ".." if match["sign"] or match["opening"] else ""
    days = [day for _, day in found]
    if (match["opening"] or "since ").lower() not in {"since ", "from "}:
        return f"write {sign}{days[0]}", ""
    return f"write {days[0]}{sign}{''.join(days[1:])}", ""


def _reading(date: Three, today: datetime.date | None) -> tuple[str, str]:
    """A reason, which may be empty, and what to write: a day, or the hint of that reason."""
    if len(date.year) == 2 and today is None:  # noqa: PLR2004
        return _WHICH
    known = date if today is None else date._replace(year=full_year(date.year, today))
    days = known.days
    if len(days) == 1 and not _may_begin_with_the_year(date, today):
        return "", days[0]
    if not days:
        try:
            numeric.in_order(known, "dmy", None)
        except Refusal as refusal:
            return refusal.reason, refusal.hint
    return _WHICH


def _may_begin_with_the_year(date: Three, today: datetime.date | None) -> bool:
    """Whether ``13/12/11`` may be of 2013; not where that lies far ahead, nor where its month has one digit."""
    if today is None or len(date.other) != 2 or not date.is_year_first:  # noqa: PLR2004
        return False
    return not today.year % _CENTURY < int(date.one) <= today.year % _CENTURY + _AHEAD


def _with_its_own_figures(text: str, lowered: str, today: datetime.date | None) -> tuple[str, str] | None:
    """Of what has one reading, reason and hint that say it; else None."""
    if today is not None and re.fullmatch(r"'?\d\d", lowered, re.ASCII):
        year = full_year(lowered.lstrip("'"), today)
        return "a year has four digits", f"write {year}"
    part = re.fullmatch(r"(?:the )?(early|mid|late)[ -](\d{4})", lowered, re.ASCII)
    if part:
        first, last = _PARTS_OF_YEAR[part[1]]
        return f"write c. {part[2]}, or the months: {part[2]}-{first}..{part[2]}-{last}", ""
    if re.fullmatch(rf"\d{{1,2}}-{_MONTH}-\d{{4}}", lowered, re.ASCII):
        return f"write it with spaces: {text.replace('-', ' ')}", ""
    turned = re.fullmatch(r"(\d{1,2})[/.](\d{4})", lowered, re.ASCII)
    if turned and 1 <= int(turned[1]) <= len(MONTHS):
        return f"write the year first: {turned[2]}-{turned[1]:0>2}", ""
    if turned:
        return f"there is no month {turned[1]}", "write YYYY-MM"
    return None
