"""Front matter: fields in YAML or TOML between two fences at the top of a page."""

import re
from functools import cache
from typing import NamedTuple

_CLOSED = r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<fields>(?s:.*?))^(?P=fence)[ \t]*\r?$"


class Parts(NamedTuple):
    """What a page is made of."""

    fence: str
    """``---`` for YAML, ``+++`` for TOML."""
    fields: str
    body: str
    """What stands below."""


def has_front_matter(data: bytes) -> bool:
    """Whether the bytes begin with a fence that is closed again."""
    return _in_bytes().match(data) is not None


def parted(text: str) -> Parts:
    """The parts of a page; where no fence closes them, all are fields."""
    match = _in_text().match(text)
    if match is None:
        return Parts(text[:3], text[4:], "")
    return Parts(match["fence"], match["fields"], text[match.end() :].strip())


def longest_key(text: str) -> int:
    """Parts of the longest dotted key of a TOML text, at most: to read one takes the square of them."""
    part = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
    dotted = re.finditer(rf"(?<![\w-]){part}(?:[ \t]*+\.[ \t]*+{part})++", text)
    return max((match[0].count(".") for match in dotted), default=0) + 1


@cache
def _in_bytes() -> re.Pattern[bytes]:
    return re.compile(b"(?:\xef\xbb\xbf)?" + _CLOSED.encode(), re.MULTILINE)


@cache
def _in_text() -> re.Pattern[str]:
    return re.compile(_CLOSED, re.MULTILINE)
