"""What the dates of one file settle about each other, decided over all of them before the first is read."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from relations_cli.dates import is_ambiguous, order_shown
from relations_cli.dates.days import Order
from relations_cli.errors import parameter
from relations_cli.escaping import quoted
from relations_cli.readers.entries.dating import Dating
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.numbers import (
    are_pairs_of_years,
    are_short_years,
    parts_of_a_second,
    two_years,
    units_shown,
)
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

_ORDER_NAMES: Final = {"dmy": "day first", "mdy": "month first"}
_SHORTEST: Final = len("1/1/20")
_MONTH: Final = len("2009-10")

Shown = tuple[str, Position | None]
"""A date as the file has it, and where."""


def dating_of(entries: Sequence[Entry], reading: Reading) -> Dating:
    """What the dates of all entries settle; what was inferred from them is noted.

    Raises:
        DataError: nothing settles which of day and month comes first, or entries contradict each other.
    """
    texts: dict[str, Position | None] = {}
    pairs: dict[str, Position | None] = {}
    has_days = False
    for entry in entries:
        for text in (entry.date, entry.end, entry.start):
            if text[4:5] == "-" and text[:4].isdecimal():
                if len(text) == _MONTH:
                    pairs.setdefault(text, entry.position)
                has_days = has_days or text[_MONTH : _MONTH + 1] == "-"
            elif text:
                texts.setdefault(text.strip(), entry.position)
    parts = parts_of_a_second(texts)
    if parts and (units := units_shown(texts, parts)):
        reading.note(
            "inferred", f"numbers are {units[0]} since 1970", texts[units[1]], why=f"as {quoted(units[1])} shows"
        )
    bare = [] if parts else [text for text in texts if text.startswith("-") and text[1:].isdecimal()]
    return Dating(
        order=_order(texts, reading),
        parts_of_a_second=parts,
        has_pairs_of_years=not has_days and _are_pairs(pairs | texts, reading),
        has_short_years=bool(bare) or are_short_years(texts),
        pivot=reading.options.pivot,
        counts_no_year_0=_counts_no_year_0(bare, texts, reading),
        texts=texts,
        has_slashes=any(re.match(r"\d{4}/\d\d?/\d\d?(?!\d)", text, re.ASCII) for text in texts),
    )


def _are_pairs(texts: Mapping[str, Position | None], reading: Reading) -> bool:
    if not are_pairs_of_years(texts):
        return False
    shown = next(text for text in texts if two_years(text) != text)
    reading.note(
        "inferred", "two years with a hyphen are from one to the other", texts[shown], why=f"as {quoted(shown)}"
    )
    return True


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
    proof: dict[Order, Shown] = {}
    unsettled: Shown | None = None
    for text, position in texts.items():
        if len(text) < _SHORTEST:
            continue
        shown = order_shown(text)
        if shown is not None:
            proof.setdefault(shown, (text, position))
        elif unsettled is None and is_ambiguous(text):
            unsettled = text, position
    return _settled(proof, unsettled, reading)


def _settled(proof: Mapping[Order, Shown], unsettled: Shown | None, reading: Reading) -> Order | None:
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
