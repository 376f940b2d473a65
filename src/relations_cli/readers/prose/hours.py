"""The time of day with which a text may begin."""

import re
from functools import cache


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
