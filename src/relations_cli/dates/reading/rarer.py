"""Dates of which a table says less than a day: ``before 1950``, ``1998 or 1999``, ``07/??/97``, centuries."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import Order
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import numeric
from relations_cli.dates.reading.leading import leading
from relations_cli.dates.reading.sides import on_side, opener
from relations_cli.dates.refusal import Refusal

_OR: Final = " or "


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Figures with question marks, the year last or first; what the grammar of running texts alone knows."""
    part = r"(\d\d?|\?\??)"
    return (
        re.compile(rf"{part}([-/.]){part}\2(\d{{4}}|\d\d)", re.ASCII),
        re.compile(r"(\d{4})[-/.](\d\d?|\?\??)(?:[-/.](\?\??))?", re.ASCII),
        re.compile(
            rf"\bcentur|, ?(?:early|mid|late)$|\((?:[a-z.]+|\?)\)$|{_OR}|^~ "
            r"|^winter \d{4}[-–/]\d\d(?:\d\d)?$"
            r"|^(?:ca?\.|circa|about|around|approximately) \d{4}[-–](?:1[3-9]|[2-9]\d)$",
            re.IGNORECASE,
        ),
    )


def read(cell: str, order: Order | None, pivot: int | None, single: Callable[[str], FuzzyDate]) -> FuzzyDate | None:
    """The date; None where the cell is none of these.

    Args:
        cell: with single spaces.
        order: of day and month in figures.
        pivot: the first of the hundred years that a year of two digits may mean.
        single: what reads all other dates.

    Raises:
        Refusal: there is no such day, or it could mean two.
    """
    side, start = opener(cell)
    if side and len(cell) > start:
        return on_side(side, single(cell[start:]))
    last, first, running = _shapes()
    if "?" in cell and (match := last.fullmatch(cell)):
        return _marked(match[1], match[3], numeric.full_year(match[4], pivot), order)
    if "?" in cell and (match := first.fullmatch(cell)):
        return _edtf(match[1], match[2], match[3] or "")
    if running.search(cell):
        date = leading(cell)
        if date is not None and date.length == len(cell) and not date.lacks_year:
            return edtf.read(date.edtf())
        if _OR in cell:
            return edtf.read(f"[{','.join(single(one).text.replace('/', '..') for one in cell.split(_OR))}]")
    return None


def _marked(one: str, other: str, year: str, order: Order | None) -> FuzzyDate:
    """Two figures, either of them perhaps question marks, in an order."""
    if order is None and "?" in one + other and not one[0] == other[0] == "?":
        raise Refusal(*numeric.WHICH)
    month, day = (other, one) if order == "dmy" else (one, other)
    return _edtf(year, month, day)


def _edtf(year: str, month: str, day: str) -> FuzzyDate:
    if month[0] == "?":
        return edtf.read(f"{year}-XX-{day:0>2}" if day.isdigit() else year)
    if not day or day[0] == "?":
        return numeric.dated(year, int(month), 0)
    return numeric.dated(year, int(month), int(day))
