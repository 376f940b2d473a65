"""Reads dates as tables, spreadsheets, YAML files and foreign JSON write them; their order is for a whole file."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from relations_cli.dates import edtf
from relations_cli.dates.days import Order
from relations_cli.dates.diagnosis import why_no_number
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import eras, numeric, phrases
from relations_cli.dates.reading.clock import parted
from relations_cli.dates.reading.leading import leading
from relations_cli.dates.reading.sides import on_side, opener
from relations_cli.dates.reading.spoken import NoDate, Said, Spoken, Unreadable
from relations_cli.dates.reading.tokens import WORDS
from relations_cli.dates.refusal import LONGEST, Refusal, refuse_length
from relations_cli.errors import DateError

_SHORTEST: Final = 6  # 1/2/20
_OR: Final = " or "
_ONLY_YEARS: Final = ("with BC only years are read", "write 44 BC, 44 BC – AD 14, or -0043-03 in EDTF")
_KNOWN: Final = frozenset(
    {
        *WORDS,
        *("bce", "xxx", "xxxx", "noon", "uhr", "heures", "hrs"),
        # in no date, but there is a hint for them
        *("before", "after", "ago", "later", "hence", "last", "next", "past", "this"),
        *(f"{unit}{s}" for unit in ("day", "week", "month", "quarter", "year") for s in ("", "s")),
    }
)
"""All words of three letters and more in a date before its time of day, and in what is nearly one."""


def read(text: str, order: Order | None, pivot: int | None) -> FuzzyDate:
    """A date as a cell of a table holds it: EDTF, in figures, or in words as articles have them.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write or to give.
    """
    date = edtf.plain(text)
    if date is None and text[10:11] in {" ", "T"} and "-" not in text[11:]:  # 09:15-10:00 may be a range
        date = edtf.at_time(text[:10], text[11:])
    if date is not None:
        return date
    # What is too long is not worth remembering
    found = _read(text, order, pivot) if len(text) <= LONGEST else _read.__wrapped__(text, order, pivot)
    if isinstance(found, tuple):
        raise DateError(text, *found)
    return found


def order_shown(text: str) -> Order | None:
    """Which order a date in figures, or an end of a range of them, proves: ``31/12/2020`` that the day comes first.

    None for all else, for ``1/2/2020``, and for ``20/08/25``, which may begin with its year. Raises nothing.
    """
    shown = {date.order_shown for date in _in_figures(text)} - {None}
    return shown.pop() if len(shown) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether it is a date in figures, or a range of them, that needs an order. Raises nothing."""
    return any(date.needs_order for date in _in_figures(text))


def _in_figures(text: str) -> list[numeric.Three]:
    """What a cell, or an end of the range in it, has of dates in figures whose year comes last."""
    if len(text) < _SHORTEST or edtf.plain(text) is not None:
        return []
    try:
        first, _, last = phrases.ends_of(_normal(text))
    except Refusal:
        return []
    return [date for end in (first, last) if (date := numeric.three(end))]


@lru_cache(maxsize=8192)  # a table's days repeat, and so do its words that are no dates
def _read(text: str, order: Order | None, pivot: int | None) -> FuzzyDate | tuple[str, str]:
    """The date, or the reason why there is none and what to write."""
    try:
        return _Table(order, pivot).date(_normal(text))
    except (DateError, Refusal) as error:
        return error.reason, error.hint


def _normal(text: str) -> str:
    """The cell with single spaces and a dash between dates, without the apostrophe that marks a text there."""
    refuse_length(text)
    cell = text.strip().removeprefix("'").lstrip()
    if not (cell.isascii() and cell.isprintable() and "  " not in cell):
        cell = phrases.normal(cell)
    refuse_length(cell)
    if cell[0] in "=@+":
        raise Refusal("a formula is no date", "save the values, not the formulas")
    return re.sub(r"(?<=[/.]\d{4})-(?=\d\d?[/.])", " – ", cell)


_PART: Final = r"\d\d?|\?\??"
_MARKED: Final = (
    rf"(?a)(?P<one>{_PART})(?P<mark>[-/.])(?P<other>{_PART})(?P=mark)(?P<year>\d{{4}}|\d\d)"
    rf"|(?P<first>\d{{4}})[-/.](?P<month>{_PART})(?:[-/.](?P<day>\?\??))?"
)
"""Figures with question marks, the year last or first."""
_RUNNING: Final = (
    rf"(?i)\bcentur|, ?(?:early|mid|late)$|\((?:[a-z.]+|\?)\)$|{_OR}|^~ "
    r"|^winter \d{4}[-–/]\d\d(?:\d\d)?$"
    r"|^(?:ca?\.|circa|about|around|approximately) \d{4}[-–](?:1[3-9]|[2-9]\d)$"
)
"""What the grammar of running texts alone knows."""


class _Table(NamedTuple):
    """What is known of a table before its cells are read, and the readers of a cell."""

    order: Order | None
    pivot: int | None

    def date(self, cell: str) -> FuzzyDate:
        """A date or a range in any shape."""
        return self.single(cell) or _edtf(cell) or self.bound(cell) or self.marked(cell) or self.words(cell)

    def single(self, cell: str) -> FuzzyDate | None:
        """One date in a shape that only tables have."""
        found = edtf.plain(cell) or numeric.read(cell, self.order, self.pivot)
        return found or numeric.with_name(cell, self.pivot) or eras.with_era(cell)

    def special(self, cell: str) -> Spoken | Said | None:
        """The same within what people write: a range, or with its time before it."""
        date = self.single(cell)
        if date is None:
            return None
        said = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.+))?", date.text, re.ASCII)
        if said is None:
            first, _, last = date.text.partition("/")
            return Said(first, last or first)
        return Spoken(year=said[1], month=int(said[2] or 0), day=int(said[3] or 0), has_era=True, clock=said[4] or "")

    def bound(self, cell: str) -> FuzzyDate | None:
        """What says less than a date: ``before 1950``, ``<06/15/97``, ``1998 or 1999``, ``19th century``."""
        side, start = opener(cell)
        if side and len(cell) > start:
            return on_side(side, self.date(cell[start:]))
        if not re.search(_RUNNING, cell):
            return None
        date = leading(cell)
        if date is not None and date.length == len(cell) and not date.lacks_year:
            return edtf.read(date.edtf())
        if _OR not in cell:
            return None
        return edtf.read(f"[{','.join(self.date(one).text.replace('/', '..') for one in cell.split(_OR))}]")

    def marked(self, cell: str) -> FuzzyDate | None:
        """Figures of which some are not known: ``07/??/97``, ``??/12/2020``, ``2020-??``."""
        match = re.fullmatch(_MARKED, cell) if "?" in cell else None
        if match is None:
            return None
        year = match["first"] or numeric.full_year(match["year"], self.pivot)
        if match["first"]:
            month, day = match["month"], "?"
        else:
            month, day = match.group("other", "one") if self.order == "dmy" else match.group("one", "other")
            if self.order is None and {month[0], day[0]} != {"?"}:
                raise Refusal(*numeric.WHICH)
        if month[0] == "?":
            return edtf.read(f"{year}-XX-{day:0>2}" if day[0] != "?" else year)
        return numeric.dated(year, int(month), int(day) if day[0] != "?" else 0)

    def words(self, cell: str) -> FuzzyDate:
        """A date or a range as people write it, perhaps with an end that only tables have."""
        reason = why_no_number(cell)
        if reason:
            raise Refusal(*reason)
        if cell.count("/") == 1 and "–" not in cell and re.search(r"T|\d{8}", cell, re.ASCII):
            cell = " – ".join(end or "?" for end in cell.split("/"))
        # A column of titles is refused 4 times as fast as by the grammar, which stays the judge of all else
        if not _KNOWN.issuperset(re.findall("[a-z]{3,}", cell.partition(":")[0].lower())):
            raise NoDate
        is_of_era = eras.names_era(cell)
        try:
            if is_of_era and re.search(r"\bB\.?C\.?E?\.?-\w", cell, re.IGNORECASE):  # a dash parts eras
                raise NoDate
            return phrases.Entrance("..", self.special, vague=True).read(cell)
        except Refusal as refusal:
            day, time = parted(cell)
            date = phrases.PROSE.read(day) if time and day else None
            if date is not None and date.qualifier:
                return date  # EDTF has no times of a day that is not sure
            if is_of_era and isinstance(refusal, Unreadable):
                raise Refusal(*_ONLY_YEARS) from None
            raise


def _edtf(cell: str) -> FuzzyDate | None:
    """What is EDTF, where a year before 1 is data; None where it is none."""
    try:
        return phrases.in_signs(cell)
    except Unreadable:
        return None
