"""Whether a date that is said more exactly beside another is still that date, and not one that was changed since."""

from relations_cli.dates import FuzzyDate


def is_within(date: FuzzyDate, first: FuzzyDate, last: FuzzyDate) -> bool:
    """Whether the days that are known of a date lie from the first day of one to the last of another."""
    known = [day for day in (date.lower, date.upper) if day is not None]
    if not known or first.lower is None:
        return False
    return all(first.lower <= day and (last.upper is None or day <= last.upper) for day in known)
