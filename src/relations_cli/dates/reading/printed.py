"""What the program prints for a date and nobody else writes so: ``from 2022``, ``2022 – ?``, ``1991 or later``."""

import re
from collections.abc import Iterator
from typing import Final

from relations_cli.dates.edtf import parse_edtf
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import phrases
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
_LONGEST: Final = 200
_YEAR_OF_FOUR: Final = 9999


def printed(text: str) -> FuzzyDate | None:
    """The date for which the program prints just that text; None where it knows of none."""
    for edtf in _meant(text) if len(text) <= _LONGEST else ():
        try:
            date = parse_edtf(edtf)
        except DateError:
            continue
        if str(date) == text:
            return date
    return None


def _meant(text: str) -> Iterator[str]:
    """What the text may mean in EDTF."""
    alone = _single(text)
    if alone is not None:
        yield alone
    for form, edtf in _FORMS:
        match = re.fullmatch(form, text)
        parts = [_single(part) for part in match.groups()] if match is not None else [None]
        if None not in parts:
            yield edtf.format(*parts)
    for joint, opens, closes in (("or", "[", "]"), ("and", "{", "}")):
        members = [_single(part) or _range(part) for part in re.split(rf", | {joint} ", text)]
        if None not in members and len(members) > 1:
            yield opens + ",".join(filter(None, members)) + closes


def _single(text: str) -> str | None:
    """One date in EDTF."""
    match = re.fullmatch(r"(\d{4,15}|\d{1,15}(?= BC))( BC)?", text, re.ASCII)
    if match is not None:
        year = 1 - int(match[1]) if match[2] else int(match[1])
        digits = f"{abs(year):04d}"
        sign = "-" if year < 0 else ""
        return f"{sign}{digits}" if abs(year) <= _YEAR_OF_FOUR else f"Y{sign}{digits}"
    try:
        read = phrases.prose(text).text
    except (DateError, Refusal):
        return None
    return read if not set(read) & set("/[{") else None


def _range(text: str) -> str | None:
    first, _, last = text.partition("–")
    ends = _single(first), _single(last)
    return f"{ends[0]}..{ends[1]}" if None not in ends else None
