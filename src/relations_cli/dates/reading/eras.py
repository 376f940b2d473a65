"""Years with their era: ``3000 BC``, ``c. 3200 BCE``, ``AD 44``, ``3200–3000 BC``. In EDTF, 1 BC is year 0."""

import re
from typing import Final

from relations_cli.dates import edtf
from relations_cli.dates.days import year_text
from relations_cli.dates.fuzzy import FuzzyDate
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


def read(text: str) -> FuzzyDate | None:
    """The year or years; None where the text is none.

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
