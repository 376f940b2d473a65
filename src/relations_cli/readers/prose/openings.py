"""How a block opens: the date that it begins with, the sign between date and text, and the text."""

import re
from functools import cache
from typing import Final, Literal

import msgspec

from relations_cli.dates.reading.leading import Leading, leading
from relations_cli.readers.prose.blocks import without_bullet

Separator = Literal[
    "alone", "colon", "dash", "gap", "bar", "bracket", "clock", "comma", "point", "space", "on", "release"
]
"""What stands between the date and the text; alone: there is no text."""

STRONG: Final = frozenset({"alone", "colon", "dash", "gap", "bar", "bracket", "clock", "release"})
"""Separators that no sentence has behind its first date."""

_BRACKETS: Final = {"(": ")", "[": "]", "【": "】"}
_LOOKED_AT: Final = 160


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A block that begins with a date."""

    date: Leading
    separator: Separator
    mark: str
    """The separator as written, without spaces."""
    text: str
    """What stands behind it."""


def opening(text: str, *, is_item: bool = False) -> Opening | None:
    """How a text opens, or None where it begins with no date. Looks at its first 160 characters.

    Args:
        text: of the block.
        is_item: whether it is one of a list; a bullet says so as well. There a date may stand
            behind ``On``, ``In`` or ``By``.
    """
    bare = _without_count(without_bullet(text, is_date=True))
    found = _opening(bare) or (_opening(text) if bare != text else None)
    if found is None and (is_item or bare != text) and bare.startswith(("On ", "In ", "By ")):
        found = _opening(bare[3:])
        return msgspec.structs.replace(found, separator="on") if found is not None and found.text else None
    return found


@cache
def _count() -> re.Pattern[str]:
    return re.compile(r"(?i:day) \d{1,4}(?:,| ?[-–—:])\s{1,9}")


def _without_count(text: str) -> str:
    """The text behind the number of a day that stands before its date: ``Day 3, Nov. 6``."""
    match = _count().match(text)
    return text[match.end() :] if match and leading(text[match.end() : _LOOKED_AT]) is not None else text


def narrated(text: str) -> Opening | None:
    """How a paragraph opens that begins with ``On`` and a day, as a story does and some chronologies do."""
    found = _opening(text[3:]) if text.startswith("On ") else None
    is_day = found is not None and found.date.unit == "day" and bool(found.text)
    return msgspec.structs.replace(found, separator="on") if found is not None and is_day else None


def _opening(text: str) -> Opening | None:
    found = _opening_once(text)
    if found is None or not _is_bare_year(found):
        return found
    inner = _opening_once(found.text)
    if inner is None or not inner.date.lacks_year or not inner.date.month:
        return found
    is_day = inner.separator == "comma" and inner.date.unit == "day"  # "1996: May 2, The plan …"
    if inner.separator not in _PARTS and not is_day:
        return found
    first = msgspec.structs.replace(inner.date.first, year=found.date.first.year)
    return msgspec.structs.replace(inner, date=msgspec.structs.replace(inner.date, first=first, alone=None))


_PARTS: Final = STRONG - {"alone", "clock"}


def _is_bare_year(found: Opening) -> bool:
    """Whether a block opens with a year and a strong separator, behind which its day may stand: ``1993: May 5: …``."""
    return found.separator in _PARTS and found.date.unit == "year" and found.date.last is None


def _opening_once(text: str) -> Opening | None:
    head = text[:_LOOKED_AT]
    closing = _BRACKETS.get(head[:1], "")
    start = 1 if closing else 0
    date = leading(head[start:])
    if date is None:
        return None
    whole = _behind(text, start, date, closing)
    if date.is_loose and date.alone is not None and not _is_range(whole, date):
        return _behind(text, start, date.alone, closing)
    return whole or (_behind(text, start, date.alone, closing) if date.alone else None)


def _is_range(whole: Opening | None, date: Leading) -> bool:
    """Whether two dates with a spaced dash between are a range: else the dash parts a date from its text."""
    if whole is None:
        return False
    if whole.separator in STRONG:
        return True
    if date.last is not None and date.last.day and not date.last.month and not date.last.year:
        return False
    return not whole.text[:1].islower()


@cache
def _separators() -> re.Pattern[str]:
    space = r"[ \t\u00a0\u202f\u2009\u2002\u2003]"
    weekday = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
    return re.compile(
        rf"{space}{{0,9}}(?:\({weekday}\)|, {weekday}(?=[:\s]))?"
        r"(?:"
        rf"(?P<clock>T(?=\d\d:\d\d)"
        rf"|,?{space}{{1,4}}(?:at )?{space}?\(?(?=\d{{1,2}}[:.]\d\d(?!\d)|\d{{1,2}} ?[ap]\.?m\b))"
        rf"|(?P<colon>{space}{{0,9}}[:\uff1a;]{space}{{0,9}}[-–—]?)"
        rf"|(?P<dash>,?{space}{{0,9}}(?:[–—―\u2212]{{1,3}}|-{{1,3}}(?=[\sA-Z\"'“‘]|$)|-{{2,3}}){space}{{0,9}})"
        rf"|(?P<bar>{space}{{0,9}}[|•·▪◦●■►▶→✓∙]{space}{{0,9}})"
        rf"|(?P<gap>\t{space}{{0,9}}|{space}{{2,9}})"
        rf"|(?P<comma>,{space}{{0,9}})"
        rf"|(?P<point>\.(?!\d){space}{{0,9}})"
        rf"|(?P<space>{space}|(?=[A-Z“‘\"(\[]))"
        r"|$)"
    )


def _behind(text: str, start: int, date: Leading, closing: str) -> Opening | None:
    """The separator behind a date and the text behind that."""
    end = start + date.length
    is_bracketed = False
    if closing:
        if text[end : end + 1] != closing:
            return None
        end += 1
        is_bracketed = True
    spaces = _leading_spaces(text, end)
    match = _separators().match(text, end)
    if match is None:
        return None
    kind = match.lastgroup or "alone"
    if (kind in {"comma", "space", "point"} and "\t" in spaces) or len(spaces) > 1:
        kind = kind if kind in STRONG else "gap"
    rest = text[match.end() :].strip()
    if not rest or not any(sign.isalnum() for sign in rest[:40]):
        kind, rest = "alone", ""
    elif is_bracketed and kind in {"space", "comma", "point"}:
        kind = "bracket"
    mark = match[0].strip()
    return Opening(date=date, separator=_separator(kind), mark=mark, text=rest)


def _leading_spaces(text: str, at: int) -> str:
    stop = at
    while stop < len(text) and stop < at + 9 and text[stop].isspace():
        stop += 1
    return text[at:stop]


def _separator(kind: str) -> Separator:
    for known in ("colon", "dash", "gap", "bar", "bracket", "clock", "comma", "point", "space"):
        if kind == known:
            return known
    return "alone"


@cache
def _release() -> re.Pattern[str]:
    version = r"(?:(?:[Vv]ersion|[Rr]elease) )?\[?[vV]?\d{1,6}(?:\.\d{1,6}){1,4}(?:[-.+]?[A-Za-z][\w.+-]{0,20})?\]?"
    return re.compile(rf"(?P<version>{version})(?:\s{{0,4}}(?:[-–—/:,|]|\(|released(?: on)?|on)\s{{0,4}}\(?|\s{{1,4}})")


def release(text: str) -> Opening | None:
    """A changelog's heading, the version as its text: ``1.2.0 - 2024-05-06``, ``[7.0.0] (2025-10-28)``."""
    match = _release().match(text[:_LOOKED_AT])
    if match is None:
        return None
    rest = text[match.end() :]
    date = leading(rest)
    if (
        date is None
        or date.unit != "day"
        or date.lacks_year
        or rest[date.length :].strip(" )]*.:-–—").upper() not in _FLAGS
    ):
        return None
    return Opening(date=date, separator="release", mark="", text=match["version"].replace("[", "").replace("]", ""))


_FLAGS: Final = frozenset({"", "[YANKED", "YANKED", "(YANKED"})


@cache
def _clock() -> re.Pattern[str]:
    time = r"\d{1,2}(?:[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?|\d\d (?:hrs|hours|GMT|UTC|KST|EST|EDT))"
    return re.compile(
        rf"(?i:(?:about|around|approximately|approx\.|by|at|circa|c\.) )?(?:{time}|(?i:noon|midnight)\b)"
        rf"(?: ?(?:[-–—]|to) ?{time})?"
        r"(?: \(?(?:[A-Z]{2,4}|local(?: time)?|local time)\)?)?"
        r"\s{0,4}(?:[:;,|]|[-–—]{1,2}|\s)",
        re.IGNORECASE,
    )


def clock_length(text: str) -> int:
    """The characters of the time of day with which a text begins, 0 where it begins with none."""
    match = _clock().match(text[:60])
    return match.end() if match else 0
