"""How the dates of one file are to be read, decided over all of them before the first one is."""

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import Final

from msgspec import Struct

from relations_cli.dates import FuzzyDate, in_english, parse_edtf, parse_tabular, tongues_of, without_times
from relations_cli.dates.clock import A_NIGHT
from relations_cli.dates.days import Order, day_number, day_of_number, edtf_text
from relations_cli.errors import DateError
from relations_cli.readers.entries.cell_values import is_missing
from relations_cli.readers.entries.date_parts import years_bc
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.numbers import says_hour, since_1970, two_years

_OPEN: Final = frozenset(("present", "now", "today", "ongoing", "current", "date"))
"""Ends that have not come, but for the dots; ``to date`` leaves the last."""


class Dating(Struct, frozen=True, kw_only=True):
    """What a file's dates say about each other."""

    order: Order | None = None
    """Which of day and month comes first in figures."""
    pivot: int | None = None
    """The first of the hundred years that a year of two digits lies in."""
    counts_no_year_0: bool = True
    """Whether a bare negative year is one BC, as historians count: -551 is 551 BC."""
    has_short_years: bool = False
    """Whether 224 is a year, too."""
    has_pairs_of_years: bool = False
    """Whether ``2009-10`` is two years, and no month."""
    parts_of_a_second: int = 0
    """How many of the file's numbers are a second, where they count the time since 1970; 0: they do not."""
    has_slashes: bool = False
    """Whether days are written ``1868/09/17``, so that ``1869/12`` is a month."""

    texts: Iterable[str] = ()
    """The file's dates that say more than a day in figures."""
    tongues: list[frozenset[str]] = []
    """The languages of these, once they are asked for."""
    known: dict[str, FuzzyDate | None] = {}
    """What texts were read as: the days of a table come again."""

    def read(self, text: str) -> FuzzyDate | None:
        """The date that a text means; None where it says that there is none.

        Raises:
            DateError: it is no date, or could mean two.
        """
        if text in self.known:
            return self.known[text]
        date = None
        if not is_missing(text):
            date = parse_tabular(self._plain(text), order=self.order, pivot=self.pivot, tongues=self._tongues)
        self.known[text] = date
        return date

    def _tongues(self) -> frozenset[str]:
        if not self.tongues:
            self.tongues.append(tongues_of(self.texts))
        return self.tongues[0]

    def interval(self, start: str, end: str) -> str | None:
        """The inclusive interval between two texts in EDTF, or the one that is given.

        Raises:
            DateError: one of them is no date, or it would end before it begins.
        """
        first = self.read(start)
        if not end:
            return None if first is None else first.text
        if first is None:
            return _joined(None, self.read(end))
        if is_clock(end) or says_hour(end):
            return self._until(first, end.strip())
        if end.strip(" .").casefold() in _OPEN or in_english(end) in _OPEN:
            return f"{first.text.split('/')[0]}/.."
        return _joined(first, self.read(end))

    def _until(self, first: FuzzyDate, end: str) -> str:
        """The date until a time of the same day, or of the next where that is not far behind.

        The date alone where it is no day, or that lies before its own time.

        Raises:
            DateError: no day has such a time.
        """
        day = without_times(first.text)
        try:
            last = parse_tabular(f"{day} {end}")
        except DateError:
            if not is_clock(end):
                raise
            return first.text
        begins, ends = first.clocks[0], last.clocks[1]
        texts = [last.text]
        if begins and ends and first.last_day and begins.minutes_to(ends, days=1) <= A_NIGHT:
            next_day = edtf_text(day_of_number(day_number(first.last_day) + 1))
            texts.append(f"{next_day}T{last.text.partition('T')[2]}")
        for text in texts:
            with suppress(DateError):
                return parse_edtf(f"{first.text}/{text}").text
        return first.text

    def closest(self, date: str, start: str, end: str) -> str | None:
        """The date, or the interval beside it where that says more: it lies within the date, or begins with it.

        Raises:
            DateError: the date is none.
        """
        whole = self.read(date)
        if says_hour(start):
            return self._from_hour(date, start, end)
        try:
            text = self.interval(start, end)
            span = None if text is None else parse_edtf(text)
        except DateError:
            return self.interval(date, end)
        if whole is None or span is None:
            return text if whole is None else whole.text
        first, last = whole.first_day, whole.last_day
        if (span.first_day, span.last_day) == (first, last) and "T" in span.text and "T" not in whole.text:
            return text
        if (span.first_day, span.last_day) == (first, last) or None in {first, last, span.first_day, span.last_day}:
            return whole.text
        is_within = first <= span.first_day and span.last_day <= last  # type: ignore[operator]
        return text if is_within or span.first_day == first else whole.text

    def _from_hour(self, date: str, hour: str, end: str) -> str | None:
        """A day from a time of another column on; the date alone where it is no day."""
        try:
            return self.interval(f"{date.strip()} {hour.strip()}", end)
        except DateError:
            return self.interval(date, end)

    def _plain(self, text: str) -> str:
        text = text.strip()
        if self.has_pairs_of_years:
            text = two_years(text)
        if text[:4].isdecimal() and text[4:5] == "-":
            return text
        if self.parts_of_a_second:
            return since_1970(text, self.parts_of_a_second) or text
        if "<" in text or "&" in text:
            text = untagged(text)
        match = _shapes().fullmatch(text)
        return text if match is None else self._in_shape(text, match)

    def _in_shape(self, text: str, match: re.Match[str]) -> str:
        if match["short"]:
            return f"{int(match['short']):04d}" if self.has_short_years else text
        if match["bc"]:
            return years_bc(match["bc"]) if self.counts_no_year_0 and int(match["bc"]) else text
        if match["plus"]:
            return match["plus"]
        return f"{match['year']}-{int(match['month']):02d}" if match["mark"] == "." or self.has_slashes else text


def is_clock(text: str) -> bool:
    """Whether a text is a time of day alone."""
    return _clock().fullmatch(text.strip()) is not None


@cache
def _clock() -> re.Pattern[str]:
    """A time of day alone, at which what began that day ends; no hour without minutes or a half of the day."""
    minutes, half, zone = r"(?::[0-5]\d){1,2}", r" ?[ap]\.?m\.?", r"(?: (?:UTC|GMT|Z|[A-Z]{1,4}T|[+-]\d\d:\d\d))?"
    return re.compile(
        rf"(?:(?:[01]?\d|2[0-3]){minutes}(?:{half})?|(?:0?\d|1[0-2]){half}){zone}", re.ASCII | re.IGNORECASE
    )


@cache
def _shapes() -> re.Pattern[str]:
    """A bare negative year, one of few figures, a date with the sign of Wikidata, a month behind a slash or a dot."""
    return re.compile(
        r"-(?P<bc>\d{1,12})|(?P<short>\d{1,3})|\+(?P<plus>\d{4}-\d\d-\d\dT[\d:]+Z?)|(?P<year>\d{4})(?P<mark>[/.])(?P<month>0[1-9]|1[0-2])",
        re.ASCII,
    )


def _joined(start: FuzzyDate | None, end: FuzzyDate | None) -> str | None:
    if start is None:
        return None if end is None else f"/{end.text.split('/')[-1]}"
    if end is None or end.text == start.text:
        return start.text
    text = f"{start.text.split('/')[0]}/{end.text.split('/')[-1]}"
    parse_edtf(text)
    return text
