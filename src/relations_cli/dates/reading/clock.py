"""A time of day beside a date, as people and programs write it: ``2:30 PM``, ``05:12:00 +0900``, ``14h30``."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.clock import A_NIGHT, read
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
    **dict.fromkeys(("CET", "WEST"), "+01:00"),
    **dict.fromkeys(("SGT", "HKT"), "+08:00"),
}
"""What names of zones say in EDTF; of others nobody knows the offset who does not know the place."""
_KNOWN: Final = "|".join(sorted((*_OFFSETS, "BST", "IST"), key=len, reverse=True))
_HALF: Final = r" ?[AP]\.?M\b\.?"
_FRACTION: Final = r"(?:[.,]\d{1,18})?"
_CIRCA: Final = r"(?:(?:ca?\.|(?:ca|circa)(?= )) ?)?"
_ABOUT: Final = rf"(?:(?:about|around|approximately|approx\.) |{_CIRCA})"
"""What makes a time one that is not exact, which EDTF cannot say."""
_TIME: Final = (
    rf"(?:\d{{1,2}}:\d\d(?::\d\d{_FRACTION})?(?!:?\d)(?:{_HALF}| ?Uhr\b| ?hrs\b)?"
    rf"|\d{{1,2}}(?: ?(?:h|heures|Uhr) ?\d\d\b|(?:\.\d\d)?(?:{_HALF}| ?Uhr\b)|h\b| heures\b)|(?:12 )?noon\b)"
)


def _zone(names: str) -> str:
    """Pattern of a zone: by one of its names, which are in capitals, by its offset, by both, and by its long name."""
    return (
        rf"(?: ?(?:Z\b|UTC|GMT|(?-i:{names})\b))?(?: ?[+-]\d{{1,2}}(?::?\d\d)?(?!:?\d))?"
        r"(?: ?\((?-i:[A-Z]{1,5}|[A-Z][A-Za-z ]{1,36}[Tt]ime)\)| ?\[[A-Z/_+-]{1,40}\])?"
    )


_ANY: Final = _zone(rf"[A-Z]{{1,4}}T|{_KNOWN}")
CLOCK: Final = rf"(?:(?:T|,? (?:at |um )?{_ABOUT}|:){_TIME}{_ANY}|T\d\d(?:\d\d(?:\d\d{_FRACTION})?)?{_ANY})"
"""Pattern of a time behind a day, and of what parts the two, for IGNORECASE: its figures may be those of no time."""


_PARTS: Final = (
    r"(?ai)\D*?(?P<h>\d\d?)(?:(?:[:.]| ?(?:h|heures|Uhr) ?)?(?P<m>\d\d)(?::?(?P<s>\d\d(?:[.,]\d+)?))?)?h? ?(?:heures)?"
    r"(?:(?P<half>[AP])\.?M\.?|Uhr|hrs)? ?\(?(?P<name>[A-Z]*)\)? ?(?P<sign>[+-])?(?P<offset>[\d:]*)"
    r"(?: ?\[(?P<place>.*)\])?.*"
)
"""The parts of what is known to be a time."""
_WITHIN: Final = (
    rf"(?ai)(?:(?:,|\(|\b(?:at|um)\b|[ T]) ?)*{_ABOUT}(?:(?<=\dT)|(?<![\w:+-])(?<!\d\.))"
    rf"(?P<time>{_TIME}{_zone(_KNOWN)})\)?(?:,? on\b|,)?"
)
"""A time in a text that is all a date, with what parts them."""
_RUNNING: Final = rf"{_TIME}{_zone('|'.join(_OFFSETS))}(?!\w)"
_BEFORE: Final = rf"(?ai)(?P<time>{_RUNNING})(?:,? on |,? +)(?=[A-Z0-9])"
_HOURS: Final = frozenset(":.HhUuAaPpNn")
"""What stands behind the figures of an hour: of all lines few are matched against all that it may be."""
_PARTED: Final = (
    # A dash or a colon before a time that another parts from the text, too
    r"(?ai)(?:T|,? {0,2}(?:at |um |@ ?)?"
    r"| {0,2}[:|\u2013\u2014-] {0,2}(?=\d\d?:\d\d(?::\d\d)?(?: ?(?:Z|UTC|GMT))?"
    r"(?: {0,2}[:|\u2013\u2014-]|$)))(?P<open>\()?"
    rf"{_CIRCA}"
)
"""What stands between a day of a running text and its time."""
_PARTING: Final = r" {0,2}(?:[:;|\u2013\u2014-]|$)| {2}|\t"  # and no "98:95 in overtime"
_SIGN: Final = r"(?:,? ?[-\u2013\u2014] ?|/| (?:to|until|till) )"
_HALVES: Final = r"(?ai)(?<![\d:.])(\d{1,2})(:\d\d)?( ?(?:[-–]|\bto\b) ?)(?=(\d{1,2})(?::\d\d)? ?([ap])\.?m\b)"


def before(text: str) -> tuple[int, str]:
    """Where the time ends with which a running text begins, and that in EDTF; 0 and nothing where none stands there."""
    match = re.match(_BEFORE, text) if text[:1].isdigit() and text[1:4].lstrip("0123456789 ")[:1] in _HOURS else None
    time = in_edtf(match["time"]) if match else ""
    return (match.end(), time) if match and read(time) else (0, "")


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two times behind a day of a running text, and one; their figures may be those of no time."""
    until = rf"(?P<sign>{_SIGN})(?P<last>{_RUNNING})(?(open)\))"
    from_hour = rf"\d{{1,2}}(?={_SIGN}\d{{1,2}}(?::\d\d)?{_HALF})"
    two = rf"{_PARTED}(?:from )?(?P<time>{_TIME}(?: ?(?:UTC|GMT|Z\b))?|{from_hour}){until}"
    return re.compile(two), re.compile(rf"{_PARTED}(?P<time>{_RUNNING})(?(open)\))")


def behind(text: str, start: int) -> tuple[int, str, str]:
    """Where a time behind a day of a running text ends, that in EDTF, and a second one, where there is a range.

    Figures of a time that no day has, such as 25:10, are said, too, where a sign parts them from the text.

    Raises:
        Refusal: half of the day has no such hour.
    """
    two, one = _behind()
    match = two.match(text, start)
    if match:
        first, last = map(in_edtf, halved(f"{match['time']}–{match['last']}").split("–"))
        may_be_offset = re.fullmatch(r"\d\d:\d\d", match["last"], re.ASCII) is not None
        is_offset = may_be_offset and (text[start] == "T" or first[5:6] == ":")
        is_iso = may_be_offset and re.fullmatch(r"\d{4}-\d\d-\d\d", text[:start], re.ASCII) is not None
        is_two = first < last or is_range(f"{first[:5]}-{last[:5]}", is_iso=is_iso)
        if match["sign"] != "-" or (is_two and not is_offset):
            return match.end(), first, last
    match = one.match(text, start)
    time = in_edtf("T" * (text[start] == "T") + match["time"]) if match else ""
    is_time = match and (text[start] == "T" or read(time) or re.match(_PARTING, text[match.end() :]))
    return (match.end(), time, "") if match and is_time else (start, "", "")


def parted(text: str) -> tuple[str, str]:
    """A text that is all a date without the time in it, and that time in EDTF; empty where it has none.

    Raises:
        Refusal: half of the day has no such hour, or nobody knows the offset of its zone. What else is no time is left
            to who reads EDTF.
    """
    match = re.search(_WITHIN, text)
    if match is None:
        return text, ""
    if zone := zone_unsaid(f"0 {match['time']}"):
        raise Refusal(f"which zone is {zone}?", "write its offset, such as +01:00")
    rest = f"{text[: match.start()]}, {text[match.end() :]}"
    return " ".join(rest.strip(", ").replace(" ,", ",").split()), in_edtf(match["time"])


def halved(text: str) -> str:
    """A text of two times of which the last says its half of the day, with the half at both: ``2–3:30 PM``."""

    def said(match: re.Match[str]) -> str:
        first, minutes, sign, last, half = match.groups("")
        is_same = int(first) % 12 <= int(last) % 12 or half.lower() == "a"
        return f"{first}{minutes} {half if is_same else 'a'}m{sign}" if 0 < int(first) <= 12 else match[0]  # noqa: PLR2004

    return re.sub(_HALVES, said, text) if text[-1:] in "mM." or "m" in text.lower() else text


def in_edtf(text: str) -> str:
    """A time that ``CLOCK`` found as EDTF writes it, with the zone if its offset is known.

    Raises:
        Refusal: half of the day has no such hour. What else is no time is left to who reads EDTF.
    """
    match = re.fullmatch(_PARTS, re.sub("(?i)(?:12 )?noon", "12:00", text))
    if match is None:
        return ""
    if is_range(text, is_iso=True):
        raise Refusal("a range of times or an offset?", "write T09:15/2024-03-01T10:00, or T09:15-10:00")
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half and hour > 12:  # noqa: PLR2004
        raise Refusal("there is no such time of day", "write 00:00 to 23:59, or 12:00 AM to 11:59 PM")
    hour = hour % 12 + 12 * (half == "p") if half else hour
    seconds = f":{match['s'].replace(',', '.')}" if match["s"] else ""
    return f"{hour:02d}:{match['m'] or '00'}{seconds}{_offset(match)}"


def is_range(text: str | None, *, is_iso: bool = False) -> bool:
    """Whether a time with what looks like an offset is two times, or may be, on a day as ISO 8601 writes it.

    So it is where the second is later, and on other days, too, where it is of the same night: ``22:00-02:00``.
    """
    match = re.fullmatch(r"(?!T)\D*(\d\d?):(\d\d)-(\d\d?):(\d\d)", text or "", re.ASCII)
    if match is None:
        return False
    begins, ends = (int(hour) * 60 + int(minute) for hour, minute in (match.group(1, 2), match.group(3, 4)))
    return begins < ends or (not is_iso and begins - ends >= A_NIGHT)


def zone_unsaid(text: str) -> str:
    """What a time at the end of a cell says of its zone besides an offset, as written: a name of none, or a place."""
    found = re.search(rf"(?ai)(?<=\d){CLOCK}$", text)
    match = re.fullmatch(_PARTS, found[0]) if found else None
    if match is None:
        return ""
    return match["place"] or (match["name"] if not _offset(match) else "")


def _offset(match: re.Match[str]) -> str:
    """The zone in EDTF; empty where there is none, or nobody knows its offset."""
    if not match["sign"]:
        return _OFFSETS.get(match["name"].upper(), "")
    digits = match["offset"].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")  # noqa: PLR2004
    return f"{match['sign']}{hours:0>2}:{minutes}"
