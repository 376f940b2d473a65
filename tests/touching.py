"""The years and months that two dates both touch."""

from collections.abc import Sequence

from relations_cli.dates import FuzzyDate, periods
from relations_cli.dates.fuzzy import Span


def months_of(date: FuzzyDate, asked: FuzzyDate | None) -> list[str]:
    """The months that both touch, or the years where it is not known to the month."""
    return list(periods.touched("month", date, _groups(asked)))


def years_of(date: FuzzyDate, asked: FuzzyDate | None) -> list[int]:
    """The years that both touch."""
    return [int(label.removeprefix("Y")) for label in periods.touched("year", date, _groups(asked))]


def _groups(asked: FuzzyDate | None) -> list[Sequence[Span]]:
    return [] if asked is None else [() if asked.undated else asked.spans]
