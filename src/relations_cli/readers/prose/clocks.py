"""Times of day beside a date: behind it, before it, between its day and its year; in EDTF."""

import re
from functools import cache
from typing import Final, NamedTuple

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError

_NOON: Final = 12
_TIME: Final = (
    r"(?:(?P<h{0}>[01]?\d|2[0-3])[:.h](?P<m{0}>[0-5]\d)(?::(?P<s{0}>[0-5]\d(?:\.\d{{1,9}})?))?"
    r"(?: ?(?P<p{0}>[ap])\.?m\b\.?)?"
    r"|(?P<g{0}>0?[1-9]|1[0-2]) ?(?P<q{0}>[ap])\.?m\b\.?)(?![\d%])"
)
_ZONE: Final = (
    r"(?: ?(?:(?P<utc>Z|UTC|GMT)(?![A-Za-z]))?(?P<offset>[+-]\d\d:?(?:[0-5]\d)?(?!\d))?"
    r"(?P<named> \(?(?-i:[A-Z]{2,4}T)(?![A-Za-z])\)?)?)"
)
_CLOCK: Final = (
    rf"(?:(?:at|about|around|ca?\.|by) )?{_TIME.format(1)}(?: ?(?:[-\u2010-\u2015]|to) ?{_TIME.format(2)})?{_ZONE}"
    r"(?: (?:hrs?|hours|h|o'clock|local time|Uhr)\b\.?)?"
)


class Clock(NamedTuple):
    """A time of day, or two with all between them."""

    end: int
    """Where in the text it ends, with what belongs to it."""
    times: tuple[str, ...]
    """In EDTF, what stands behind the ``T``: one, or the first and the last."""
    written: str
    zone: str = ""
    """A zone that is named, and whose offset nobody knows."""

    def of(self, day: str | None) -> str | None:
        """The date in EDTF of a day with this time; None where the day is none, or there is no such time."""
        if day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day) is None:
            return None
        try:
            return parse_edtf("/".join(f"{day}T{time}" for time in self.times)).text
        except DateError:
            return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    bracketed = rf"(?P<open>[(\[])?{_CLOCK}(?(open)[)\]])"
    day = r"(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)"
    return (
        re.compile(rf"(?:T|[,;]?[ \u00a0\t]{{1,4}}(?:at )?|, ?| ?\| ?){bracketed}", re.IGNORECASE),
        re.compile(rf"{bracketed}(?:,? (?:on )?|, ?)(?=[A-Z\d])", re.IGNORECASE),
        re.compile(rf"{day}(?P<at>,? (?:at )?{_CLOCK})(?=,? \d{{4}}\b)", re.IGNORECASE),
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?{_CLOCK}[)\]]?\s{{0,4}}(?:[:;,|]|[-\u2013\u2014]{{1,2}}|\s)\s{{0,4}}", re.IGNORECASE)


def behind_day(text: str, start: int) -> Clock | None:
    """The time that stands behind a day which ends at a place."""
    return _clock(_patterns()[0].match(text, start))


def before_day(text: str) -> Clock | None:
    """The time with which a text begins, where something follows that may be its day."""
    return _clock(_patterns()[1].match(text))


def inside(text: str) -> tuple[str, Clock] | None:
    """The text without the time between its day and its year, and that time; None where none stands there."""
    match = _patterns()[2].match(text)
    clock = _clock(match)
    return (text[: match.start("at")] + text[match.end("at") :], clock) if match and clock else None


def is_time(text: str) -> bool:
    """Whether a text is a time of day and nothing else."""
    clock = behind_day(f" {text}", 0)
    return clock is not None and clock.end == len(text) + 1


def at_beginning(text: str) -> Clock | None:
    """The time with which a line under its day begins, and the sign behind it."""
    return _clock(_alone().match(text[:80]))


def _clock(match: re.Match[str] | None) -> Clock | None:
    if match is None:
        return None
    zone = "Z" if match["utc"] and not match["offset"] else match["offset"] or ""
    if len(zone) > 3 and ":" not in zone:  # noqa: PLR2004
        zone = f"{zone[:3]}:{zone[3:]}"
    afternoon = match["p2"] or match["q2"]  # "2-3:30 p.m."
    times = [_time(match, number, afternoon) + zone for number in "12" if match[f"h{number}"] or match[f"g{number}"]]
    written, zone_named = match[0].strip(" ,;\t"), (match["named"] or "").strip(" ()")
    return Clock(match.end(), tuple(times), re.sub(r"^(?:T|at )", "", written, flags=re.IGNORECASE), zone_named)


def _time(match: re.Match[str], number: str, afternoon: str | None) -> str:
    half = match[f"p{number}"] or match[f"q{number}"] or afternoon
    hour = int(match[f"h{number}"] or match[f"g{number}"])
    if half and hour <= _NOON:
        hour = hour % _NOON + _NOON * (half.lower() == "p")
    seconds = match[f"s{number}"]
    return f"{hour:02d}:{match[f'm{number}'] or '00'}" + (f":{seconds}" if seconds else "")
