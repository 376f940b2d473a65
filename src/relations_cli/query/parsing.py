"""What people type for one parameter of a query, as the value that it means."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from relations_cli.dates import Day, FuzzyDate, parse_ancient, parse_edtf, parse_typed
from relations_cli.errors import VALUE, DateError, UsageError, parameter
from relations_cli.suggesting import did_you_mean, nearest

_NAMED_YEAR = (
    r"Y-?\d+|(?:AD|CE)\s?\d+|[\d,]+\s?(?:BCE?|AD|CE)|(?:\w+[- ])*\d+(?:st|nd|rd|th)[- ]c(?:entury|ent\.?|\.)(?: \w+)?"
)
"""What else people call a year, or a hundred of them; compiled where it is asked, which takes 0.5 ms."""
Order = Literal["rank", "date"]
ORDERS: tuple[Order, ...] = get_args(Order)
Names = str | Sequence[str]
"""One text, or several."""
Anniversary = tuple[int, int | None]
"""Month and day of any year; None: any day of the month."""

_BY_DATE = ("since", "until", "on", "years", "anniversaries", "starts")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def each(given: Names | None) -> tuple[str, ...]:
    """The texts: one, several or none."""
    return (given,) if isinstance(given, str) else tuple(given or ())


def split(given: Names | None, name: str) -> tuple[str, ...]:
    """Each of the names that commas part.

    Raises:
        UsageError: one of them is empty.
    """
    names = tuple([one.strip() for text in each(given) for one in text.split(",")])
    if "" in names:
        raise UsageError(name, None, "an empty name", "give one, or several with commas between")
    return names


def groups(given: Names | None, name: str) -> tuple[tuple[str, ...], ...]:
    """A group of names a text.

    Raises:
        UsageError: a name is empty.
    """
    return tuple([split(text, name) for text in each(given)])


def date(name: str, value: str | None, today: datetime.date) -> FuzzyDate | None:
    """The date; None where none is given.

    Raises:
        DateError: it cannot be read, or says no day.
    """
    if value is None:
        return None
    read = _typed(name, value, today)
    if read.undated:
        raise DateError(value, f"{VALUE} says no day", "write YYYY, YYYY-MM or YYYY-MM-DD", parameter=name)
    return read


def date_named(value: str, today: datetime.date) -> FuzzyDate | None:
    """The date that a name is, which may say no day; None where the name is none."""
    try:
        return _typed("", value, today)
    except DateError:
        return None


def misdated(value: str, today: datetime.date) -> DateError | None:
    """Why figures that people write as a day or a month are none, and what to write; None of anything else."""
    if re.fullmatch(r"\d{1,4}([-/.])\d{1,4}(?:\1\d{1,4})?", value.strip(), re.ASCII):
        try:
            _typed("", value, today)
        except DateError as error:
            return error
    return None


def _typed(name: str, value: str, today: datetime.date) -> FuzzyDate:
    """The date, of whatever age; the line break behind it, which a shell may leave, is none of it.

    Raises:
        DateError: it cannot be read.
    """
    value = value.rstrip("\r\n") or value
    try:
        return parse_typed(value, today=today)
    except DateError as error:
        return _ancient(name, value, error)


def _ancient(name: str, value: str, error: DateError) -> FuzzyDate:
    """The date of another age that no people of ours write.

    Raises:
        DateError: it is none, or there is no such date.
    """
    try:
        read = parse_ancient(value)
    except DateError as other:
        raise other.of(name) from None
    if read is not None:
        return read
    if error.hint == "earlier ones stand in data only":
        raise DateError(value, f"{VALUE} is no year", "write 2024, 44 BC or -0043", parameter=name) from None
    raise error.of(name) from None


def window(since: str | None, until: str | None, today: datetime.date) -> FuzzyDate | None:
    """The inclusive days from one date to another; None where neither is given.

    Raises:
        DateError: one cannot be read, or the first is later than the second.
    """
    first, last = date("since", since, today), date("until", until, today)
    return None if first is None and last is None else FuzzyDate.between(first, last)


def last_day(name: str, value: str, today: datetime.date) -> Day:
    """The last day of a date.

    Raises:
        DateError: it cannot be read, or has none.
    """
    read = date(name, value, today)
    last = None if read is None else read.last_day
    if last is None:
        raise DateError(value, f"{VALUE} has no last day", "give a day, a month or a year", parameter=name)
    return last


def year(value: str, today: datetime.date) -> FuzzyDate:
    """A year of four digits, with a minus before one BC; or with its era, or of deep time as EDTF writes it.

    Raises:
        DateError: it is none.
    """
    if not re.fullmatch(r"-?\d{4}", value, re.ASCII):
        if re.fullmatch(_NAMED_YEAR, value.strip(), re.ASCII | re.IGNORECASE):
            return date("years", value, today) or parse_edtf(value)
        bare = value.strip("\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
        if re.fullmatch(r"\d{4}", bare, re.ASCII):
            raise DateError(value, f"{VALUE} has typographic quotation marks", f"write {bare}", parameter="years")
        meant = _year_meant(value, today)
        others = f"{parameter('on')}, {parameter('since')} and {parameter('until')} take other dates"
        raise DateError(value, f"{VALUE} is no year", f"{meant} ({others})", parameter="years")
    return parse_edtf(value)


def _year_meant(value: str, today: datetime.date) -> str:
    """What to give in place of what is no year: another parameter where it is a date, else the nearest year."""
    import shlex  # for those who err

    from relations_cli.dates.hints import full_year

    bare = value.strip("'\u2019\u2018\u201c\u201d\"")
    if re.fullmatch(r"\d\d", bare, re.ASCII):
        return did_you_mean([full_year(bare, today)])
    span = re.fullmatch(r"(\d{4}) ?(?:-|\u2013|\u2014|/|\.\.|to) ?(\d{4}|\d\d)", bare, re.ASCII)
    if span and not _is_month(span[2]):
        first, last = sorted((span[1], span[1][: 4 - len(span[2])] + span[2]))
        return f"write {parameter('on')} {first}..{last}"
    try:
        parse_typed(bare, today=today)
    except DateError:
        return did_you_mean(nearest(bare, (str(one) for one in range(1900, 2101)), most=1)) or "write YYYY"
    return f"write {parameter('on')} {shlex.quote(bare)}"


def _is_month(digits: str) -> bool:
    return 1 <= int(digits) <= len(_LONGEST_MONTHS)


def anniversaries(given: Names | None, today: datetime.date) -> tuple[Anniversary, ...]:
    """Months, months with a day, or today's, with commas between them.

    Raises:
        UsageError: one is none that any year has.
    """
    return tuple([_anniversary(one, today) for one in split(given, "anniversaries")])


def _anniversary(value: str, today: datetime.date) -> Anniversary:
    if value.strip().lower() == "today":
        return today.month, today.day
    match = re.fullmatch(r"(\d\d)(?:-(\d\d))?", value, re.ASCII)
    if match:
        month, day = int(match[1]), None if match[2] is None else int(match[2])
        if 1 <= month <= len(_LONGEST_MONTHS) and (day is None or 1 <= day <= _LONGEST_MONTHS[month - 1]):
            return month, day
    raise UsageError("anniversaries", value, "is no day of a year", f"write {_day_meant(value, today)}")


def _day_meant(value: str, today: datetime.date) -> str:
    """``05-26`` for ``26 May``; else how a day of a year is written."""
    date = date_named(f"{value} 2000", today)  # a leap year
    if date is None or date.first_day is None or date.precision != "day":
        return "MM-DD, or MM for the whole month"
    return "{1:02}-{2:02}".format(*date.first_day)


def at_least(value: int | None) -> int:
    """How many sources there are at least; 0: any number.

    Raises:
        UsageError: less than none.
    """
    if value is not None and value < 0:
        raise UsageError("sources", None, f"{value} is less than none", "give a number from 0")
    return value or 0


def undated(asked: bool, others: Mapping[str, object]) -> bool:  # noqa: FBT001 -- as it was asked
    """Whether only events without a date are meant.

    Raises:
        UsageError: a date is asked for besides.
    """
    dates = next((name for name in _BY_DATE if others.get(name)), None)
    if asked and dates is not None:
        raise UsageError("undated", None, "what has no date has none to ask for", f"leave out {parameter(dates)}")
    return asked


def limit(value: int | None) -> int | None:
    """How many rows at most; None: all.

    Raises:
        UsageError: less than none.
    """
    if value is not None and value < 0:
        raise UsageError("limit", None, f"{value} is less than none", "give a number from 0")
    return value
