"""Single dates with the month's name, in the few shapes that fill tables: ``07-Aug-20``, ``Fri, 07 Aug 2020 05:12``."""

import re
from functools import cache

from relations_cli.dates import figures
from relations_cli.dates.clock import CLOCK
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.names import MONTH_OF, WEEKDAY_OF
from relations_cli.dates.spoken import Spoken


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """All have the groups w, d, m and y."""
    name, day, year = "[A-Z]{3,9}", r"(?P<d>\d\d?)", r"(?P<y>\d{4})"
    weekday, month = rf"(?:(?P<w>{name})\.?,? )?", rf"(?P<m>{name})"
    shapes = (
        rf"{weekday}{day}(?P<s>[ /-]){month}\.?,?(?P=s)(?P<y>\d{{4}}|\d\d)(?:{CLOCK})?",
        rf"{weekday}{month}\.? {day},? {year}(?:{CLOCK})?",
        rf"(?P<w>(?!)){{0}}{year}(?P<s>[ /-]){month}\.?(?P=s){day}(?:{CLOCK})?",
        rf"(?P<w>{name}),? {month} {day}{CLOCK} {year}",
        rf"(?P<w>(?!)){{0}}(?P<d>(?!)){{0}}{month}(?:\.?,?[ /-](?P<y>\d{{4}})|(?:-| ?')(?P<short>\d\d))",
    )
    return tuple(re.compile(shape, re.ASCII | re.IGNORECASE) for shape in shapes)


def read(text: str, pivot: int | None) -> FuzzyDate | None:
    """The date with its month by name; None where the text is none of the shapes.

    Raises:
        Refusal: there is no such day, or the century is missing.
    """
    for shape in _shapes():
        match = shape.fullmatch(text)
        if match is None:
            continue
        month, weekday = MONTH_OF.get(match["m"].lower()), None
        if match["w"]:
            weekday = WEEKDAY_OF.get(match["w"].lower())
            if weekday is None:
                return None
        if month is None:
            return None
        year = figures.full_year(match["y"] or match["short"], pivot)
        if not match["d"]:
            return figures.dated(year, month, 0)
        day = int(match["d"])
        if weekday is not None:
            Spoken(year=year, month=month, day=day, weekday=weekday).said()  # refuses another weekday's day
        return figures.dated(year, month, day)
    return None
