"""A date as a running text writes it: one or two, and what they leave unsaid."""

from typing import Final

import msgspec
from msgspec.structs import replace

from relations_cli.dates import edtf
from relations_cli.dates.names import month_name
from relations_cli.dates.reading.joining import over_midnight, with_month
from relations_cli.dates.reading.sides import SIDES, on_side
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.dates.refusal import Refusal

_LAST_MONTH: Final = 12
_JOINED: Final = {"-": "{0}/{1}", "&": "{{{0},{1}}}", "|": "[{0},{1}]"}
"""EDTF of two dates by what joins them."""


class Leading(msgspec.Struct, frozen=True, kw_only=True):
    """The date at the beginning of a text."""

    length: int
    """Characters of the text that are the date, an abbreviation's point among them."""
    first: Spoken
    """What it begins with; a year of ``""`` is not said."""
    last: Spoken | None = None
    """What it ends with, where two dates are written."""
    joint: str = "-"
    """``-`` a range, ``&`` these two, ``|`` one of these, ``>`` a range that goes on; of ``SIDES``, what it bounds."""
    is_loose: bool = False
    """Whether a spaced dash stands between the two: it may be the separator of the first and the text."""
    figures: tuple[int, int] | None = None
    """Day and month in figures, of which nobody knows which is which: ``4/5/2003``."""
    stray: int | None = None
    """The weekday beside it where it is no single day, which says nothing then."""
    alone: "Leading | None" = None
    """The first of two dates on its own: what there is where the dash is a separator."""
    tongues: frozenset[str] = frozenset()
    """The languages in which it is written; empty where it is English."""
    readings: tuple["Leading", ...] = ()
    """What it is in each, where that differs and nobody knows which it is."""

    @property
    def lacks_year(self) -> bool:
        """Whether no year is written."""
        return not self.first.year and not (self.last is not None and self.last.year)

    @property
    def year(self) -> int | None:
        """The year of its beginning, where one is written."""
        return _number(self._ends()[0].year)

    @property
    def end_year(self) -> int | None:
        """The year of its end, where one is written."""
        return _number(self._ends()[1].year)

    @property
    def month(self) -> int:
        """The month of its beginning (a season's first), 0 where none is said."""
        return _month(self._ends()[0])

    @property
    def end_month(self) -> int:
        """The month of its end, 0 where none is said."""
        return _month(self._ends()[1])

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
        return replace(self, first=replace(self.first, day=day, month=month), figures=None)

    def in_tongue(self, tongues: frozenset[str]) -> "Leading":
        """The date as it is in one of these languages, where it differs by the language and one settles it."""
        meant = [one for one in self.readings if not tongues.isdisjoint(one.tongues)]
        return meant[0] if len(meant) == 1 else self

    def on_weekday(self, number: int) -> "Leading":
        """The date with a weekday beside it: of the day that it is, else one that is of no day."""
        is_day = (self.first.day or self.figures) and self.last is None and self.joint == "-"
        if not is_day or self.first.weekday is not None:
            return replace(self, stray=number)
        return replace(self, first=replace(self.first, weekday=number))

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
        if self.readings:
            shown = [
                f"{month_name(one.month)} ({', '.join(sorted(one.tongues))})" for one in self.readings if one.month
            ]
            raise Refusal(f"{' or '.join(shown)}? the name is of both")
        first, last = self._ends(year)
        if first.day and first.month > _LAST_MONTH:
            raise Refusal(f"there is no month {first.month}")
        start = first.said()
        if self.joint in SIDES:
            return on_side(self.joint, edtf.read(start.text)).text
        if self.joint == ">":
            text = f"{start.first}/.."
        elif self.last is None:
            text = start.text
        else:
            end = over_midnight(first, last).said()
            both = (start.first, end.last)
            if self.joint != "-":
                both = (start.text.replace("/", ".."), end.text.replace("/", ".."))
            text = _JOINED[self.joint].format(*both)
        return edtf.read(text).text

    def _ends(self, year: int | None = None) -> tuple[Spoken, Spoken]:
        """Both ends with what is written once, of one date twice itself; the year turns between December and January.

        Args:
            year: of its beginning, where none is written.
        """
        if self.last is None and (self.first.year or year is None):  # most dates
            return self.first, self.first
        first, last = with_month(self.first, self.last or self.first)
        turns = _month(first) > _month(last) > 0
        known = first.year or ("" if year is None else _digits(year))
        if not last.year and known:
            last = replace(last, year=_digits(int(known) + turns))
        elif last.year and not known:
            known = _digits(int(last.year) - turns)
        has_era = first.has_era or last.has_era or self.lacks_year  # a number that is given counts as EDTF does
        return replace(first, year=known, has_era=has_era), replace(last, has_era=has_era)

    def _named(self) -> str:
        parts = [str(part) for part in (self.first.day, self.first.month, self.first.year) if part]
        return " ".join(part for part in ("-".join(reversed(parts)), self.first.clock) if part)


def _digits(year: int) -> str:
    """The year in four figures or more: no date of an article has the form that EDTF has for more."""
    return f"{year:05d}" if year < 0 else f"{year:04d}"


def _number(year: str) -> int | None:
    return int(year) if year else None


def _month(one: Spoken) -> int:
    """Its month, or the first of its season or quarter; 0 where it says none."""
    if 21 <= one.code <= 24:  # noqa: PLR2004 -- EDTF's seasons
        return (one.code - 20) * 3
    if 33 <= one.code <= 36:  # noqa: PLR2004 -- EDTF's quarters
        return (one.code - 33) * 3 + 1
    return one.month
