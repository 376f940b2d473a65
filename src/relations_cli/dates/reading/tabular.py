"""Reads dates as tables, spreadsheets, YAML files and foreign JSON write them; their order is for a whole file."""

import re
from functools import cache, lru_cache, partial
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import Order
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import eras, months, numeric, phrases, rarer
from relations_cli.dates.reading.clock import halved, parted
from relations_cli.dates.reading.spoken import NoDate
from relations_cli.dates.reading.tokens import NOW, WORDS
from relations_cli.dates.refusal import LONGEST, Refusal, refuse_length
from relations_cli.errors import DateError

_SHORTEST: Final = 6  # 1/2/20
_KNOWN: Final = frozenset(
    {
        *WORDS,
        *("bce", "xxx", "xxxx"),
        # in no date, but there is a hint for them
        *("before", "after", "ago", "later", "hence", "last", "next", "past", "this"),
        *(f"{unit}{s}" for unit in ("day", "week", "month", "quarter", "year") for s in ("", "s")),
    }
)
"""All words of three letters and more in a date before its time of day, and in what is nearly one."""


def read(text: str, order: Order | None, pivot: int | None) -> FuzzyDate:
    """A date as a cell of a table holds it: EDTF, in figures, or in words as articles have them.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write or to give.
    """
    date = edtf.plain(text)
    if date is None and text[10:11] in {" ", "T"} and "-" not in text[11:]:  # 09:15-10:00 may be a range
        date = edtf.at_time(text[:10], text[11:])
    if date is not None:
        return date
    # What is too long is not worth remembering
    found = _read(text, order, pivot) if len(text) <= LONGEST else _read.__wrapped__(text, order, pivot)
    if isinstance(found, tuple):
        raise DateError(text, *found)
    return found


def order_shown(text: str) -> Order | None:
    """Which order a date in figures, or an end of a range of them, proves: ``31/12/2020`` that the day comes first.

    None for all else, for ``1/2/2020``, and for ``20/08/25``, which may begin with its year. Raises nothing.
    """
    shown = {date.order_shown for date in _in_figures(text)} - {None}
    return shown.pop() if len(shown) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether it is a date in figures, or a range of them, that needs an order. Raises nothing."""
    return any(date.needs_order for date in _in_figures(text))


def _in_figures(text: str) -> list[numeric.Three]:
    """What a cell, or an end of the range in it, has of dates in figures whose year comes last."""
    if len(text) < _SHORTEST or edtf.plain(text) is not None:
        return []
    try:
        ends = _range().split(_normal(text))
    except Refusal:
        return []
    return [date for end in ends if (date := numeric.three(end))] if len(ends) <= 2 else []  # noqa: PLR2004


@lru_cache(maxsize=8192)  # a table's days repeat, and so do its words that are no dates
def _read(text: str, order: Order | None, pivot: int | None) -> FuzzyDate | tuple[str, str]:
    """The date, or the reason why there is none and what to write."""
    try:
        cell = _normal(text)
        found = _single(cell, order, pivot) or _interval(cell, order, pivot) or _edtf(cell)
        return (
            found
            or rarer.read(cell, order, pivot, partial(_one, order=order, pivot=pivot))
            or _words(cell, order, pivot)
        )
    except DateError as error:
        return error.reason, error.hint
    except Refusal as refusal:
        return refusal.reason, refusal.hint


def _normal(text: str) -> str:
    """The cell with single spaces, without blanks around it and the apostrophe by which spreadsheets mark a text.

    Raises:
        Refusal: it is empty, too long or a formula, or a character in it has no place in a date.
    """
    refuse_length(text)
    cell = text.strip().removeprefix("'").lstrip()
    if not (cell.isascii() and cell.isprintable() and "  " not in cell):
        cell = phrases.normal(cell)
    refuse_length(cell)
    if cell[0] in "=@+":
        raise Refusal("a formula is no date", "save the values, not the formulas")
    return cell


def _single(cell: str, order: Order | None, pivot: int | None) -> FuzzyDate | None:
    """One date in a shape that only tables have."""
    return edtf.plain(cell) or numeric.read(cell, order, pivot) or months.read(cell, pivot) or eras.read(cell)


def _one(cell: str, order: Order | None, pivot: int | None) -> FuzzyDate:
    """One date or range in any shape but those that say less."""
    return _single(cell, order, pivot) or _interval(cell, order, pivot) or _edtf(cell) or _words(cell, order, pivot)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(r" ?– ?| (?:-|to|until|through) |(?<=[/.]\d{4})-(?=\d\d?[/.])", re.IGNORECASE | re.ASCII)


def _interval(cell: str, order: Order | None, pivot: int | None) -> FuzzyDate | None:
    """A range with an end in a shape that only tables have."""
    ends = _range().split(cell)
    if len(ends) == 1 and "/" in cell and ("T" in cell or cell.replace("/", "").isdigit()):
        ends = [end or "?" for end in cell.split("/")]
    if len(ends) != 2:  # noqa: PLR2004
        return None
    ends = halved(" – ".join(ends)).split(" – ")
    start, end = (_single(one, order, pivot) if len(one) >= 3 else None for one in ends)  # noqa: PLR2004
    if start is None and end is None:
        return None
    first = start.text if start else _end(ends[0])
    last = end.text if end else ".." if ends[1].lower() in NOW else _end(ends[1], start)
    if first is None or last is None or "/" in first + last:
        return None
    return edtf.read(f"{first}/{last}")


def _end(text: str, start: FuzzyDate | None = None) -> str | None:
    """In EDTF, the end of a range that is in words, or a time of the day of its start; None where it is none."""
    rest, time = parted(text) if start is not None and "T" in start.text else (text, "")
    if start is not None and time and not rest:
        return f"{edtf.without_times(start.text)}T{time}"
    if text in {"?", ".."}:
        return text.strip("?")
    try:
        return phrases.prose(text).text
    except Refusal:
        return None


def _edtf(cell: str) -> FuzzyDate | None:
    """What is EDTF and has no other meaning to people; a year before 1 is data here."""
    if not phrases.EDTF_SIGNS.issuperset(cell):
        return None
    phrases.refuse_part_or_range(cell)
    try:
        return edtf.read(cell)
    except Refusal:
        return None


def _words(cell: str, order: Order | None, pivot: int | None) -> FuzzyDate:
    reason = numeric.why_no_number(cell)
    if reason:
        raise Refusal(*reason)
    # A column of titles is refused 4 times as fast as by the grammar, which stays the judge of all else
    if not _KNOWN.issuperset(re.findall("[a-z]{3,}", cell.partition(":")[0].lower())):
        raise NoDate
    try:
        return phrases.prose(cell)
    except Refusal as refusal:
        day, time = parted(cell)
        date = _day(day, order, pivot) if time and day else None
        if date is None:
            if eras.names_era(cell):
                raise Refusal(
                    "with BC only years are read", "write 44 BC, 44 BC – AD 14, or -0043-03 in EDTF"
                ) from None
            raise refusal from None
    return numeric.at(date, time)


def _day(text: str, order: Order | None, pivot: int | None) -> FuzzyDate | None:
    """The date beside a time; None where it is none, so that the whole cell says why."""
    try:
        return _single(text, order, pivot) or phrases.prose(text)
    except NoDate:
        return None
