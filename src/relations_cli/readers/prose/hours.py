"""The time of day with which a text may begin."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.days import day_number, day_of_number, day_text
from relations_cli.errors import DateError
from relations_cli.readers.prose.opening import opening_of

_MORE: Final = r"\d|to \d|\(?(?:[A-Z]{1,4}T\b|local\b)"
"""What may stand behind a time that is not all that is said of it: a second one, a zone by its name."""
_FOLLOWING: Final = r"(?i)(?<=[\d.mz])\s?\((?:(?:the )?(?:next|following) day|\+1(?: ?d(?:ay)?)?)\)"
"""What says that a time is one of the day after."""
_HYPHEN: Final = r"(?a)(?<=^\d\d:\d\d)-(?=\d\d:\d\d)"
"""Between two times, and behind a day in figures before an offset."""
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


def hour_length(text: str) -> int:
    """The characters of the time of day with which a text begins, 0 where it begins with none."""
    match = _hour().match(text[:60])
    return match.end() if match else 0


def is_time(text: str) -> bool:
    """Whether a text is a time of day, or two, and nothing else."""
    return (timed("2000-01-01", f"{text} ") or ("", text))[1] == ""


def timed(day: str | None, text: str) -> tuple[str, str] | None:
    """The day in EDTF at the time with which a text begins, and the rest; None where nobody knows which that is."""
    if day is None or len(day) != _SIZE or not hour_length(text) or text[:4].lower() == "noon":
        return None
    following = re.search(_FOLLOWING, text[:60])
    if following:
        text = text[: following.start()] + text[following.end() :]
        year, month, number = map(int, day.split("-"))
        day = day_text(day_of_number(day_number((year, month, number)) + 1))
    found = opening_of(f"{day} {re.sub(_HYPHEN, '–', text)}")
    try:
        return (found.date.edtf(), found.text) if found and found.has_time and not re.match(_MORE, found.text) else None
    except DateError:
        return None
