"""Time zones that a calendar brings along: a library follows their rules from the first year on, whatever they are."""

import re
from typing import Final
from zoneinfo import ZoneInfo

from relations_cli.readers.ics.vevent import BROKEN
from relations_cli.readers.reading import Reading

_MOST: Final = 20
"""Zones whose rules are followed: to follow those of one costs 40 ms."""
_ZONE: Final = re.compile(r"^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_RULE: Final = re.compile(r"^(?:RRULE|EXRULE)\b.*\n?", re.IGNORECASE | re.MULTILINE)
_NAMED: Final = re.compile(r""";TZID=("[^"\r\n]*"|[^;:\r\n]*)""", re.IGNORECASE)
_PLAIN: Final = re.compile(
    r"RRULE:(?:(?:FREQ=YEARLY|INTERVAL=1|WKST=\w\w|UNTIL=[0-9TZ]+|BYMONTH=\d\d?|BYDAY=[+-]?\d?[A-Z]{2});?)+\s*",
    re.IGNORECASE | re.ASCII,
)
"""A rule as every zone has them: a weekday of a month, once a year (RFC 5545, section 3.6.5)."""


def with_plain_zones(text: str, reading: Reading) -> str:
    """The text of calendars without what the rules of its zones multiply; such a zone keeps its first offset.

    Days are taken as they are written, so that no zone moves them; what an end or an exception in UTC means may be an
    hour off.
    """
    if "vtimezone" not in text.lower():
        return text
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    zones = [match[0] for match in _ZONE.finditer(unfolded)]
    costly = [zone for zone in zones if len(zones) > _MOST or not all(map(_is_plain, _RULE.findall(zone)))]
    if not costly or reading.options.no_limits:
        return text
    reading.note("said", f"rules of {len(costly)} of its time zones are not followed: they keep their first offset")
    return _ZONE.sub(lambda zone: _RULE.sub("", zone[0]) if zone[0] in costly else zone[0], unfolded)


def without_broken_zones(text: str, reading: Reading) -> str:
    """The text of calendars without the zones that a library refuses: they say nothing of the days of an event."""
    from icalendar import Calendar

    text = unfolded = _NAMED.sub(_without_folder, re.sub(r"\r?\n[ \t]", "", text))
    broken = []
    for match in _ZONE.finditer(unfolded):
        try:
            calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{match[0]}\r\nEND:VCALENDAR\r\n")
            for zone in calendar.timezones:
                zone.to_tz()
        except BROKEN:
            broken.append(match[0])
    if not broken:
        return text
    what = (
        "1 of its time zones cannot be read" if len(broken) == 1 else f"{len(broken)} of its time zones cannot be read"
    )
    reading.note("said", what, why="times are as they are written")
    return _ZONE.sub(lambda zone: "" if zone[0] in broken else zone[0], unfolded)


def _without_folder(name: re.Match[str]) -> str:
    """The name of a zone, unless the library would open a folder of zones, ``Europe``, or a file cannot have it."""
    try:
        ZoneInfo(name[1].strip('"'))
    except OSError:
        return ""
    except (ValueError, KeyError):  # none of that name, which the library bears
        pass
    return name[0]


def _is_plain(rule: str) -> bool:
    return _PLAIN.fullmatch(rule) is not None and {"BYMONTH", "BYDAY"} <= set(re.findall(r"BY\w+", rule.upper()))
