"""What a recurrence rule (RFC 5545, section 3.3.10) says before it is followed: whether it can, and its cost."""

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


def _interval(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d+", text, re.ASCII):
        return 1  # the library says what is wrong
    interval = int(text)
    if interval < 1:
        raise ValueError(f"INTERVAL={text} is no number from 1 on")
    return interval
