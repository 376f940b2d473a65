"""What figures in a column of dates are: years, pairs of years, the time since 1970 (judged together), or hours."""

import datetime
import re
from collections.abc import Collection
from typing import Final

_PAIR: Final = re.compile(r"(?P<first>\d{4}) ?[-\u2013/] ?(?P<last>\d\d)", re.ASCII)
_YEARS: Final = re.compile(
    r"(?:(?:c|ca|circa|about)\.? ?)?-?\d{1,4}s?\??(?: ?[-\u2013/] ?(?:\d{4}|\d\d)?)?(?: (?:BC|AD|BCE|CE))?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS: Final = 12
_SEASONS: Final = range(21, 42)
"""What EDTF means by a part of a year behind a hyphen."""
_NUMBER: Final = re.compile(r"-?\d{1,19}(?:\.\d{1,9})?", re.ASCII)
_EPOCH: Final = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 -- in UTC
_PARTS_OF_A_SECOND: Final = ((10, 1), (13, 10**3), (16, 10**6), (19, 10**9))
"""How many digits a number has at most, and how many of its units are a second."""
_A_DATE: Final = re.compile(
    r"(?:1\d\d\d|20\d\d|2100)(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?"
    r"|(?:19[7-9]\d|20\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}",
    re.ASCII,
)
"""A year, or a day, since 1970 perhaps with hours, minutes and seconds, in figures without signs between."""
_SHORTEST_TIME: Final = 9
_UNITS: Final = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


def two_years(text: str) -> str:
    """The interval of ``2009-10`` in a column of years, and of ``1914-18``; another text as it is."""
    match = _PAIR.fullmatch(text.strip())
    if match is None:
        return text
    first, last = int(match["first"]), int(match["last"])
    last += first - first % 100 + (100 if last == 0 and first % 100 == 99 else 0)  # noqa: PLR2004
    return f"{first:04d}/{last:04d}" if last > first else text


def are_pairs_of_years(texts: Collection[str]) -> bool:
    """Whether texts such as ``2009-10`` are pairs of years: all can be, and one can be no month, or all follow on.

    Args:
        texts: of the whole column; one that is finer than a year shows that they are months.
    """
    pairs = [text for text in texts if _PAIR.fullmatch(text)]
    if len(pairs) < 2 or any(two_years(text) == text for text in pairs):  # noqa: PLR2004 -- one is no column of such
        return False
    if not all(_YEARS.fullmatch(text) for text in texts if any(map(str.isdigit, text))):
        return False
    ends = [(int(text[:4]), int(text[-2:])) for text in pairs]
    follow_on = all((first + 1) % 100 == last for first, last in ends)
    return follow_on or any(last > _MONTHS and last not in _SEASONS for _, last in ends)


def are_short_years(texts: Collection[str]) -> bool:
    """Whether 43 is a year, and not one of a century that is left out: one of three figures and one of four are."""
    sizes = {len(text) for text in texts if text.isascii() and text.isdigit()}
    return {3, 4} <= sizes and max(sizes) == 4  # noqa: PLR2004


_HOUR_ALONE: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)


def says_hour(text: str) -> bool:
    """Whether a text is a time of day alone, which is no date."""
    return _HOUR_ALONE.fullmatch(text.strip()) is not None


def parts_of_a_second(texts: Collection[str]) -> int:
    """How many of the numbers of a column are a second, where they are the time since 1970; 0: they are not.

    They are where more of them can be nothing else than can be years or days.
    """
    numbers = [re.sub(r"\.0+$", "", text) for text in texts if _NUMBER.fullmatch(text)]
    longest = max((len(number.lstrip("-").partition(".")[0]) for number in numbers), default=0)
    if longest < _SHORTEST_TIME:
        return 0
    others = sum(_A_DATE.fullmatch(number) is not None for number in numbers)
    times = sum(map(_is_time, numbers))
    return next(parts for digits, parts in _PARTS_OF_A_SECOND if longest <= digits) if times > others else 0


def _is_time(number: str) -> bool:
    """Whether a number can be nothing else than the time since 1970."""
    whole = number.partition(".")[0]
    return len(whole) >= _SHORTEST_TIME and whole[0] not in "-0" and _A_DATE.fullmatch(whole) is None


def units_shown(texts: Collection[str], parts: int) -> tuple[str, str] | None:
    """In which units a column counts the time since 1970 and a number that shows it; None where each does."""
    numbers = [text for text in texts if _NUMBER.fullmatch(text)]
    shown = next(text for text in numbers if _is_time(text))
    return None if all(map(_is_time, numbers)) else (_UNITS[parts], shown)


def since_1970(text: str, parts: int) -> str | None:
    """The time in UTC, in EDTF, of a number whose ``parts`` are a second; None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    whole, _, fraction = text.partition(".")
    rest = fraction.rstrip("0")
    number = int(whole) - (text.startswith("-") and bool(rest))
    try:
        time = (_EPOCH + datetime.timedelta(seconds=number // parts)).isoformat()
    except OverflowError:
        return None
    digits = f"{number % parts:0{len(str(parts)) - 1}}".rstrip("0") if parts > 1 else rest * (number >= 0)
    return f"{time}{digits and '.'}{digits}Z"
