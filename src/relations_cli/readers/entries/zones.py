"""The zone of times that another column says, or the name of their own."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from relations_cli.dates import parse_tabular
from relations_cli.errors import DateError

_AN_HOUR: Final = "2024-03-01T09:00"
_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:(?i:utc|gmt)(?:[+-]\d\d?(?::?\d\d)?)?(?![A-Za-z])|(?i:utc|gmt)(?=(?i:date|time)))"
    r"|(?<=[a-z])(?:UTC|Utc|GMT)(?![A-Za-z])|(?<=\()[A-Z]{3,4}(?=\))",
    re.ASCII,
)
"""UTC in a name, or another zone in brackets."""


@cache
def zone_said(zone: str) -> str:
    """A zone as EDTF writes it, ``Z`` or an offset; empty where nobody knows that of a name, or none is said."""
    if not re.fullmatch(r"[A-Z]{1,5}|(?:UTC|GMT)? ?[+-]\d\d?(?::?\d\d)?", zone, re.ASCII | re.IGNORECASE):
        return ""
    try:
        return parse_tabular(f"{_AN_HOUR} {zone.upper()}").text.removeprefix(_AN_HOUR)
    except DateError:
        return ""


def zone_of(names: Iterable[str], zone: str) -> str:
    """The zone of times: what its column says, else the one in the name of the times, as ``Time (UTC)``."""
    return zone or next((found for name in names if (found := zone_in(name)[1])), "")


def zone_in(name: str) -> tuple[str, str]:
    """A name of a column without the zone in it, and that zone: ``Time (UTC)``, ``created_utc``, ``timeUTC``."""
    match = _IN_NAME.search(name)
    if match is None or not zone_said(match[0]):
        return name, ""
    rest = name[: match.start()] + name[match.end() :]
    return (rest, match[0]) if re.search(r"[^\W_]", rest) else (name, "")
