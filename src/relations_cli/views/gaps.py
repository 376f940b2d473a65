"""Long silences between the rows of a timeline."""

from collections.abc import Sequence
from statistics import median

from relations_cli.dates.days import day_number
from relations_cli.query.answer import Hit

_YEAR, _MONTH = 365.25, 30.44
_LONG, _NOTABLE = 365, 90
_TIMES_THE_USUAL = 6


def silences(hits: Sequence[Hit]) -> dict[int, str]:
    """Row: how long nothing happens after it, in words, for dated rows in the order of time.

    A silence is a year or more, or three months or more where that is six times the usual time between two rows.
    """
    days: dict[int, int] = {}
    latest: int | None = None
    for row, hit in enumerate(hits):
        if hit.date is None or hit.date.undated:
            continue
        first, last = hit.date.first_day, hit.date.last_day
        if first is not None and latest is not None:
            days[row - 1] = max(day_number(first) - latest - 1, 0)
        if last is None:
            break  # it has no end, so nothing after it is silence
        latest = max(day_number(last), latest if latest is not None else day_number(last))
    usual = median(days.values()) if days else 0
    return {
        row: f"{_length(gap)} without an entry"
        for row, gap in days.items()
        if gap >= _LONG or (gap >= _NOTABLE and gap >= _TIMES_THE_USUAL * max(usual, 1))
    }


def _length(days: int) -> str:
    if days >= _LONG:
        years = int(days / _YEAR) or 1
        return f"{years:,} year{'' if years == 1 else 's'}"
    return f"{int(days / _MONTH)} months"
