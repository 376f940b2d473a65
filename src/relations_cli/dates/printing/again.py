"""What the program prints for a date, read again: ``from 2022``, ``2022 – ?``, ``1991 or later``, ``April 1985``."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Final

from relations_cli.dates.edtf import parse_edtf
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.names import SEASONS, month_name, short_month
from relations_cli.dates.reading import eras
from relations_cli.dates.reading.phrases import PROSE
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.dates.reading.written import Leading
from relations_cli.dates.refusal import Refusal
from relations_cli.errors import DateError

_FORMS: Final = (
    ("from (.+)", "{}/.."),
    ("until (.+)", "../{}"),
    (r"(.+) – \?", "{}/"),
    (r"\? – (.+)", "/{}"),
    ("(.+) or later", "[{}..]"),
    ("(.+) or earlier", "[..{}]"),
    (r"(.+) \(day unknown\)", "{}-XX"),
    (r"(.+) \(month and day unknown\)", "{}-XX-XX"),
    ("(.+) – (.+)", "{}/{}"),
)
"""What people read, and what of it is EDTF."""
_NAMES: Final = "|".join(
    (*SEASONS.values(), *(name for month in range(1, 13) for name in (month_name(month), short_month(month))))
)
_LIKE: Final = (
    rf"(?:[\d?–,.:+()~ -]|Q[1-4]|\b(?:{_NAMES}|c|BC|UTC|from|until|or|and|later|earlier|year|month|season|quarter|day"
    r"|unknown|uncertain|approximate|northern|southern|hemisphere)\b)+"
)
"""What may be a date as we print it; it is quick to see that most is none."""
_SIGNS: Final = {"approximate and uncertain": "%", "approximate": "~", "uncertain": "?"}
_PLACES: Final = {"year": 0, "month": 1, "season": 1, "quarter": 1, "day": 2}
_LONGEST: Final = 200
_YEAR_OF_FOUR: Final = 9999


class Printed(Leading, frozen=True, kw_only=True):
    """A date as we print it, at the beginning of a text."""

    text: str
    """In EDTF."""

    def edtf(self, year: int | None = None) -> str:  # noqa: ARG002 -- its year is written
        """The date in EDTF."""
        return self.text


def leading_printed(text: str) -> Printed | None:
    """The date as we print it that stands before a colon with which a text begins; None where there is none."""
    label = re.match(rf"{_LIKE}(?=: )", text[:_LONGEST])
    date = printed(label[0]) if label else None
    days = [day for day in (date.first_day, date.last_day) if day] if date else []
    if label is None or date is None or not days:
        return None
    first, last = (Spoken(year=f"{day[0]:04d}") for day in (days[0], days[-1]))
    return Printed(length=len(label[0]), first=first, last=last, text=date.text)


@lru_cache(maxsize=1 << 10)
def printed(text: str) -> FuzzyDate | None:
    """The date for which the program prints just that text; None where it knows of none."""
    for edtf in _meant(text) if len(text) <= _LONGEST and re.fullmatch(_LIKE, text) else ():
        try:
            date = parse_edtf(edtf)
        except DateError:
            continue
        if str(date) == text:
            return date
    return None


def _meant(text: str) -> Iterator[str]:
    """What the text may mean in EDTF."""
    yield from filter(None, (_single(text), _read(text)))
    for form, edtf in _FORMS:
        match = re.fullmatch(form, text)
        parts = [_single(part) for part in match.groups()] if match is not None else [None]
        if None not in parts:
            yield edtf.format(*parts)
    yield from _doubted(text)
    for joint, opens, closes in (("or", "[", "]"), ("and", "{", "}")):
        members = [_single(part) or _range(part) for part in re.split(rf", | {joint} ", text)]
        if None not in members and len(members) > 1:
            yield opens + ",".join(filter(None, members)) + closes


def _doubted(text: str) -> Iterator[str]:
    """A date with signs at some of its parts: ``1 Jun 2004 (day approximate)``."""
    match = re.fullmatch(r"([^()]+) \(([a-z ,]+)\)", text)
    parts = (_single(match[1]) or "").split("-") if match else []
    for note in match[2].split(", ") if match else ():
        doubt = re.fullmatch(rf"(.+?) ({'|'.join(_SIGNS)})", note)
        for name in doubt[1].split(" and ") if doubt else ():
            at = _PLACES.get(name, len(parts))
            parts[at : at + 1] = [f"{_SIGNS[doubt[2]]}{part}" for part in parts[at : at + 1]] if doubt else []
    yield "-".join(parts)


def _single(text: str) -> str | None:
    """One date in EDTF; None where it is none, or several."""
    match = re.fullmatch(r"(\d{4,15}|\d{1,15}(?= BC))( BC)?", text, re.ASCII)
    if match is not None:
        year = 1 - int(match[1]) if match[2] else int(match[1])
        digits, sign = f"{abs(year):04d}", "-" if year < 0 else ""
        return f"{sign}{digits}" if abs(year) <= _YEAR_OF_FOUR else f"Y{sign}{digits}"
    read = _read(text)
    return None if read is None or set(read) & set("/[{") else read


def _read(text: str) -> str | None:
    """What articles and people write alike, in EDTF."""
    for reading in (PROSE.read, eras.typed):
        with suppress(DateError, Refusal):
            if date := reading(text):
                return date.text
    return None


def _range(text: str) -> str | None:
    first, _, last = text.partition("–")
    ends = _single(first), _single(last)
    return f"{ends[0]}..{ends[1]}" if None not in ends else None
