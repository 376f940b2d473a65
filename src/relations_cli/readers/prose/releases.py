"""How a heading of a changelog opens: with a version and the day of its release, or with the day and the version."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.reading.leading import Leading, leading
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.opening import Opening

_LOOKED_AT: Final = 160
_LONGEST_NAME: Final = 60
"""Characters of what may stand beside version and day: a name, or that it was withdrawn."""
_SAID: Final = r"(?i)\A[:(*_]{0,3}(?:(?:release )?date|released?)?(?: on)?\s?:?\s?[*_]{0,2}\s?"
_AROUND: Final = " )].:;,-–—|/*_\t"


@cache
def _release() -> re.Pattern[str]:
    number = r"[vV]?\d{1,6}(?:\.\d{1,6}){1,4}(?:[-.+]?[A-Za-z][\w.+-]{0,20})?|[vV]\d{1,6}"
    sign = r"\s{0,4}(?:[-–—/:,|]{1,3}|[(\[]|released(?: on)?|on)\s{0,4}\(?"
    return re.compile(
        rf"(?P<version>(?:(?:[Vv]ersion|[Rr]elease) )?\[?(?:{number})\]?)(?:{sign}|\s{{1,4}}|$)"
        r"(?:[Rr]eleased?(?: on)?:? )?"
    )


def release(text: str) -> Opening | None:
    """A changelog's heading, the version as its text: ``1.2.0 - 2024-05-06``, ``[7.0.0] (2025-10-28) [YANKED]``."""
    match = _release().match(text[:_LOOKED_AT])
    if match is None:
        return _behind_day(text)
    rest = text[match.end() :]
    date = _day(rest, is_bracketed=match[0][-1] in "([")
    return _opening(date, match["version"], rest[date.length :]) if date else None


def day_of(version: Block, under: Block | None) -> Opening | None:
    """A version that is all of its heading, with the day in the line under it: ``released on 2016-05-16``."""
    match = _release().match(version.text[:_LOOKED_AT])
    if version.kind != "heading" or match is None or under is None or under.kind == "heading":
        return None
    rest = re.sub(_SAID, "", under.text)
    date = _day(rest)
    if date is None or any(map(str.isalnum, rest[date.length :])):
        return None
    return _opening(date, version.text, "")


def _behind_day(text: str) -> Opening | None:
    """A day with the version behind it, and no more: ``2024-03-01 — v1.4``."""
    date = _day(text)
    rest = text[date.length :].strip(_AROUND + "([") if date else ""
    match = _release().match(rest)
    return _opening(date, match["version"], rest[match.end() :]) if date and match else None


def _day(text: str, *, is_bracketed: bool = False) -> Leading | None:
    """The date that a text begins with, where it is one day; in brackets, also where it is less."""
    date = leading(text)
    is_one = date is not None and not date.lacks_year and date.last is None
    return date if date and is_one and (is_bracketed or date.unit == "day") else None


def _opening(date: Leading, version: str, rest: str) -> Opening | None:
    """None where what stands behind is no name: then it is a sentence."""
    name = rest.strip(_AROUND)
    name = name + "]" * (name.count("[") > name.count("]")) + ")" * (name.count("(") > name.count(")"))
    if len(name) > _LONGEST_NAME or (name and name[0].islower() and " " in name):
        return None
    bare = version.strip().replace("[", "").replace("]", "")
    return Opening(date=date, separator="release", mark="", text=f"{bare} {name}".strip())
