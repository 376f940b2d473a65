"""Single dates with the month's name, in the few shapes that fill tables: ``07-Aug-20``, ``Fri, 07 Aug 2020 05:12``."""

import re
from functools import cache

from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.names import MONTH_OF, WEEKDAY_OF
from relations_cli.dates.reading import numeric
from relations_cli.dates.reading.clock import CLOCK, is_range
from relations_cli.dates.reading.spoken import ordinal_ending
from relations_cli.dates.refusal import Refusal


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Their groups: w weekday, d day, th what makes it an ordinal, m month, y year."""
    name, day, year = "[A-Z]{3,9}", r"(?P<d>\d\d?)(?P<th>st|nd|rd|th|\.)?", r"(?P<y>\d{4})"
    weekday, month = rf"(?:(?P<w>{name})\.?,? )?", rf"(?P<m>{name})"
    shapes = (
        rf"{weekday}{day}(?P<s>[ /-]){month}\.?,?(?P=s)(?P<y>\d{{4}}|\d\d)(?P<clock>{CLOCK})?",
        rf"{weekday}{month}\.? {day},? {year}(?:(?P<clock>{CLOCK})| (?:UTC|GMT|[A-Z]?[SD]T))?",
        rf"{year}(?P<s>[ /-]){month}\.?(?P=s){day}(?P<clock>{CLOCK})?",
        rf"(?P<w>{name}),? {month} {day}(?P<clock>{CLOCK}) {year}",
        rf"{month}\.?,?(?:[ /-]| - ){year}",
        rf"{month}(?:-| ?')(?P<y>\d\d)",
    )
    return tuple(re.compile(shape, re.ASCII | re.IGNORECASE) for shape in shapes)


def read(text: str, pivot: int | None) -> FuzzyDate | None:
    """The date with its month by name; None where the text is none of the shapes.

    Raises:
        Refusal: there is no such day, or the century is missing.
    """
    for shape in _shapes():
        match = shape.fullmatch(text)
        if match is not None and not is_range(match.groupdict().get("clock")):
            return _dated(match.groupdict(), pivot)
    return None


def _dated(parts: dict[str, str | None], pivot: int | None) -> FuzzyDate | None:
    month = MONTH_OF.get((parts["m"] or "").lower())
    weekday = WEEKDAY_OF.get((parts.get("w") or "").lower())
    day = int(parts.get("d") or 0)
    ending = parts.get("th")
    if (
        month is None
        or (parts.get("w") and weekday is None)
        or (ending and ending.lower() not in {".", ordinal_ending(day)})
    ):
        return None
    year = numeric.full_year(parts["y"] or "", pivot)
    if "d" in parts and not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
    return numeric.dated(year, month, day, weekday, parts.get("clock") or "")
