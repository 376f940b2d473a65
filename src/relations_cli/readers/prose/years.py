"""The year of an entry that names none: from a heading, the entry before, the title, the dateline, or from nowhere."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Final, Literal, NamedTuple

from relations_cli.dates.names import WEEKDAYS, month_name
from relations_cli.dates.reading.leading import Leading, leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.errors import DateError, parameter
from relations_cli.readers.prose.furniture import AGENCIES

DATELINE: Final = 120
"""Characters of the longest dateline."""

_LONGEST: Final = 200
_FAR_BACK: Final = 6  # months: more than this is the turn of a year
_STRAY: Final = "is written beside the date, which is no single day"
_DECEMBER: Final = 12


class Dated(NamedTuple):
    """A date, or why there is none."""

    date: str | None
    """EDTF."""
    note: str
    """Why it is undated, or what stands beside it and says nothing."""
    inherited: str = ""
    """What was inherited from where; it may name a parameter."""


class Known(NamedTuple):
    """A year that holds for what follows."""

    year: int
    whence: Literal["heading", "entry", "title", "dateline", "option"]
    line: int
    until: int = 12
    """The last month for which it can hold."""
    has_month: bool = False
    """Whether it stands beside a month: then what follows goes on from it."""
    is_whole: bool = False
    """Whether it holds for months in any order: a heading names nothing but the year, or the title is ``1977 in …``."""

    @property
    def origin(self) -> str:
        """Where it is from, in words; it may name a parameter."""
        if self.whence == "option":
            return f"from {parameter('assume_year')}"
        if self.whence == "entry":
            return f"from the entry on line {self.line}"
        return f"from the {self.whence} on line {self.line}"


class Years:
    """Follows the years through an article; the dates are to be asked in the order of the text."""

    def __init__(self, *, assumed: int | None, first: Known | None, descends: bool, shown: Mapping[int, int]) -> None:
        self._assumed = None if assumed is None else Known(assumed, "option", 0)
        self._known = self._assumed or first
        self._descends = descends
        self._shown = shown
        self._month = 0
        self._line = 0
        self._has_explicit = False
        self._why_lost = "no year is given for it"

    def heading(self, date: Leading, line: int) -> None:
        """A heading whose year holds for what stands under it; that names none beside others that do, ends theirs."""
        if date.first == Spoken():
            if self._known is not None and self._known.whence == "heading":
                self._lose(f"the heading on line {line} names none")
            return
        self._month = date.month if date.year is not None else self._month
        self._line = line
        if date.year is None:
            return
        if date.end_year != date.year or date.unit == "decade":
            self._lose(f"the heading on line {line} names several years")
        else:
            self._known = Known(date.year, "heading", line, is_whole=date.unit == "year")
            self._has_explicit = True

    def date(self, date: Leading, line: int) -> Dated:
        """The date of the entry on a line."""
        known, inherited = self._year_of(date, self._shown.get(line)) if date.lacks_year else (None, "")
        if date.lacks_year and known is None:
            return Dated(None, self._why_lost)
        try:
            text = date.edtf(known.year if known else None)
        except DateError as error:
            return Dated(None, error.reason)
        crosses = date.month > date.end_month > 0
        if known is None:
            self._written(date, line)
        else:
            self._known = known._replace(year=known.year + crosses)
        self._month = date.end_month if known and crosses else date.month
        self._line = line
        stray = "" if date.stray is None else f"{WEEKDAYS[date.stray]} {_STRAY}"
        return Dated(text, stray, inherited)

    def _written(self, date: Leading, line: int) -> None:
        """An entry that names its year, or two."""
        self._has_explicit = True
        if date.end_year != date.year or date.unit == "decade":
            self._lose(f"the entry on line {line} spans several years")
        elif self._known is None or not self._known.is_whole or self._known.year != date.year:
            self._known = Known(date.year or 0, "entry", line, has_month=date.month > 0)

    def _lose(self, why: str) -> None:
        self._known, self._why_lost, self._month = self._assumed, f"no year is given for it: {why}", 0

    def _year_of(self, date: Leading, shown: int | None) -> tuple[Known | None, str]:
        """The year that holds for a date without one, and where it is from."""
        known = self._known
        if known is None:
            return None, ""
        earlier, later = (self._month, date.month) if self._descends else (date.month, self._month)
        if known.is_whole or not 0 < earlier < later:
            if date.month > known.until:
                self._why_lost = f"in {known.year} it would be later than the {known.whence} on line {known.line}"
                return None, ""
            return known, f"year {known.year} {known.origin}"
        step = -1 if self._descends else 1
        turn = (1, _DECEMBER) if self._descends else (_DECEMBER, 1)
        is_shown = (self._has_explicit and known.has_month) or shown == known.year + step
        if (self._month, date.month) == turn and is_shown:
            turned = Known(known.year + step, "entry", self._line, has_month=True)
            before = f"{month_name(self._month)} {known.year}"
            return turned, f"year {turned.year}, since {before} stands before it on line {self._line}"
        if self._assumed is not None:
            return self._assumed, f"year {self._assumed.year} {self._assumed.origin}"
        named = f"{month_name(date.month)} stands behind {month_name(self._month)} {known.year} (line {self._line})"
        self._lose(f"{named}, and the article does not say which year that is")
        return None, ""


def descends(dates: Sequence[Leading]) -> bool:
    """Whether an article tells the latest first, by the dates that name a year."""
    explicit = [(date.year, date.month) for date in dates if date.year is not None and date.unit != "decade"]
    pairs = [(a, b) for a, b in pairwise(explicit) if a[0] != b[0] or (a[1] and b[1])]
    return sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs)


def turns_under_one_year(dates: Sequence[Leading]) -> bool:
    """Whether the dates before the first that names a year cannot all be of one: December, then January."""
    months = [date.month for date in takewhile(lambda date: date.lacks_year, dates) if date.month]
    return any(before - after > _FAR_BACK for before, after in pairwise(months))


def only_year(text: str) -> int | None:
    """The one year in a title or heading; None where it has several, or one that only begins or ends something."""
    years = re.findall(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d])", text[:_LONGEST])
    if len(set(years)) != 1:
        return None
    if re.search(rf"(?i)(?:since|from|after|before|until|to|by) {years[0]}|{years[0]} ?(?:[-–—/]|to|s\b|'s|’s)", text):
        return None
    return int(years[0])


def dateline_year(text: str) -> tuple[int, int] | None:
    """Year and month in an agency's dateline: ``SEOUL, June 14, 2000 (AP) -``; None where there is none."""
    head = text[:DATELINE]
    dash = re.search(r" [-–—]{1,2} |[-–—]{2}|—", head)
    if dash is None or not head[:1].isupper() or not re.search(rf"\b{AGENCIES}\b|^[A-Z]{{3,}}[^a-z]", head):
        return None
    for start in re.finditer(r"\b(?=[A-Z\d])", head[: dash.start() + 1]):
        date = leading(head[start.start() : dash.start()]) if start.start() else None
        if date is not None and date.year is not None and date.month:
            return date.year, date.month
    return None
