"""Single dates in the few shapes that fill tables: ``8/7/2020``, ``20200807``, ``1596777120``, ``07-Aug-20``.

What figures leave open, which of day and month comes first, is asked for here as well.
"""

import datetime
import re
from typing import Final, NamedTuple

from relations_cli.dates import edtf
from relations_cli.dates.days import Order, month_length
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.names import MONTH_OF, WEEKDAY_OF
from relations_cli.dates.reading.clock import CLOCK, in_edtf, is_range
from relations_cli.dates.reading.spoken import Spoken, ordinal_ending
from relations_cli.dates.refusal import Refusal
from relations_cli.errors import parameter

_MONTHS: Final = 12
_LEAP: Final = 2000
_EPOCH: Final = datetime.datetime(1970, 1, 1)  # noqa: DTZ001
_ORDER: Final = f"give {parameter('dates')} dmy or {parameter('dates')} mdy"
WHICH: Final = ("which is the day, which the month?", _ORDER)
_WHICH_OF_THREE: Final = ("day, month or year first?", f"unless it is the year, {_ORDER}")
_CENTURY: Final = ("which century?", f"give {parameter('pivot')} YEAR, the first of the 100 years that are meant")


class Three(NamedTuple):
    """A date in figures whose year comes last: ``8/7/2020``, ``8/7/20``."""

    one: str
    other: str
    year: str
    """In four digits or two."""

    @property
    def orders(self) -> list[Order]:
        """In which there is such a day; a year of two digits may be a leap year."""
        first, second = int(self.one), int(self.other)
        year = int(self.year) if len(self.year) == 4 else _LEAP  # noqa: PLR2004
        found: list[Order] = ["dmy"] if _is_day(year, second, first) else []
        return [*found, "mdy"] if _is_day(year, first, second) else found

    @property
    def is_year_first(self) -> bool:
        """Whether it may be a year of two digits, month, day: ``20/08/25``. None is read so, but nor is it proof."""
        return len(self.one) == len(self.year) == 2 and _is_day(_LEAP, int(self.other), int(self.year))  # noqa: PLR2004

    @property
    def order_shown(self) -> Order | None:
        """The order that it proves, since the other one gives no date."""
        orders = self.orders
        return orders[0] if len(orders) == 1 and not self.is_year_first else None

    @property
    def needs_order(self) -> bool:
        """Whether it is a date only for those who know its order."""
        orders = self.orders
        return bool(orders) and (self.is_year_first or (len(orders) > 1 and int(self.one) != int(self.other)))

    @property
    def days(self) -> list[str]:
        """In EDTF, all days that it may be, of month and day first the last; its year has four digits."""
        parts = {"dmy": (self.other, self.one), "mdy": (self.one, self.other)}
        found = (f"{self.year}-{month:0>2}-{day:0>2}" for month, day in map(parts.__getitem__, self.orders))
        return list(dict.fromkeys(found))


_DATES: Final = (
    r"(?ai)(?:(?P<year>\d{4})(?P<s>[-/.])(?P<month>\d\d?)(?P=s)(?P<day>\d\d?)"
    r"|(?P<one>\d\d?)(?P<t>/|-|\. ?)(?P<other>\d\d?)(?P=t)(?P<of>\d{4}|\d\d)"
    r"|(?P<m>\d\d?/|\d\d-)(?P<y>\d{4})"
    rf"|(?P<compact>\d{{8}})(?=T))(?P<clock>{CLOCK})?"
)


def read(text: str, order: Order | None, pivot: int | None) -> FuzzyDate | None:
    """The date in figures; None where the text is none.

    Raises:
        Refusal: there is no such day, or it could mean two.
    """
    match = re.fullmatch(_DATES, text)
    if match is None:
        return _number(text) if text[0].isdigit() else None
    if match["s"] != "-" and is_range(match["clock"]):
        return None
    time = match["clock"] or ""
    if match["one"]:
        return in_order(Three(match["one"], match["other"], match["of"]), order, pivot, time)
    if match["year"]:
        return dated(match["year"], int(match["month"]), int(match["day"]), time=time)
    if match["compact"]:
        return _compact(match["compact"], time)
    return dated(match["y"], _month(match["m"][:-1]), 0, time=time)


def three(text: str) -> Three | None:
    """The parts of a date whose year comes last; None where the text is none."""
    match = re.fullmatch(_DATES, text)
    return Three(match["one"], match["other"], match["of"]) if match and match["one"] else None


def full_year(digits: str, pivot: int | None) -> str:
    """The year in four digits: one of two lies in the 100 years that begin with the pivot.

    Raises:
        Refusal: there is no pivot, or there are no four digits.
    """
    if len(digits) == 4:  # noqa: PLR2004
        return digits
    if pivot is None:
        raise Refusal(*_CENTURY)
    year = pivot + (int(digits) - pivot) % 100
    if not 1 <= year <= 9999:  # noqa: PLR2004
        raise Refusal(f"with {parameter('pivot')} {pivot} its year is {year}", "give another")
    return f"{year:04d}"


def dated(year: str, month: int, day: int, weekday: int | None = None, time: str = "") -> FuzzyDate:
    """The day, at a time that ``CLOCK`` found; with day 0, the month, and with month 0 too, the year.

    Raises:
        Refusal: there is none, or no such time.
    """
    month = _month(str(month)) if month or day else 0
    clock = in_edtf(time) if time else ""
    if not day and not clock.strip("0:."):  # 1898-00-00 00:00:00
        clock = ""
    return edtf.read(Spoken(year=year, month=month, day=day, weekday=weekday, clock=clock).said().text)


def _month(digits: str) -> int:
    if not 1 <= int(digits) <= _MONTHS:
        raise Refusal(f"there is no month {digits}", "write YYYY-MM-DD")
    return int(digits)


def in_order(date: Three, order: Order | None, pivot: int | None, time: str = "") -> FuzzyDate:
    """``1/2/2020``: a part above 12 is the day, whatever the order; two equal parts are both.

    Raises:
        Refusal: there is no such day, its order is not known, or its century.
    """
    first, second, year = int(date.one), int(date.other), date.year
    if order is None and date.needs_order:
        which = _WHICH_OF_THREE if date.is_year_first else WHICH
        if len(year) == 4 or pivot is not None:  # noqa: PLR2004
            raise Refusal(*which)
        raise Refusal(f"{' '.join(which)}; and {_CENTURY[0]}", _CENTURY[1])
    if first > _MONTHS and second > _MONTHS:
        raise Refusal(f"there is no month {first} and no month {second}", "write YYYY-MM-DD")
    is_day_first = first > _MONTHS or (order == "dmy" and second <= _MONTHS)
    month, day = (second, first) if is_day_first else (first, second)
    if not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
    return dated(full_year(year, pivot), month, day, time=time)


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= _MONTHS and 1 <= day <= month_length(year, month)


def _compact(digits: str, time: str) -> FuzzyDate:
    return dated(digits[:4], _month(digits[4:6]), int(digits[6:8]), time=time)


def _number(text: str) -> FuzzyDate | None:
    """A number that is a year, a day, a day and a time, or the seconds or milliseconds since 1970, by its length."""
    digits, point, fraction = text.partition(".")
    if not (digits.isdigit() and digits.isascii()) or (point and not (fraction.isdigit() and fraction.isascii())):
        return None
    size = len(digits)
    if size in {10, 12, 13} and digits[0] != "0":
        return _since_1970(digits, fraction)
    if fraction.strip("0"):
        return None
    if size == 4:  # noqa: PLR2004
        return dated(digits, 0, 0)
    is_time = size == 14 and digits[8:10] < "24" and digits[10:12] < "60" and digits[12:] < "60"  # noqa: PLR2004
    if size == 8 or is_time:  # noqa: PLR2004
        return _compact(digits, f"T{digits[8:]}" if is_time else "")
    return None


def _since_1970(digits: str, fraction: str) -> FuzzyDate:
    """The second in UTC of 10 digits of seconds, or of 12 or 13 of milliseconds, with its fraction."""
    is_time = len(digits) < 13 and digits[:2] in {"19", "20"} and digits[8:10] < "24" and digits[10:] < "60"  # noqa: PLR2004
    if is_time and _is_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8])):
        raise Refusal("a day and a time, or the time since 1970?", "write YYYY-MM-DD")
    whole, part = (digits, fraction) if len(digits) == 10 else (digits[:-3], digits[-3:] + fraction)  # noqa: PLR2004
    time = (_EPOCH + datetime.timedelta(seconds=int(whole))).isoformat()
    return edtf.read(f"{time}{f'.{part}' if part.strip('0') else ''}Z")


_NAME: Final = "[A-Z]{3,9}"
_OF_MONTH: Final = r"(?P<d>\d\d?)(?P<th>st|nd|rd|th|\.)?"
_MONTH: Final = rf"(?P<m>{_NAME})"
_YEAR: Final = r"(?P<y>\d{4})"
_WEEKDAY: Final = rf"(?:(?P<w>{_NAME})\.?,? )?"
_TIME: Final = rf"(?P<clock>{CLOCK})"
_SHAPES: Final = (
    rf"(?ai){_WEEKDAY}{_OF_MONTH}(?P<s>[ /-]){_MONTH}\.?,?(?P=s)(?P<y>\d{{4}}|\d\d){_TIME}?",
    rf"(?ai){_WEEKDAY}{_MONTH}\.? {_OF_MONTH},? {_YEAR}(?:{_TIME}| (?:UTC|GMT|[A-Z]?[SD]T))?",
    rf"(?ai){_YEAR}(?P<s>[ /-]){_MONTH}\.?(?P=s){_OF_MONTH}{_TIME}?",
    rf"(?ai)(?P<w>{_NAME}),? {_MONTH} {_OF_MONTH}{_TIME} {_YEAR}",
    rf"(?ai){_MONTH}\.?,?(?:[ /-]| - ){_YEAR}",
    rf"(?ai){_MONTH}(?:-| ?')(?P<y>\d\d)",
)
"""Their groups: w weekday, d day, th what makes it an ordinal, m month, y year."""


def with_name(text: str, pivot: int | None) -> FuzzyDate | None:
    """The date with its month by name; None where the text is none of the shapes.

    Raises:
        Refusal: there is no such day, or the century is missing.
    """
    for shape in _SHAPES:
        match = re.fullmatch(shape, text)
        if match is not None and not is_range(match.groupdict().get("clock")):
            return _named(match.groupdict(), pivot)
    return None


def _named(parts: dict[str, str | None], pivot: int | None) -> FuzzyDate | None:
    month = MONTH_OF.get((parts["m"] or "").lower())
    weekday = WEEKDAY_OF.get((parts.get("w") or "").lower())
    day = int(parts.get("d") or 0)
    ending = parts.get("th")
    if (
        month is None
        or (parts.get("w") and weekday is None)
        or (ending and ending.lower() not in {".", ordinal_ending(day)})
    ):
        return None
    year = full_year(parts["y"] or "", pivot)
    if "d" in parts and not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
    return dated(year, month, day, weekday, parts.get("clock") or "")
