"""How the dates of one file are to be read, decided over all of them before the first one is."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from relations_cli.dates import FuzzyDate, is_ambiguous, order_shown, parse_edtf, parse_tabular
from relations_cli.dates.days import Order
from relations_cli.errors import parameter
from relations_cli.escaping import quoted
from relations_cli.readers.entries.cell_values import is_missing
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

_ORDER_NAMES: Final = {"dmy": "day first", "mdy": "month first"}
_SHORTEST: Final = len("1/1/20")
_OPEN: Final = frozenset(("present", "now", "today", "ongoing", "current", "date"))
"""Ends that have not come, but for the dots; ``to date`` leaves the last."""

Place = tuple[str, Position | None]


class Dating(Struct, frozen=True, kw_only=True):
    """What a file's dates say about each other."""

    order: Order | None = None
    """Which of day and month comes first in figures."""
    pivot: int | None = None
    """The first of the hundred years that a year of two digits lies in."""
    counts_no_year_0: bool = True
    """Whether a bare negative year is one BC, as historians count: -551 is 551 BC."""
    has_bare_years: bool = False
    """Whether there is such a year, so that 224 is one too."""
    has_slashes: bool = False
    """Whether days are written ``1868/09/17``, so that ``1869/12`` is a month."""

    known: dict[str, FuzzyDate | None] = {}
    """What texts were read as: the days of a table come again."""

    def read(self, text: str) -> FuzzyDate | None:
        """The date that a text means; None where it says that there is none.

        Raises:
            DateError: it is no date, or could mean two.
        """
        if text in self.known:
            return self.known[text]
        date = None if is_missing(text) else parse_tabular(self._plain(text), order=self.order, pivot=self.pivot)
        self.known[text] = date
        return date

    def interval(self, start: str, end: str) -> str | None:
        """The inclusive interval between two texts in EDTF, or the one that is given.

        Raises:
            DateError: one of them is no date, or it would end before it begins.
        """
        first = self.read(start)
        if not end or (first is not None and _clock().fullmatch(end.strip())):
            return None if first is None else first.text
        if first is not None and end.strip(" .").casefold() in _OPEN:
            return f"{first.text.split('/')[0]}/.."
        return _joined(first, self.read(end))

    def _plain(self, text: str) -> str:
        text = text.strip()
        if text[:4].isdecimal() and text[4:5] == "-":
            return text
        if "<" in text or "&" in text:
            text = untagged(text)
        match = _shapes().fullmatch(text)
        if match is None:
            return text
        if match["short"]:
            return f"{int(match['short']):04d}" if self.has_bare_years else text
        if match["bc"]:
            return f"{match['bc']} BC" if self.counts_no_year_0 and int(match["bc"]) else text
        if match["plus"]:
            return match["plus"]
        return f"{match['year']}-{int(match['month']):02d}" if match["mark"] == "." or self.has_slashes else text


@cache
def _clock() -> re.Pattern[str]:
    """A time of day alone, at which what began that day ends; no hour without minutes or a half of the day."""
    minutes, half, zone = r"(?::[0-5]\d){1,2}", r" ?[ap]\.?m\.?", r"(?: (?:UTC|GMT|[A-Z]{1,4}T))?"
    return re.compile(
        rf"(?:(?:[01]?\d|2[0-3]){minutes}(?:{half})?|(?:0?\d|1[0-2]){half}){zone}", re.ASCII | re.IGNORECASE
    )


@cache
def _shapes() -> re.Pattern[str]:
    """A bare negative year, one of few figures, a date with the sign of Wikidata, a month behind a slash or a dot."""
    return re.compile(
        r"-(?P<bc>\d{1,9})|(?P<short>\d{1,3})|\+(?P<plus>\d{4}-\d\d-\d\dT[\d:]+Z?)|(?P<year>\d{4})(?P<mark>[/.])(?P<month>0[1-9]|1[0-2])",
        re.ASCII,
    )


def _joined(start: FuzzyDate | None, end: FuzzyDate | None) -> str | None:
    if start is None:
        return None if end is None else f"/{end.text.split('/')[-1]}"
    if end is None or end.text == start.text:
        return start.text
    text = f"{start.text.split('/')[0]}/{end.text.split('/')[-1]}"
    parse_edtf(text)
    return text


def dating_of(entries: Sequence[Entry], reading: Reading) -> Dating:
    """What the dates of all entries settle; what was inferred from them is noted.

    Raises:
        DataError: nothing settles which of day and month comes first, or entries contradict each other.
    """
    texts: dict[str, Position | None] = {}
    for entry in entries:
        for text in (entry.date, entry.end):
            if text and not (text[4:5] == "-" and text[:4].isdecimal()):
                texts.setdefault(text.strip(), entry.position)
    bare = [text for text in texts if text.startswith("-") and text[1:].isdecimal()]
    return Dating(
        order=_order(texts, reading),
        pivot=reading.options.pivot,
        counts_no_year_0=_counts_no_year_0(bare, texts, reading),
        has_bare_years=bool(bare),
        has_slashes=any(re.match(r"\d{4}/\d\d?/\d\d?(?!\d)", text, re.ASCII) for text in texts),
    )


def _counts_no_year_0(bare: Sequence[str], texts: Mapping[str, Position | None], reading: Reading) -> bool:
    """Unless a year is padded to four digits (ISO 8601 and EDTF, which have a year 0), negative years are those BC."""
    if any(len(text) == len("-0551") and text[1] == "0" for text in bare):
        return False
    if bare:
        shown = f"{bare[0]} is {bare[0][1:]} BC"
        reading.note("inferred", "negative years are years BC", texts[bare[0]], why=shown)
    return True


def _order(texts: Mapping[str, Position | None], reading: Reading) -> Order | None:
    """Whether dates in figures begin with the day or the month.

    Raises:
        DataError: nothing settles it, or entries contradict each other.
    """
    if reading.options.dates is not None:
        return reading.options.dates
    proof: dict[Order, Place] = {}
    unsettled: Place | None = None
    for text, position in texts.items():
        if len(text) < _SHORTEST:
            continue
        shown = order_shown(text)
        if shown is not None:
            proof.setdefault(shown, (text, position))
        elif unsettled is None and is_ambiguous(text):
            unsettled = text, position
    return _settled(proof, unsettled, reading)


def _settled(proof: Mapping[Order, Place], unsettled: Place | None, reading: Reading) -> Order | None:
    """What the file proves, given the first date that proves each order and the first that needs one.

    Raises:
        DataError: it proves none, or both.
    """
    if len(proof) > 1:
        one, other = proof["dmy"], proof["mdy"]
        reading.refuse(
            f"{quoted(other[0])} begins with the month, {quoted(one[0])}{_on(one[1])} with the day",
            other[1],
            why=f"give {parameter('dates')} dmy or mdy, with {parameter('skip_bad')} to leave the others out",
        )
    for order, (text, position) in proof.items():
        if unsettled is not None:
            reading.note(
                "inferred", f"dates read {_ORDER_NAMES[order]}, as {quoted(text)}{_on(position)} shows", position
            )
        return order
    if unsettled is not None:
        reading.refuse(
            f"{quoted(unsettled[0])} could be day first or month first, and no date of the file settles it",
            unsettled[1],
            why=f"give {parameter('dates')} dmy or {parameter('dates')} mdy",
        )
    return None


def _on(position: Position | None) -> str:
    return "" if position is None else f" on line {position[0]}"
