"""Where a text is no JSON, named for what it is: a trailing comma, a comment, half a surrogate pair.

The decoder says whether (``strict``); this says where and why, and is asked only of what may be wrong.
"""

import json
import re
from typing import Final, NamedTuple

from relations_cli.limits import NESTING
from relations_cli.readers.located.places import Path, Places

DEEPEST_EXTRA: Final = NESTING - 4
"""Levels of an event's ``extra``, around which a chronology, its events and the event stand."""
TOO_DEEP: Final = "nested too deep to be a chronology"


class Fault(NamedTuple):
    """A place where a text is no JSON."""

    offset: int
    reason: str
    """As an editor of the file is told it."""
    told: str
    """On a line of its own."""
    path: Path | None = None
    """The way to the value; None: nothing can be read behind the place."""


class Parsed(NamedTuple):
    """A text as far as it can be read."""

    places: Places | None
    """Its values and where they stand; None: it is no JSON."""
    faults: list[Fault]
    """Why it is no JSON, by their places."""


def parsed(text: str) -> Parsed:
    """Everything for which a text is refused as JSON, up to where nothing more can be read.

    It is the grammar of RFC 8259; besides, half a surrogate pair (section 8.2), a number that is out of range
    (section 6) and what is nested deeper than NESTING (section 9) are refused.
    """
    if _depth(text) > NESTING:
        return Parsed(None, [Fault(0, TOO_DEEP, TOO_DEEP)])
    broken = _broken(text)
    places = Places(text, whole=broken is None)
    values = [Fault(at, reason, reason, path) for at, reason, path in places.faults]
    if broken is None:
        return Parsed(places, sorted(values))
    return Parsed(None, [*sorted(one for one in values if one.offset < broken.offset), broken])


def _depth(text: str) -> int:
    """How many arrays and objects are open at once at most, whether or not they are closed."""
    if text.count("[") + text.count("{") <= NESTING:
        return 0
    depth = deepest = 0
    for found in re.finditer(r'[\[\]{}]|"(?:[^"\\]+|\\.)*+"?', text, re.DOTALL):
        if found[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] in "]}":
            depth -= 1
    return deepest


def _broken(text: str) -> Fault | None:
    """The first place where the grammar ends, and why."""
    try:
        json.loads(text, parse_int=str)  # a number of many digits is for ``Places`` to judge
    except json.JSONDecodeError as error:
        return _named(text, error)
    return None


def _named(text: str, error: json.JSONDecodeError) -> Fault:
    if not text.strip():
        return Fault(0, "the file is empty", "is empty")
    at, message = error.pos, f"{error.msg[:1].lower()}{error.msg[1:]}"
    found, before = text[at : at + 1], text[:at].rstrip()
    plain = f"no valid JSON: {message}"
    comma = _trailing_comma(text, at, before)
    if comma is not None:
        reason = "a trailing comma: remove it"
        return Fault(comma, reason, f"no valid JSON: {reason}")
    reason = plain
    if found == "'":
        reason = "single quotes: JSON strings are in double quotes"
    elif text.startswith(("//", "/*", "#"), at):
        reason = "a comment: JSON has none"
    elif not found:
        reason = f"the file ends too early: {message}"
    elif "control character" in message:
        reason = "a line break or control character inside a string: write it as an escape such as \\n"
    return Fault(at, reason, plain)


def _trailing_comma(text: str, at: int, before: str) -> int | None:
    """Where the comma before a closing bracket stands, whether a decoder complains of the comma or of the bracket."""
    if text[at : at + 1] == "," and text[at + 1 :].lstrip()[:1] in ("}", "]"):
        return at
    if before.endswith(",") and text[at : at + 1] in ("}", "]"):
        return len(before) - 1
    return None
