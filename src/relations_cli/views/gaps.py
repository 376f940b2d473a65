"""Long silences: between the rows of a timeline, and of periods that are counted."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from statistics import median

from rich.text import Text

from relations_cli.dates import Day
from relations_cli.dates.days import day_number, month_length
from relations_cli.dates.names import WEEKDAYS
from relations_cli.dates.periods import unit_of
from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views.console import wrapped
from relations_cli.views.palette import QUIET

_MONTHS = 12
_NOTABLE = 3
_TIMES_THE_USUAL = 6
_MONTHS_MATTER_BELOW = 10


def silences(hits: Sequence[Hit]) -> dict[int, str]:
    """Row: how long nothing happens after it, in words, for dated rows in the order of time.

    A silence is a year or more, or three months or more where that is six times the usual time between two rows.
    """
    days: dict[int, int] = {}
    months: dict[int, int] = {}
    latest: Day | None = None
    for row, hit in enumerate(hits):
        if hit.date is None or hit.date.undated:
            continue
        first, last = hit.date.first_day, hit.date.last_day
        if first is not None and latest is not None:
            days[row - 1] = max(day_number(first) - day_number(latest) - 1, 0)
            months[row - 1] = _whole_months(latest, first)
        if last is None:
            break  # it has no end, so nothing after it is silence
        latest = max(last, latest or last)
    usual = median(days.values()) if days else 0
    return {
        row: f"{_length(months[row])} without an entry"
        for row, gap in days.items()
        if months[row] >= _MONTHS or (months[row] >= _NOTABLE and gap >= _TIMES_THE_USUAL * max(usual, 1))
    }


def folded(values: Sequence[str], is_empty: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Each value with nothing, and of several empty periods in a row, how many they are, in words.

    Args:
        values: of a facet.
        is_empty: whether no event has a value, as none has some periods.
    """
    for without, run in groupby(values, is_empty):
        same = list(run)
        if without and len(same) > 1 and same[0] not in WEEKDAYS:
            yield "", f"{len(same):,} {unit_of(same[0])}s without an entry"
        else:
            yield from ((value, "") for value in same)


def silence_lines(words: str, indent: int, screen: Screen) -> list[Text]:
    """What stands in place of empty periods, beside the values."""
    return [Text(" " * indent).append(line.plain, QUIET) for line in wrapped(Text(words), screen.width - indent)]


def _whole_months(before: Day, after: Day) -> int:
    """The whole months of the calendar that lie between two days, neither of them counted."""
    year, month, day = before
    day = day % month_length(year, month) + 1
    month += day == 1
    return (after[0] - year) * _MONTHS + after[1] - month - (after[2] < day)


def _length(months: int) -> str:
    """Whole months in words: years and months; from ten years on years alone, or almost the next."""
    years, rest = divmod(months, _MONTHS)
    if years >= _MONTHS_MATTER_BELOW:
        return f"almost {years + 1:,} years" if rest == _MONTHS - 1 else f"{years:,} years"
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((years, "year"), (rest, "month")) if n)
