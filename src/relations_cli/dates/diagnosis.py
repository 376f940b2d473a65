"""What is wrong with a text that is no EDTF: a guess at the reason, never at the date."""

import re

_REASONS = (
    (r"(?s).*[^\x20-\x7e].*", ("EDTF is plain ASCII", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r"[\dX?~%-]{10} \d\d:.*", ("a T stands between day and time", "write YYYY-MM-DDThh:mm")),
    (r".*\s.*", ("EDTF has no spaces", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r".*[?~%]{2}.*", ("one sign is enough", "write % for uncertain and approximate")),
    (r"\.\.[?~%]|[?~%]\.\.", ("an open end has no qualifier", "write ..")),
    (r"\.\.|", ("a date is missing", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r".*\.\..*", ("EDTF writes a range with a slash, and with dots in a set only", "write 2022/2024")),
    (r".*T24(?::00)*(?:Z|[+-].*)?", ("there is no such time of day as 24:00", "write T00:00 of the next day")),
    (r".*T\d\d:[0-5]\d:60.*", ("a leap second is no time of a civil day", "write :59")),
    (
        r".*T(?:2[4-9]|[3-9]\d|\d\d:[6-9]\d|\d\d:\d\d:[6-9]\d).*",
        ("there is no such time of day", "write T00:00 to T23:59"),
    ),
    (r".*T\d\d:\d\d(?::\d\d(?:\.\d+)?)?[Z+-].*", ("there is no such zone", "write Z, or +hh:mm or -hh:mm")),
    (r".*T\d\d:\d\d:\d\d,.*", ("the fraction of a second stands behind a point", "write T09:15:30.5")),
    (r".*T.*", ("no such time", "write YYYY-MM-DDThh:mm or hh:mm:ss, with Z or +hh:mm behind it if need be")),
    (r"\+.*", ("a year has no plus", "write YYYY, or Y and more digits")),
    (r"[\d-]*W.*", ("EDTF has no weeks", "write an interval of days")),
    (r"P.*", ("EDTF has no durations", "write an interval")),
    (r"unknown|open", ("write an unknown end as nothing and an open one as ..", "")),
    (r".*[ux].*", ("an unknown digit is a capital X", "write 198X")),
    (r"-?\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"-?\d{8}", ("write YYYY-MM-DD", "")),
    (r"-?\d{5,}", ("a year of more than four digits starts with Y", "write Y and the digits")),
    (r"[\d-]+", ("months and days have two digits", "write YYYY, YYYY-MM or YYYY-MM-DD")),
)


def why_not_edtf(text: str) -> tuple[str, str]:
    """Reason and hint for a text that the grammar of a single date does not cover."""
    for pattern, why in _REASONS:
        if re.fullmatch(pattern, text):
            return why
    return "this is no EDTF", "write YYYY, YYYY-MM or YYYY-MM-DD"
