"""Single dates with the month's name, in the few shapes that fill tables: ``07-Aug-20``, ``Fri, 07 Aug 2020 05:12``."""

import re
from typing import Final

from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.names import MONTH_OF, WEEKDAY_OF
from relations_cli.dates.reading import numeric
from relations_cli.dates.reading.clock import CLOCK, is_range
from relations_cli.dates.reading.spoken import ordinal_ending
from relations_cli.dates.refusal import Refusal

_NAME: Final = "[A-Z]{3,9}"
_DAY: Final = r"(?P<d>\d\d?)(?P<th>st|nd|rd|th|\.)?"
_MONTH: Final = rf"(?P<m>{_NAME})"
_YEAR: Final = r"(?P<y>\d{4})"
_WEEKDAY: Final = rf"(?:(?P<w>{_NAME})\.?,? )?"
_TIME: Final = rf"(?P<clock>{CLOCK})"
_SHAPES: Final = (
    rf"(?ai){_WEEKDAY}{_DAY}(?P<s>[ /-]){_MONTH}\.?,?(?P=s)(?P<y>\d{{4}}|\d\d){_TIME}?",
    rf"(?ai){_WEEKDAY}{_MONTH}\.? {_DAY},? {_YEAR}(?:{_TIME}| (?:UTC|GMT|[A-Z]?[SD]T))?",
    rf"(?ai){_YEAR}(?P<s>[ /-]){_MONTH}\.?(?P=s){_DAY}{_TIME}?",
    rf"(?ai)(?P<w>{_NAME}),? {_MONTH} {_DAY}{_TIME} {_YEAR}",
    rf"(?ai){_MONTH}\.?,?(?:[ /-]| - ){_YEAR}",
    rf"(?ai){_MONTH}(?:-| ?')(?P<y>\d\d)",
)
"""Their groups: w weekday, d day, th what makes it an ordinal, m month, y year."""


def read(text: str, pivot: int | None) -> FuzzyDate | None:
    """The date with its month by name; None where the text is none of the shapes.

    Raises:
        Refusal: there is no such day, or the century is missing.
    """
    for shape in _SHAPES:
        match = re.fullmatch(shape, text)
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
