"""An EDTF date (ISO 8601-2) as inclusive day spans; three ways to read one, and its order and overlap.

Nobody outside this folder compares bounds. The two parsers that know names are imported when first called: month
names and their regular expressions cost a run that reads plain data 2 ms.
"""

import datetime
from typing import TYPE_CHECKING

from relations_cli.dates.days import Day
from relations_cli.dates.edtf import parse_edtf
from relations_cli.dates.fuzzy import FuzzyDate

if TYPE_CHECKING:
    from relations_cli.dates.leading import Leading

__all__ = ["Day", "FuzzyDate", "in_words", "leading_date", "parse_edtf", "parse_prose", "parse_typed"]


def parse_typed(text: str, *, today: datetime.date) -> FuzzyDate:
    """What is typed on the command line: ``July 2000``, ``2022..2024``, ``last month``, or EDTF.

    Args:
        text: the date.
        today: what ``today``, ``now`` and ``2 years ago`` are counted from.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write.
    """
    from relations_cli.dates.typed import parse_typed as read

    return read(text, today=today)


def parse_prose(text: str) -> FuzzyDate:
    """A date as articles write it: ``Oct. 14, 2006 – Dec. 22, 2017``, ``early 2016``.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write.
    """
    from relations_cli.dates.prose import parse_prose as read

    return read(text)


def leading_date(text: str) -> "Leading | None":
    """The date with which a text begins, as articles print it, with what it leaves unsaid; None where it has none."""
    from relations_cli.dates.leading import leading as read

    return read(text)


def in_words(date: FuzzyDate, *, weekday: bool = False) -> str:
    """The date for people, as ``str()`` gives it; with ``weekday`` a single day and a day interval's ends carry it."""
    from relations_cli.dates.words import in_words as write

    return write(date, weekday=weekday)
