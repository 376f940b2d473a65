"""A time of day as EDTF writes it (ISO 8601-2, level 0): what a date says behind its ``T``, and which comes first."""

import re
from functools import cache
from typing import Final

import msgspec

_ZONE: Final = r"Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?"
PATTERN: Final = rf"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:{_ZONE})?"
"""Hours and minutes, seconds with any fraction, and a zone, which may be missing; no 24:00 and no leap second."""
_DAY: Final = 24 * 60
A_NIGHT: Final = 12 * 60
"""Minutes that lie at most between a time and an earlier one that is on the next day."""
_AFTER_ALL: Final = "~"
"""Behind each figure that more exact times have at this place."""

Instant = tuple[int, str]
"""Minutes since midnight, and the seconds as written: the tuples compare as times do."""


class Clock(msgspec.Struct, frozen=True):
    """A time of one day: a minute or a second of it, or a fraction of a second."""

    time: str
    """As written: ``09:15``, ``09:15:30``, ``09:15:30.25``."""
    zone: str
    """As written: ``Z`` or an offset; empty where none is said."""

    def begins(self, *, in_utc: bool = False) -> Instant:
        """When it begins: by its own clock, or in UTC, which may lie before midnight; without a zone the same."""
        minutes = int(self.time[:2]) * 60 + int(self.time[3:5])
        return minutes - self._offset() if in_utc else minutes, self.time[5:]

    def ends(self, *, in_utc: bool = False) -> Instant:
        """What no time within it comes after: the last instant of its minute, or of its second."""
        minutes, seconds = self.begins(in_utc=in_utc)
        return minutes, seconds + _AFTER_ALL

    def is_before(self, other: "Clock", *, days: int = 0) -> bool:
        """Whether it surely ends before another time begins, whose written day lies so many days after its own.

        By instant where both say their zone, else by clock.
        """
        in_utc = bool(self.zone and other.zone)
        minutes, seconds = other.begins(in_utc=in_utc)
        return self.ends(in_utc=in_utc) < (minutes + days * _DAY, seconds)

    def minutes_to(self, other: "Clock", *, days: int = 0) -> int:
        """Minutes until another time, counted likewise: negative where it lies before, without seconds."""
        in_utc = bool(self.zone and other.zone)
        return other.begins(in_utc=in_utc)[0] + days * _DAY - self.begins(in_utc=in_utc)[0]

    def _offset(self) -> int:
        """Minutes ahead of UTC."""
        if len(self.zone) < 3:  # noqa: PLR2004 -- none, or Z
            return 0
        minutes = int(self.zone[1:3]) * 60 + int(self.zone[4:] or 0)
        return -minutes if self.zone[0] == "-" else minutes


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(PATTERN, re.ASCII)


def read(text: str) -> Clock | None:
    """The time that stands behind a ``T``; None where it is none."""
    return _parted(text) if _whole().fullmatch(text) else None


def _parted(text: str) -> Clock:
    """A time that is known to be one."""
    if text[-1] == "Z":
        return Clock(text[:-1], "Z")
    zone = max(text.rfind("+"), text.rfind("-"))
    return Clock(text, "") if zone < 0 else Clock(text[:zone], text[zone:])


def precision(text: str) -> str:
    """How exact a time is: minute, or second with any fraction of one."""
    return "second" if text[5:6] == ":" else "minute"


def of_date(text: str) -> tuple[Clock | None, Clock | None]:
    """When a date in EDTF, which is valid, begins and ends on its first and last day; None where it does not say.

    An end that is not known is where the known one is, as for filters: ``2024-03-01T09:15/`` is that minute.
    """
    if "T" not in text:
        return None, None
    first, slash, last = text.partition("/")
    start = _parted(first.partition("T")[2]) if "T" in first else None
    if not slash:
        return start, start
    end = _parted(last.partition("T")[2]) if "T" in last else None
    return (start if first else end), (end if last else start)


def may_say_zone(text: str) -> bool:
    """Whether a date in EDTF may have a time with a zone; False is sure."""
    return "Z" in text or "+" in text or "-" in text[11:]


def hours_text(minutes: int) -> str:
    """So many minutes, of either sign, as hours: ``3 h``, ``2 h 15 min``, ``1 d 4 h``; without the sign."""
    hours, rest = divmod(abs(minutes), 60)
    days, hours = divmod(hours, 24)
    parts = [f"{number} {unit}" for number, unit in ((days, "d"), (hours, "h"), (rest, "min")) if number]
    return " ".join(parts) or "0 min"
