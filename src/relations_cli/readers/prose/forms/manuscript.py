"""An article before anything is read from it: its title, its blocks, and what of it cannot be read by lines."""

import msgspec

from relations_cli.readers.prose.block import Block


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """What each form gives of an article."""

    blocks: list[Block]
    """In the order of the text."""
    title: str | None = None
    """From its head, where there is one."""
    said: str | None = None
    """What of it cannot be read by lines."""
    is_unread: bool = False
    """Whether that is all of it."""
