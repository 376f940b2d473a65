"""What to write instead of a date that is not read since it could mean two: a hint, never a guess."""

import datetime
import re

from relations_cli.dates.diagnosis import WHICH, why_no_date
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


def hint(text: str, today: datetime.date | None = None) -> tuple[str, str] | None:
    """Reason and hint for a text that is no date in any grammar; None where there is none to give.

    Args:
        text: normalised.
        today: what a year of two digits is near; None: such a year has no century.
    """
    spaced = re.fullmatch(r"(\d{1,4}) (\d{1,2}) (\d{1,4})", text, re.ASCII)
    without_time = re.sub(r"(?ai)^(\d{1,2}[-/.].*?\d(?!\d)),? ?(?:t|at )?\d{1,2}:\d\d.*$", r"\1", text)
    own = _in_figures("-".join(spaced.groups()) if spaced else without_time, today)
    if today is not None and re.fullmatch(r"'?\d\d", text, re.ASCII):
        own = "a year has four digits", f"write {full_year(text[-2:], today)}"
    return own or why_no_date(text)


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
        return WHICH
    known = date if today is None else date._replace(year=full_year(date.year, today))
    days = known.days
    if len(days) == 1 and not _may_begin_with_the_year(date, today):
        return "", days[0]
    if not days:
        try:
            numeric.in_order(known, "dmy", None)
        except Refusal as refusal:
            return refusal.reason, refusal.hint
    return WHICH


def _may_begin_with_the_year(date: Three, today: datetime.date | None) -> bool:
    """Whether ``13/12/11`` may be of 2013; not where that lies far ahead, nor where its month has one digit."""
    if today is None or len(date.other) != 2 or not date.is_year_first:  # noqa: PLR2004
        return False
    return not today.year % _CENTURY < int(date.one) <= today.year % _CENTURY + _AHEAD
