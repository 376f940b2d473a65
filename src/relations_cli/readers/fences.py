"""Front matter: fields in YAML or TOML between two fences at the top of a page."""

import re
from functools import cache
from typing import NamedTuple

_CLOSED = r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<fields>(?s:.*?))^(?P=fence)[ \t]*\r?$"


_ABOVE = r"\ufeff?(---|\+\+\+)[ \t]{0,9}\n(.{0,5000}?)\n(?:\1|\.\.\.)[ \t]{0,9}(?:\n|$)"
_TITLES = ("title", "headline", "subject", "name")
_TITLE = rf"({'|'.join(_TITLES)})[ \t]{{0,9}}[:=][ \t\"']{{0,9}}(?=.*\w)(.{{1,300}}?)[ \t\"']*$"


class FrontMatter(NamedTuple):
    """What stands above an article."""

    title: str | None
    fields: list[tuple[int, str]]
    """Its other fields: the line of each, and what it says."""
    end: int
    """Where in the text it ends."""


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


def front_matter(text: str) -> FrontMatter:
    """What stands between two fences above an article: a few lines, of which only the title is read."""
    front = re.match(_ABOVE, text, re.DOTALL)
    if front is None:
        return FrontMatter(None, [], 0)
    lines = front[2].split("\n")
    titles = [match for line in lines if (match := re.match(_TITLE, line))]
    title = min(titles, key=lambda match: _TITLES.index(match[1]), default=None)
    fields = [(at, line) for at, line in enumerate(lines, start=2) if title is None or line is not title.string]
    others = [(at, line.strip()) for at, line in fields if re.search(r"\w", line)]
    return FrontMatter(title and title[2], others, front.end())


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
