"""The time of day with which a text may begin."""

import re
from functools import cache
from typing import Final

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError

_NOON: Final = 12
_MORE: Final = r"\d|to \d|\(?(?:[A-Z]{1,4}T\b|local\b)"
"""What may stand behind a time that is not all that is said of it: a second one, a zone by its name."""
_SIZE: Final = len("2024-03-01")


@cache
def _hour() -> re.Pattern[str]:
    time = r"\d{1,2}(?:[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?|\d\d (?:hrs|hours|GMT|UTC|KST|EST|EDT))"
    return re.compile(
        rf"(?i:(?:about|around|approximately|approx\.|by|at|circa|c\.) )?(?:{time}|(?i:noon|midnight)\b)"
        rf"(?: ?(?:[-–—]|to) ?{time})?"
        r"(?: \(?(?:[A-Z]{2,4}|local(?: time)?|local time)\)?)?"
        r"\s{0,4}(?:[:;,|]|[-–—]{1,2}|\s)",
        re.IGNORECASE,
    )


@cache
def _single() -> re.Pattern[str]:
    """One time, whose offset is known where it says a zone, with the sign behind it."""
    return re.compile(
        r"(?:at )?(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?P<s>:[0-5]\d)?)?(?: ?(?P<half>[ap])\.?m\b\.?)?"
        r" ?(?P<zone>(?:Z|UTC|GMT)\b)?\s{0,4}(?:[:;,|]|[-–—]{1,2}|\s|$)",
        re.IGNORECASE,
    )


def hour_length(text: str) -> int:
    """The characters of the time of day with which a text begins, 0 where it begins with none."""
    match = _hour().match(text[:60])
    return match.end() if match else 0


def is_time(text: str) -> bool:
    """Whether a text is a time of day and nothing else."""
    return _single().fullmatch(text) is not None and hour_length(f"{text} ") > len(text)


def timed(day: str | None, text: str) -> tuple[str, str] | None:
    """The day in EDTF at the time with which a text begins, and the rest; None where that is no one time of one day."""
    match = _single().match(text)
    rest = text[match.end() :].lstrip("-–— ") if match else ""
    if match is None or not hour_length(text) or re.match(_MORE, rest) or day is None or len(day) != _SIZE:
        return None
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half and not 0 < hour <= _NOON:
        return None
    hour = hour % _NOON + _NOON * (half == "p") if half else hour
    time = f"{hour:02d}:{match['m'] or '00'}{match['s'] or ''}{'Z' * bool(match['zone'])}"
    try:
        return parse_edtf(f"{day}T{time}").text, rest
    except DateError:
        return None
