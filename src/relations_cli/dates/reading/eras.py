"""Dates of other ages: years with their era, ``3000 BC``, ``AD 44``; centuries; years before year 1. 1 BC is year 0."""

import re
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import year_text
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading.leading import leading
from relations_cli.dates.reading.phrases import EDTF_SIGNS, normal
from relations_cli.dates.reading.spoken import one_sign
from relations_cli.dates.reading.tokens import SIGN_OF
from relations_cli.dates.refusal import Refusal

_NUMBER: Final = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}"
_COMMON: Final = r"A\.?D\.?|C\.?E\.?"
_YEARS: Final = (
    rf"(?ai)(?:(?P<circa>[A-Z]+\.?|~) ?)?(?:(?:{_COMMON}) ?(?P<ad>{_NUMBER})"
    rf"|(?:(?P<first>{_NUMBER}) ?(?:–|-|to) ?)?(?P<last>{_NUMBER}) ?(?:(?P<bc>B\.?C\.?(?:E\.?)?)|{_COMMON}))"
    r"(?P<doubt> ?\(?\?\)?)?"
)
"""A year with its era behind it, perhaps after one that shares the era; or with its era in front."""
_CENTURY: Final = re.compile(
    r"(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<number>\d{1,2})(?:st|nd|rd|th)[- ](?:century|cent\.?|c\.)"
    r"(?: (?:(?P<bc>B\.?C\.?(?:E\.?)?)|A\.?D\.?|C\.?E\.?))?",
    re.ASCII | re.IGNORECASE,
)
_OLD: Final = re.compile(r"(?<![\d-])-\d{4}|Y-?\d|(?<!\d)0000(?!\d)", re.ASCII)
_PLAIN: Final = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_BETWEEN: Final = re.compile(r" ?(?:\.\.|–| to | - ) ?")


def with_era(text: str) -> FuzzyDate | None:
    """Years with their era: ``c. 3200 BCE``, ``3200–3000 BC``; None where the text is none.

    Raises:
        Refusal: there is no such year.
    """
    match = re.fullmatch(_YEARS, text)
    if match is None:
        return None
    said = match.groupdict("")
    circa = SIGN_OF.get(said["circa"].lower().removesuffix("."), "")
    if said["circa"] and not circa:
        return None
    sign = one_sign({circa, "?" if said["doubt"] else ""})
    years = (said["ad"], said["first"], said["last"])
    return edtf.read("/".join(_year(digits, is_before=bool(said["bc"])) + sign for digits in years if digits))


def names_era(text: str) -> bool:
    """Whether there is a BC or BCE in the text."""
    return re.search(r"\bB\.?C\.?(?:E\b|(?![A-Z]))", text, re.ASCII | re.IGNORECASE) is not None


def _year(digits: str, *, is_before: bool) -> str:
    number = int(digits.replace(",", ""))
    if not number:
        raise Refusal("people have no year 0", "write 1 BC or AD 1")
    return year_text(1 - number if is_before else number)


def typed(text: str) -> FuzzyDate | None:
    """A date of a question, or a range of two; None where the text is none of another age.

    Raises:
        Refusal: there is no such date.
    """
    written = normal(text)
    if EDTF_SIGNS.issuperset(written):
        with_solidus = written if "/" in written else "/".join(end or ".." for end in written.split(".."))
        return edtf.read(with_solidus) if _OLD.search(written) else None
    one = _single(written)
    if one is not None:
        return one
    sides = [edtf.read(side) if _PLAIN.fullmatch(side) else _single(side) for side in _BETWEEN.split(written)]
    return FuzzyDate.between(sides[0], sides[1]) if len(sides) == 2 and None not in sides else None  # noqa: PLR2004


def _single(text: str) -> FuzzyDate | None:
    match = _CENTURY.fullmatch(text)
    if match is None:
        return with_era(text) or _with_month(text)
    number = int(match["number"])
    if number == 0:
        raise Refusal("there is no century 0", "write 1st century")
    first, last = (1 - 100 * number, 100 - 100 * number) if match["bc"] else (100 * number - 100, 100 * number - 1)
    sign = "~" if match["part"] else ""
    # The first one begins with the year 1, those after it as EDTF counts them: the 19th is 1800 to 1899.
    return edtf.read(f"{year_text(first or 1)}{sign}/{year_text(last)}{sign}")


def _with_month(text: str) -> FuzzyDate | None:
    """A month or a day of a year with its era, ``15 March 44 BC``."""
    found = leading(f"{text}:")
    if found is None or found.length < len(text) or found.last is not None or not found.first.has_era:
        return None
    said = found.first
    if not said.month or said.sign:
        return None
    return edtf.read(f"{said.year}-{said.month:02d}" + (f"-{said.day:02d}" if said.day else ""))
