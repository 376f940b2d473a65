"""The order of dates in time, for rows that may have none."""

from typing import Final

from relations_cli.dates.edtf import parse_edtf
from relations_cli.dates.fuzzy import FuzzyDate, SortKey

Place = tuple[int, SortKey | tuple[()]]
"""Compares as dates do."""

_FIRST: Final[Place] = (-1, ())
_LAST: Final[Place] = (1, ())


def in_time(date: FuzzyDate | str | None, *, without_first: bool = False) -> Place:
    """The place of a date among others: by first day, then last; behind them what is not known to the century.

    Args:
        date: a date or its EDTF; None and the empty text are none at all.
        without_first: whether what has no date stands before all others instead of behind them.

    Raises:
        DateError: the text is no EDTF.
    """
    if not date:
        return _FIRST if without_first else _LAST
    return 0, (parse_edtf(date) if isinstance(date, str) else date).sort_key
