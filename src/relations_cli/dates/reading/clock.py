"""A time of day behind a date, as tables write it: recognised, so that the day can be read without it."""

import re
from functools import cache
from typing import Final

_ZONE: Final = r"(?: ?(?:Z|UTC|GMT|MSK|[A-Z]{1,4}T))?(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?: ?\([A-Z ]{1,40}\))?"
_SECONDS: Final = r"(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?"

CLOCK: Final = (
    r"(?:(?:T|,? (?:at )?|:)(?:"
    rf"(?:[01]?\d|2[0-3]):[0-5]\d{_SECONDS}"
    rf"|(?:0?\d|1[0-2])(?::[0-5]\d{_SECONDS})? ?[AP]\.?M\.?"
    rf"){_ZONE}"
    rf"|T(?:[01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d)?)?{_ZONE})"
)
"""Pattern of a time and of what parts it from the day, for IGNORECASE; 24:00 is none: whose day would it be?"""


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A day and a time; what looks like a time behind a day."""
    return (
        re.compile(rf"(.{{6,}}?){CLOCK}", re.ASCII | re.IGNORECASE),
        re.compile(r"(?<=[\d.,Z])[T ,:]\d{1,2}:\d\d(?!\d)", re.ASCII | re.IGNORECASE),
    )


def without_clock(text: str) -> str:
    """The text without the time at its end; all of it where there is none."""
    match = _behind()[0].fullmatch(text)
    return match[1] if match else text


def has_bad_clock(text: str) -> bool:
    """Whether something in it is written like a time of day; asked of a text that holds no time of any day."""
    return _behind()[1].search(text) is not None
