"""An EDTF date (ISO 8601-2) as inclusive day spans; the ways to read one and to find one; its order and overlap.

Nobody outside this folder compares bounds. What knows names is imported when first called: month
names and their regular expressions cost a run that reads plain data 2 ms.
"""

import datetime
from typing import TYPE_CHECKING

from relations_cli.dates.days import Day, Order
from relations_cli.dates.edtf import parse_edtf, plain, without_times
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.refusal import Refusal
from relations_cli.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from relations_cli.dates.reading.leading import Leading

    _Date = TypeVar("_Date", FuzzyDate, FuzzyDate | None)

__all__ = [
    "Day",
    "FuzzyDate",
    "Order",
    "in_english",
    "is_ambiguous",
    "leading_date",
    "order_shown",
    "parse_ancient",
    "parse_edtf",
    "parse_printed",
    "parse_prose",
    "parse_tabular",
    "parse_typed",
    "tongues_of",
    "without_times",
]


def parse_typed(text: str, *, today: datetime.date) -> FuzzyDate:
    """What is typed on the command line: ``July 2000``, ``2022..2024``, ``last month``, or EDTF.

    Args:
        text: the date.
        today: what ``today``, ``now`` and ``2 years ago`` are counted from.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write.
    """
    date = plain(text)
    if date is not None and not text.startswith("0000"):
        return date
    from relations_cli.dates.reading import phrases, relative

    entrance = phrases.Entrance(today.isoformat(), lambda phrase: relative.read(phrase, today), today=today)
    return _read(text, entrance.read)


def parse_ancient(text: str) -> FuzzyDate | None:
    """A date of another age: ``44 BC``, ``-0043``, ``Y-13800000000``, ``late 19th century``; None for others.

    Raises:
        DateError: there is no such date.
    """
    from relations_cli.dates.reading import eras

    return _read(text, eras.typed) or _read(text, lambda written: eras.typed(_english(written) or written))


def parse_prose(text: str) -> FuzzyDate:
    """A date as articles write it: ``Oct. 14, 2006 – Dec. 22, 2017``, ``early 2016``.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write.
    """
    from relations_cli.dates.reading import phrases

    return _read(text, phrases.PROSE.read)


def parse_printed(text: str) -> FuzzyDate | None:
    """The date for which ``str()`` gives just this text: the inverse of printing; None where there is none."""
    from relations_cli.dates.printing.again import printed

    return printed(text)


def in_english(text: str) -> str | None:
    """A date, or a part of one, of another language in English: ``März``, ``heute``; None where it is none, or two."""
    from relations_cli.dates.tongues.hearing import whole

    heard = whole(text)
    return heard[0].told.text if len(heard) == 1 else None


def _read(text: str, read: "Callable[[str], _Date]") -> "_Date":
    """What a text is in English or, where it is no date there, in another language.

    Raises:
        DateError: it is none in any.
    """
    try:
        return read(text)
    except Refusal as why:
        refusal = why
    english = _english(text)
    if english is None:
        raise refusal.of(text)
    try:
        return read(english)
    except Refusal as why:
        raise why.of(text) from None


def _english(text: str, tongues: "Callable[[], frozenset[str]]" = frozenset) -> str | None:
    """A date of another language in English; None where it is none.

    Raises:
        DateError: it is of different months in different languages, and those that are asked do not settle it.
    """
    from relations_cli.dates.tongues import hearing

    try:
        return hearing.in_english(text, tongues)
    except Refusal as refusal:
        raise refusal.of(text) from None


def parse_tabular(
    text: str,
    *,
    order: Order | None = None,
    pivot: int | None = None,
    tongues: "Callable[[], frozenset[str]]" = frozenset,
) -> FuzzyDate:
    """What a cell of a table holds: ``8/7/2020``, ``07-Aug-20``, ``44 BC``, EDTF, or words of ``parse_prose``.

    A time of day stays with its zone, where its offset is known, and no zone moves the day that is written. Numbers are
    read by their length: 4 digits a year, 8 a day, 14 a day and a time, 10 the seconds and 12 or 13 the milliseconds
    since 1970, as a time in UTC. Where a part above 12 shows which one is the day, ``order`` is
    not looked at. ``2020-21``, a season in EDTF, is refused: tables mean two years by it.

    Args:
        text: the cell.
        order: which of day and month comes first where both could; see ``order_shown``.
        pivot: the first of the 100 years that a year of two digits lies in.
        tongues: asked where a name is that of different months: the languages of the file's dates, see ``tongues_of``.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write or to give.
    """
    from relations_cli.dates.reading import tabular

    try:
        return tabular.read(text, order, pivot)
    except DateError:
        english = _english(text, tongues)
        if english is None:
            raise
        try:
            return tabular.read(english, order, pivot)
        except DateError as why:
            raise DateError(text, why.reason, why.hint) from None


def tongues_of(texts: "Iterable[str]") -> frozenset[str]:
    """The languages that all of these texts have in common which are dates in another than English."""
    from relations_cli.dates.tongues.hearing import tongues_of as spoken

    return spoken(texts)


def order_shown(text: str) -> Order | None:
    """Which order a date in figures proves: ``31/12/2020`` that the day comes first; None where it proves none."""
    from relations_cli.dates.reading.tabular import order_shown as shown

    return shown(text)


def is_ambiguous(text: str) -> bool:
    """Whether the text is a date in figures that needs an order, as ``1/2/2020`` does."""
    from relations_cli.dates.reading.tabular import is_ambiguous as needs_order

    return needs_order(text)


def leading_date(text: str) -> "Leading | None":
    """The date with which a text begins, as articles print it, with what it leaves unsaid; None where it has none."""
    from relations_cli.dates.reading.leading import leading as read

    return read(text)
