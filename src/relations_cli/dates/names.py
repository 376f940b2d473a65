"""English names of months, weekdays and seasons: how they are printed, and every spelling that is read.

A tuple of our own, since ``strftime`` and ``calendar`` follow the locale.
"""

from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""By sub-year code."""

MONTH_OF: Final = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "febr": 2,
    "sept": 9,
}
WEEKDAY_OF: Final = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SEASON_OF: Final = {**{name: code for code, name in SEASONS.items()}, "fall": 23}


def month_name(month: int) -> str:
    """The name of a month from 1 to 12."""
    return MONTHS[month - 1]


def short_month(month: int) -> str:
    """The first three letters of its name, September's too."""
    return MONTHS[month - 1][:3]
