"""A block of an article: a paragraph, an item, a heading or a row, with its line and its links."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from relations_cli.model.facts import Source

Kind = Literal["paragraph", "item", "heading", "row"]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two breaks of an article."""

    line: int
    """Of the file, from 1."""
    text: str
    """Without markup, bullet and outer spaces; a tab or several spaces inside are kept."""
    kind: Kind = "paragraph"
    level: int = 0
    """Of a heading, from 1; 0 where it is none."""
    starts: int = 0
    """Of an item of a list that it begins: how deep that lies, more for more; 0 where it begins none."""
    more: tuple[str, ...] = ()
    """Further texts of its own: the other cells of a row."""
    sources: tuple[Source, ...] = ()
    """The addresses that it links to, in order."""
    is_link: bool = False
    """Whether its whole text is a link."""

    @property
    def whole(self) -> str:
        """All of its text."""
        return " ".join((self.text, *self.more))


def once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each address once, in order, and what has none."""
    return tuple({source.url or source: source for source in sources}.values())
