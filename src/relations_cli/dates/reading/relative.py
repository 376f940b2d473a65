"""Dates counted from today: ``yesterday``, ``2 years ago``, ``last month``, ``last friday``."""

import datetime
from typing import Final, cast

from relations_cli.dates.names import WEEKDAY_OF
from relations_cli.dates.periods import Unit, beside
from relations_cli.dates.reading import spoken
from relations_cli.dates.reading.spoken import Said
from relations_cli.dates.refusal import Refusal
from relations_cli.escaping import shown

_DAYS: Final = {"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1}
_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_IN_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS: Final = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_IN_WORDS, 1)}}
_UNITS: Final = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "quarter": (3, 0), "year": (12, 0)}
"""Months and days of each."""
_UNCOUNTED: Final = ("days, weeks, months, quarters and years are counted", "write 2 years ago")


def read(text: str, today: datetime.date) -> Said | None:
    """The day or calendar period that a phrase means, or None where it is not counted from today.

    Raises:
        Refusal: it is, but not so that it can be counted, or it leads beyond the years 1 to 9999.
    """
    words = text.lower().split()
    try:
        if len(words) == 1 and words[0] in _DAYS:
            return _day(today + datetime.timedelta(days=_DAYS[words[0]]))
        if words[-1:] == ["ago"]:
            return _day(_ago(words[:-1], today))
        if len(words) == 2 and words[0] in _STEPS:  # noqa: PLR2004
            return _period(words[1], _STEPS[words[0]], today)
    except (OverflowError, ValueError):
        raise Refusal("that lies outside the years 1 to 9999", "write YYYY-MM-DD") from None
    return None


def _day(day: datetime.date) -> Said:
    return Said(day.isoformat(), day.isoformat())


def _ago(words: list[str], today: datetime.date) -> datetime.date:
    """The same day of an earlier month, or its last where that is shorter: a month before 31 March is 28 February."""
    from dateutil.relativedelta import relativedelta  # 9 ms

    counted = [word.removesuffix(",") for word in words if word != "and"]
    numbers, units = counted[::2], [word.removesuffix("s") for word in counted[1::2]]
    if not units or len(numbers) != len(units) or len(set(units)) != len(units) or not _UNITS.keys() >= set(units):
        raise Refusal(*_UNCOUNTED)
    months = days = 0
    for number, unit in zip(map(_amount, numbers), units, strict=True):
        months, days = months + number * _UNITS[unit][0], days + number * _UNITS[unit][1]
    return today - relativedelta(months=months, days=days)


def _amount(number: str) -> int:
    if number in _NUMBERS or (number.isascii() and number.isdigit()):
        return _NUMBERS.get(number) or int(number)
    raise Refusal(f"{shown(number)} is no whole number up to ten in words, or any in figures", "write 2 years ago")


def _period(unit: str, step: int, today: datetime.date) -> Said | None:
    """The calendar period before, around or after today; of weekdays only the latest before today."""
    if unit in {"week", "month", "quarter", "year"}:
        label = beside(cast("Unit", unit), (today.year, today.month, today.day), step)
        try:
            return spoken.read(label, vague=False).said()
        except Refusal:
            raise OverflowError from None
    weekday = WEEKDAY_OF.get(unit.removesuffix("."))
    if weekday is not None and step < 0:
        return _day(today - datetime.timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    return None
