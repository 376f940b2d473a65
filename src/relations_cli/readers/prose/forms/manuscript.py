"""An article before anything is read from it: its title, its blocks, and what of it cannot be read by lines."""

from typing import Final

import msgspec

from relations_cli.readers.prose.block import Block

HEAD: Final = "the title that its head gives"
"""Why the title of a page is left out, where the article has another."""

PICTURE: Final = "the words that stand for a picture"
"""Why the alternative text of an image is left out."""


DATED: Final = "the words of a date that an attribute of theirs says in full"
"""Why the words of a time in a page are left out."""


class LeftOut(msgspec.Struct, frozen=True):
    """A part of the article that is in no entry."""

    line: int
    whole: str
    """All of its text."""
    why: str


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """What each form gives of an article."""

    blocks: list[Block]
    """In the order of the text."""
    title: str | None = None
    """From its head, where there is one."""
    around: tuple[LeftOut, ...] = ()
    """What of it is no block of the article: menus, feet, what is hidden, tables that are not read."""
    said: str | None = None
    """What of it cannot be read by lines."""
    is_unread: bool = False
    """Whether that is all of it."""
