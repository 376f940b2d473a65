"""A time of day beside a date, as people and programs write it: ``2:30 PM``, ``05:12:00 +0900``, ``14h30``."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.refusal import Refusal

_OFFSETS: Final = {
    **dict.fromkeys(("Z", "UTC", "GMT"), "Z"),
    # RFC 5322, 4.3
    **{f"{name}ST": f"-{5 + at:02d}:00" for at, name in enumerate("ECMP")},
    **{f"{name}DT": f"-{4 + at:02d}:00" for at, name in enumerate("ECMP")},
    # Those that one zone of the tz database has
    **dict.fromkeys(("CEST", "EET"), "+02:00"),
    **dict.fromkeys(("EEST", "MSK"), "+03:00"),
    **dict.fromkeys(("JST", "KST"), "+09:00"),
    "CET": "+01:00",
}
"""What names of zones say in EDTF; of others nobody knows the offset who does not know the place."""
_KNOWN: Final = "|".join(sorted((*_OFFSETS, "BST", "IST", "WEST", "WET", "SGT", "HKT"), key=len, reverse=True))
_HALF: Final = r" ?[AP]\.?M\b\.?"
_FRACTION: Final = r"(?:[.,]\d{1,18})?"
_TIME: Final = (
    rf"(?:\d{{1,2}}:\d\d(?::\d\d{_FRACTION})?(?![\d:])(?:{_HALF}| ?Uhr\b| ?hrs\b)?"
    rf"|\d{{1,2}}(?:\.\d\d)?(?:{_HALF}| ?Uhr\b)|\d{{1,2}}h(?:\d\d)?\b|(?:12 )?noon\b)"
)


def _zone(names: str) -> str:
    """Pattern of a zone: by one of its names, which are in capitals, by its offset, by both, and by its long name."""
    return rf"(?: ?(?:Z\b|UTC|GMT|(?-i:{names})\b))?(?: ?[+-]\d{{1,2}}(?::?\d\d)?(?![\d:]))?(?: ?\([A-Z ]{{1,40}}\))?"


_ANY: Final = _zone(rf"[A-Z]{{1,4}}T|{_KNOWN}")
CLOCK: Final = rf"(?:(?:T|,? (?:at )?|:){_TIME}{_ANY}|T\d\d(?:\d\d(?:\d\d{_FRACTION})?)?{_ANY})"
"""Pattern of a time behind a day, and of what parts the two, for IGNORECASE: its figures may be those of no time."""


@cache
def _parts() -> re.Pattern[str]:
    """The parts of what is known to be a time."""
    return re.compile(
        r"[T,: ]*(?:at )?(?P<h>\d\d?)(?:[:.h]?(?P<m>\d\d)(?::?(?P<s>\d\d(?:[.,]\d+)?))?)?h? ?"
        r"(?:(?P<half>[AP])\.?M\.?|Uhr|hrs)? ?(?P<name>[A-Z]*) ?(?P<sign>[+-])?(?P<offset>[\d:]*).*",
        re.ASCII | re.IGNORECASE,
    )


@cache
def _within() -> re.Pattern[str]:
    """A time in a text that is all a date, with what parts them."""
    return re.compile(
        rf"(?:(?:,|\(|\bat\b|[ T]) ?)*(?<![\w:.+-])(?P<time>{_TIME}{_zone(_KNOWN)})\)?(?:,? on\b|,)?",
        re.ASCII | re.IGNORECASE,
    )


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d){CLOCK}$", re.ASCII | re.IGNORECASE)


def parted(text: str) -> tuple[str, str]:
    """A text that is all a date without the time in it, and that time in EDTF; empty where it has none.

    Raises:
        Refusal: half of the day has no such hour. What else is no time is left to who reads EDTF.
    """
    match = _within().search(text)
    if match is None:
        return text, ""
    rest = f"{text[: match.start()]}, {text[match.end() :]}"
    return " ".join(rest.strip(", ").replace(" ,", ",").split()), in_edtf(match["time"])


def in_edtf(text: str) -> str:
    """A time that ``CLOCK`` found as EDTF writes it, with the zone if its offset is known.

    Raises:
        Refusal: half of the day has no such hour. What else is no time is left to who reads EDTF.
    """
    match = _parts().fullmatch(re.sub("(?:12 )?noon", "12:00", text, flags=re.IGNORECASE))
    if match is None:
        return ""
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half and hour > 12:  # noqa: PLR2004
        raise Refusal("there is no such time of day", "write 00:00 to 23:59, or 12:00 AM to 11:59 PM")
    hour = hour % 12 + 12 * (half == "p") if half else hour
    seconds = f":{match['s'].replace(',', '.')}" if match["s"] else ""
    return f"{hour:02d}:{match['m'] or '00'}{seconds}{_offset(match)}"


def zone_unsaid(text: str) -> str:
    """The zone by a time at the end of a cell whose offset nobody knows, as written; empty where there is none."""
    found = _at_end().search(text)
    match = _parts().fullmatch(found[0]) if found else None
    return match["name"] if match and match["name"] and not _offset(match) else ""


def _offset(match: re.Match[str]) -> str:
    """The zone in EDTF; empty where there is none, or nobody knows its offset."""
    if not match["sign"]:
        return _OFFSETS.get(match["name"].upper(), "")
    digits = match["offset"].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")  # noqa: PLR2004
    return f"{match['sign']}{hours:0>2}:{minutes}"
