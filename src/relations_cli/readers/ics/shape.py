"""What a recurrence rule (RFC 5545, section 3.3.10) says before it is followed: whether it can, and its cost."""

import datetime
import re
from math import prod
from typing import Final

from msgspec import Struct

_DAYS: Final = {"YEARLY": (365, 366), "MONTHLY": (28, 31), "WEEKLY": (7, 7), "DAILY": (1, 1)}
"""Of the shortest and the longest period."""
_OVERHEAD: Final = 15
"""Days that could be looked at while a period is begun."""
_DAYS_A_STEP: Final = 4
"""Days that are passed while one is looked at."""
_WEEK: Final = 7
_LAST_DAY: Final = 9999 * 366


class Shape(Struct, frozen=True):
    """How often a rule begins anew, and what it then looks at, in days looked at."""

    interval: int
    """Periods from one to the next, from 1."""
    shortest: int
    """Days from one period to the next, at least."""
    cost_to_make: int
    cost_of_period: int

    @classmethod
    def of(cls, text: str) -> "Shape":
        """That of a rule as ``FREQ=DAILY;COUNT=3``; its periods are days or longer.

        Raises:
            ValueError: its interval is no number from 1 on.
        """
        parts = {name: value.split(",") for name, _, value in (part.partition("=") for part in text.upper().split(";"))}
        interval = _interval(parts.get("INTERVAL", ["1"])[0])
        shortest, days = _DAYS.get(parts.get("FREQ", [""])[0], (1, 1))
        values = sum(len(value) for name, value in parts.items() if name.startswith("BY"))
        places = len(parts.get("BYSETPOS", ()))
        passed = min(interval * days, _LAST_DAY) // _DAYS_A_STEP if days <= _WEEK else 0  # a library's loop over months
        a_day = prod(len(set(parts.get(name, ("",)))) for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        return cls(
            interval=interval,
            shortest=shortest * interval,
            cost_to_make=2_000 + 4 * a_day + values,
            cost_of_period=days * (1 + values // 8 + places // 4) + _OVERHEAD + passed,
        )


def with_whole_days(rule: str, start: datetime.datetime) -> str:
    """A rule that ends on a day, or at an hour without a zone, as one that ends with that day, or at that hour there.

    Where an event has hours, section 3.3.10 wants an end in UTC; programs write the last day, and mean all of it.
    """

    def ending(match: re.Match[str]) -> str:
        try:
            end = datetime.datetime.strptime(match[1] + (match[2] or "T235959"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
            moment = end if start.tzinfo is None else end.replace(tzinfo=start.tzinfo).astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            return match[0]
        return f"UNTIL={moment:%Y%m%dT%H%M%S}{'' if start.tzinfo is None else 'Z'}"

    return re.sub(r"UNTIL=(\d{8})(T\d{6})?(?![TZ\d])", ending, rule, flags=re.IGNORECASE | re.ASCII)


_NUMBER: Final = r"[+-]?\d+"
_VALUES: Final = {
    "FREQ": "YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY",
    "COUNT": r"0*[1-9]\d*",
    "INTERVAL": r"0*[1-9]\d*",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "WKST": "MO|TU|WE|TH|FR|SA|SU",
    "BYDAY": r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)",
    **dict.fromkeys(("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"), _NUMBER),
    **dict.fromkeys(("BYHOUR", "BYMINUTE", "BYSECOND", "BYEASTER"), _NUMBER),
    **dict.fromkeys(("RSCALE", "SKIP"), r"\w+"),
}
"""The parts of a rule (RFC 5545, section 3.3.10; RFC 7529), and what each of their values looks like."""

_KINDS: Final = {
    "FREQ": f"none of {', '.join(_DAYS)}",
    **dict.fromkeys(("COUNT", "INTERVAL"), "no number from 1 on"),
    **dict.fromkeys(("BYDAY", "WKST"), "no day of the week, MO to SU"),
    "UNTIL": "no day, as 20240630",
    **dict.fromkeys(("RSCALE", "SKIP"), "no word"),
}
"""What a value of a part should have been; else a number."""


def why_no_rule(text: str) -> str:
    """What is wrong with a rule that cannot be followed; empty where that is not known.

    Args:
        text: as ``FREQ=DAILY;COUNT=3``, or several with spaces between.
    """
    for rule in text.upper().replace("\\", "").split():
        parts = [part.partition("=") for part in rule.removeprefix("RRULE:").split(";") if part]
        for name, mark, values in parts:
            if name not in _VALUES or not mark:
                return f"{name}{mark}{values} is no part of a rule: write FREQ=WEEKLY;COUNT=3 or the like"
            for value in values.split(","):
                if not re.fullmatch(_VALUES[name], value, re.ASCII):
                    return f"{name}={value} is {_KINDS.get(name, 'no number')}"
        if "FREQ" not in {name for name, *_ in parts}:
            return f"FREQ is missing: it is one of {', '.join(_DAYS)}"
    return ""


def _interval(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d+", text, re.ASCII):
        return 1  # the library says what is wrong
    interval = int(text)
    if interval < 1:
        raise ValueError(f"INTERVAL={text} is no number from 1 on")
    return interval
