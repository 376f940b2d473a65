"""What a walk over the tree of a page meets: texts, and the starts and ends of elements."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from relations_cli.model.facts import Source

_PARTS_TAGS: Final = "p h1 h2 h3 h4 h5 h6 li tr blockquote table div article section"
PARTS: Final = frozenset(_PARTS_TAGS.split())
"""Elements that are a paragraph, or hold some."""
SEAMS: Final = frozenset({"b", "strong", "span", "time", "em", "i", "u", "font", "a"})
"""Elements within a line whose end may part a date from its text."""
_MOST_PARTS: Final = 1


Chrome = Literal["", "named", "stubborn", "soft", "always"]
"""How an element is around an article: not at all; by its names, unless it holds half of the text or an entry; by names
that no entry outranks; by its tag, unless it holds an entry; in any case."""


class Piece(msgspec.Struct):
    """What a walk over the tree meets: a text, or the start or the end of an element."""

    kind: Literal["text", "open", "close"]
    value: str
    """The text, or the tag."""
    url: str = ""
    """Of a link."""
    name: str = ""
    """Of an element: its id."""
    sources: tuple[Source, ...] = ()
    """Of a link: what the note says to which it leads."""
    chrome: Chrome = ""
    """Why it is around the article."""
    is_main: bool = False
    """Whether its names say that it is the article."""
    rows: int = 1
    """Of a cell: how many rows it spans."""
    end: int = 0
    """Of an element: the index of the piece with which it closes."""
    size: int = 0
    """Of an element: the characters of its text."""


def is_container(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a cell holds paragraphs of its own: a table that only lays out the page."""
    parts = 0
    for piece in pieces[start + 1 : min(end, start + 200)]:
        parts += piece.kind == "open" and piece.value in PARTS
        if parts > _MOST_PARTS:
            return True
    return False
