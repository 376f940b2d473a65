"""A date as people know it: the days on which it may lie, how they overlap, and their order."""

from typing import TYPE_CHECKING, Any, Final

import msgspec

from relations_cli.dates.days import Bounds, Day, day_number, edtf_text
from relations_cli.errors import DateError, parameter

if TYPE_CHECKING:
    from relations_cli.dates.clock import Clock

    Clocks = tuple[Clock | None, Clock | None]

Span = tuple[Day | None, Day | None]
"""First and last day, both inclusive; None is infinitely far away."""

_BEFORE_ALL: Final = (float("-inf"), 0, 0)
_AFTER_ALL: Final = (float("inf"), 0, 0)
_UNDATED: Final = (True, _AFTER_ALL, _AFTER_ALL)

_OF_SIGN: Final = {"~": ("approximate",), "S": ("estimated",), "?": ("uncertain",), "X": ("unspecified",)}
_OF_PERCENT: Final = ("approximate", "uncertain")

SortKey = tuple[Any, ...]
"""Whether it is undated, first day, last day; of what begins at a time, behind its day, that time and the last day."""


class FuzzyDate(msgspec.Struct, frozen=True):
    """A date with inclusive day bounds; ``str()`` prints it for people, ``text`` for programs.

    Only ``parse_edtf``, ``parse_typed``, ``parse_prose``, ``between`` and ``as_of`` make one.
    """

    text: str
    """EDTF: as written, or the canonical form of what was typed. ``parse_edtf(text)`` has the same bounds."""
    spans: tuple[Span, ...]
    """What filters test, a span for each member of a set: an unknown end is the known one here (``2022/`` is 2022),
    the end of a running interval is the day as of which it runs."""
    precision: str
    """second, minute, day, week, month, season, quarter, quadrimester, semester, year, decade, century, millennium,
    interval or set."""
    qualifier: str | None
    """Some of approximate, estimated, uncertain, unspecified, in this order, joined by ``+``. It moves no bound."""
    lower_kind: str
    """day, open (infinitely early) or unknown."""
    upper_kind: str
    """day, open (infinitely late), unknown or running."""
    undated: bool
    """Not even the century is known: no filter matches, and it sorts last."""
    starts: tuple[Bounds | None, ...]
    """For each member what it begins with, as written; None where that is open or unknown."""
    ends: tuple[Bounds | None, ...]
    """For each member what it ends with, as written; the same as ``starts`` where it is no interval."""

    def __str__(self) -> str:
        return self.in_words()

    def in_words(self, *, weekday: bool = False) -> str:
        """The date for people; with ``weekday`` a single day and a day interval's ends carry it."""
        from relations_cli.dates.printing.in_full import in_words  # 1 ms, and programs need no names of months

        is_decade = self.precision == "decade" and "/" in self.text
        return in_words(self.text, is_decade=is_decade, is_running=self.upper_kind == "running", weekday=weekday)

    @property
    def lower(self) -> Day | None:
        """The first day on which it may lie, or None where the start is open or unknown."""
        return min((start[0] for start in self.starts if start), default=None) if self.lower_kind == "day" else None

    @property
    def upper(self) -> Day | None:
        """The last day on which it may lie, or None where the end is open, unknown or yet to come."""
        return max((end[1] for end in self.ends if end), default=None) if self.upper_kind == "day" else None

    @property
    def first_day(self) -> Day | None:
        """The first day that filters see: None where it is infinitely early or undated."""
        if self.undated:
            return None
        days = [lower for lower, _ in self.spans if lower is not None]
        return min(days) if len(days) == len(self.spans) else None

    @property
    def last_day(self) -> Day | None:
        """The last day that filters see: None where it is infinitely late or undated."""
        if self.undated:
            return None
        days = [upper for _, upper in self.spans if upper is not None]
        return max(days) if len(days) == len(self.spans) else None

    @property
    def last_start(self) -> Day | None:
        """The last day on which it can have begun; None where the start is open or unknown, and for undated ones."""
        if self.undated or self.lower_kind != "day":
            return None
        return max(start[1] for start in self.starts if start)

    @property
    def clocks(self) -> "tuple[Clock | None, Clock | None]":
        """The times of day, as written, at which it begins and ends; None where it does not say."""
        if "T" not in self.text:
            return None, None
        from relations_cli.dates.clock import of_date  # days have none, and every start reads days

        return of_date(self.text)

    @property
    def sort_key(self) -> SortKey:
        """Orders any two dates by first day, then last: an open start first, an open end last, undated after all.

        What begins at a time stands behind its whole day and before what is longer, by its own clock: see
        ``order.by_instant`` for days of one zone or several.
        """
        if self.undated:
            return _UNDATED
        first, last = self.first_day or _BEFORE_ALL, self.last_day or _AFTER_ALL
        start = self.clocks[0] if "T" in self.text else None
        return (False, first, last) if start is None else (False, first, first, start.begins(), last)

    def overlaps(self, other: "FuzzyDate") -> bool:
        """Whether some day, or time of a day, may belong to both. Symmetric; sets are tested member by member.

        What says no time meets every time of its day. Times are compared by instant where both say their zone.
        """
        if self.undated or other.undated:
            return False
        if not any(_meet(one, another) for one in self.spans for another in other.spans):
            return False
        if "T" not in self.text or "T" not in other.text:
            return True
        return _meet_in_time(self.spans[0], self.clocks, other.spans[0], other.clocks)

    def starts_in(self, window: "FuzzyDate") -> bool:
        """Whether its first day, or the time with which it begins, lies in the window; an open start lies nowhere."""
        first = self.first_day
        if first is None or window.undated or not any(_meet((first, first), span) for span in window.spans):
            return False
        if "T" not in self.text or "T" not in window.text:
            return True
        return _meet_in_time((first, first), (self.clocks[0], self.clocks[0]), window.spans[0], window.clocks)

    def begins_on(self, month: int, day: int | None) -> bool:
        """Whether it surely begins in that month of some year, or on that day of it.

        A year or a season begins in no month for sure, and a month on no day. The year itself may be in doubt:
        ``156X-12-25`` begins on 25 December. Of a set, every member must.
        """
        if self.lower_kind != "day":
            return False
        for start in self.starts:
            if start is None:
                return False
            (_, *first), (_, *last) = start
            if (first[0], last[0]) != (month, month) or (day is not None and (first[1], last[1]) != (day, day)):
                return False
        return True

    def as_of(self, day: Day) -> "FuzzyDate":
        """The interval as known at the end of ``day``: running, if it has begun and its end lies later.

        A running interval has no upper bound and overlaps up to ``day``. Any other date is returned unchanged.
        """
        first, last = self.first_day, self.last_day
        if self.precision != "interval" or first is None or self.lower_kind != "day" or first > day:
            return self
        if self.upper_kind not in {"day", "open"} or (last is not None and last <= day):
            return self
        text = self.text.split("/")[0] + "/.."
        return msgspec.structs.replace(
            self, text=text, spans=((first, day),), qualifier=qualifier_of(text), upper_kind="running", ends=(None,)
        )

    @classmethod
    def between(cls, since: "FuzzyDate | None", until: "FuzzyDate | None") -> "FuzzyDate":
        """The window from the first day of ``since`` to the last of ``until``; None is open.

        Both open gives the window of all days, whose text ``../..`` EDTF does not have.

        Raises:
            DateError: it would end before it starts, or one of them is undated.
        """
        for date in (since, until):
            if date is not None and date.undated:
                raise DateError(date.text, "not even its century is known", "name a year")
        first = since.first_day if since else None
        last = until.last_day if until else None
        start, end = since.clocks[0] if since else None, until.clocks[1] if until else None
        begins, ends = _plain(since, first, start), _plain(until, last, end)
        if first and last and (first > last or (first == last and start and end and end.is_before(start))):
            raise DateError(None, f"{parameter('since')} {begins} is after {parameter('until')} {ends}", "swap them")
        return cls(
            text=f"{begins}/{ends}",
            spans=((first, last),),
            precision="interval",
            qualifier=None,
            lower_kind="day" if first else "open",
            upper_kind="day" if last else "open",
            undated=False,
            starts=((first, first) if first else None,),
            ends=((last, last) if last else None,),
        )

    def minutes_to(self, other: "FuzzyDate") -> int | None:
        """Minutes from it to another date, negative if that lies before, where both say a time; None where not.

        Between the nearest times of the two, 0 where they overlap; by instant where both say their zone.
        """
        if self.overlaps(other):
            return 0 if self.clocks[0] and other.clocks[0] else None
        is_first = self.sort_key < other.sort_key
        one, another = (self, other) if is_first else (other, self)
        end, start = one.clocks[1], another.clocks[0]
        if end is None or start is None or one.last_day is None or another.first_day is None:
            return None
        minutes = end.minutes_to(start, days=day_number(another.first_day) - day_number(one.last_day))
        return minutes if is_first else -minutes

    def distance_to(self, other: "FuzzyDate") -> int:
        """Days between the nearest days of the two hulls: negative if this one lies before, 0 if they overlap.

        Raises:
            DateError: one of them is undated.
        """
        for date in (self, other):
            if date.undated:
                raise DateError(date.text, "not even its century is known", "nothing can be near it")
        if self.last_day and other.first_day and self.last_day < other.first_day:
            return day_number(self.last_day) - day_number(other.first_day)
        if self.first_day and other.last_day and self.first_day > other.last_day:
            return day_number(self.first_day) - day_number(other.last_day)
        return 0


def qualifier_of(text: str) -> str | None:
    """The qualifiers of a valid EDTF text: each of its signs means the same wherever it stands."""
    found = {name for sign, names in _OF_SIGN.items() if sign in text for name in names}
    if "%" in text:
        found.update(_OF_PERCENT)
    return "+".join(sorted(found)) or None


def _meet(one: Span, other: Span) -> bool:
    (lower, upper), (other_lower, other_upper) = one, other
    return (lower is None or other_upper is None or lower <= other_upper) and (
        upper is None or other_lower is None or upper >= other_lower
    )


def _meet_in_time(one: Span, own: "Clocks", other: Span, others: "Clocks") -> bool:
    """Whether two spans of days that meet do so in time, too, where they share but a day at an end of each."""
    (start, end), (other_start, other_end) = own, others
    if one[1] is not None and one[1] == other[0] and end and other_start and end.is_before(other_start):
        return False
    is_after = one[0] is not None and one[0] == other[1] and start and other_end and other_end.is_before(start)
    return not is_after


def _plain(date: FuzzyDate | None, day: Day | None, clock: "Clock | None") -> str:
    """How a window names its edge: by the date itself where that is one plain date, else by the day and the time."""
    if date is None or day is None:
        return ".."
    if clock is not None:
        return f"{edtf_text(day)}T{clock.time}{clock.zone}"
    whole = date.precision not in {"interval", "set"} and date.qualifier is None and "/" not in date.text
    return date.text if whole else edtf_text(day)
