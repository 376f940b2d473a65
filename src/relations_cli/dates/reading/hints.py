"""What to write instead of a date that is not read since it could mean two: a hint, never a guess."""

import datetime
import re

from relations_cli.dates.names import MONTHS
from relations_cli.dates.reading import figures

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_UNIT = r"(?:day|week|month|quarter|year)s?"

_HINTS = (
    (rf"{_MONTH}|{_MONTH},? \d{{1,2}}[a-z]*|\d{{1,2}}[a-z]* {_MONTH}", ("the year is missing", "write July 2000")),
    (rf"{_MONTH},? \d{{1,2}},? '?\d\d|\d{{1,2}} {_MONTH},? '?\d\d", ("a year has four digits", "write 14 Oct 2006")),
    (r"\d{4}[/.–]\d{1,2}", ("month or range?", "write 2024-06 or 2006..2024")),
    (r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", ("which is the day, which the month?", "write YYYY-MM-DD")),
    (r"[a-z]+ \d{4}–\d{2}", ("a season has one year", "write spring 2021 or winter 2021")),
    (r"'?\d0'?s", ("which century?", "write 1990s")),
    (r"\d{4}'?s", ("a decade ends in 0s: write 1990s, or 1993..1995", "")),
    (r"'?\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"-\d+", ("people write the years 0001 to 9999", "earlier ones stand in data only")),
    (r"\d{4}-?w\d\d?-?\d", ("a day has no week number here", "write YYYY-MM-DD")),
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
    in_figures = figures.hint("-".join(spaced.groups()) if spaced else without_time, today)
    if in_figures is not None:
        return in_figures
    own = _with_its_own_figures(text, lowered, today)
    if own is not None:
        return own
    for pattern, found in _HINTS:
        if re.fullmatch(pattern, lowered, re.ASCII):
            return found
    return None


def _with_its_own_figures(text: str, lowered: str, today: datetime.date | None) -> tuple[str, str] | None:
    """Of what has one reading, reason and hint that say it; else None."""
    if today is not None and re.fullmatch(r"'?\d\d", lowered, re.ASCII):
        year = figures.full_year(lowered.lstrip("'"), today)
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
