"""An entry of an article before its year is known: a date with the blocks that belong to it."""

from collections.abc import Sequence
from typing import Final

import msgspec

from relations_cli.readers.prose.block import Block, without_bullet
from relations_cli.readers.prose.candidate import Candidate
from relations_cli.readers.prose.furniture import is_source_line

_MANY: Final = 5  # entries that are a chronology in an article of any length
_SHORT: Final = 4  # blocks of a text that may be a chronology of one entry, and no letter with a date


class Draft(msgspec.Struct):
    """A date with the blocks that belong to it."""

    at: Candidate
    """The block that begins with the date."""
    rest: list[Block]
    """What follows it, in order."""
    is_heading: bool = False
    """Whether it only gives its year, or its day, to what stands under it."""
    unread: str = ""
    """What stands where others have their date, and is not understood."""
    is_under: bool = False
    """Whether its first block is a line under a heading that has the date."""

    @property
    def blocks(self) -> list[Block]:
        """All its blocks."""
        return self.rest if self.is_under else [self.at.block, *self.rest]

    @property
    def is_year(self) -> bool:
        """Whether its date is a year alone in its block: a heading that has a text of its own."""
        return self.at.is_alone and self.at.date.unit == "year"

    @property
    def is_release(self) -> bool:
        """Whether it is of a changelog."""
        return self.at.opening.separator == "release"

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.rest[0].line if self.is_under else self.at.block.line

    @property
    def has_text(self) -> bool:
        """Whether there is more of it than a date."""
        return bool(self.rest) or bool(self.at.opening.text)

    @property
    def last_text(self) -> str:
        """The last of its paragraphs so far."""
        return self.rest[-1].text if self.rest else self.at.opening.text

    @property
    def texts(self) -> list[str]:
        """Its paragraphs, without the date."""
        found: list[str] = []
        if not self.is_under:
            found += [self.at.opening.text, *self.at.block.more]
        for block in self.rest:
            found += [] if is_source_line(block) else [without_bullet(block.text), *block.more]
        return [text for text in found if text]


class Drafts(msgspec.Struct):
    """What was made of an article's blocks."""

    all: list[Draft]
    """Entries, and the headings between them, in order."""
    left_out: dict[int, str]
    """By index of the block: why it is in none."""

    @property
    def entries(self) -> list[Draft]:
        """Those that are no headings."""
        return [draft for draft in self.all if not draft.is_heading]

    def drop_empty(self) -> None:
        """A date without a text is no entry, but its year still holds."""
        for draft in self.entries:
            if not draft.has_text:
                draft.is_heading = True
                self.left_out[draft.at.index] = "a date without a text"

    def are_enough(self, blocks: Sequence[Block]) -> bool:
        """Whether there are entries enough for a chronology: one date in a long article is none."""
        entries = self.entries
        if not entries or entries[0].is_release or len(entries) >= _MANY:
            return bool(entries)
        used = sum(len(draft.blocks) for draft in self.all)
        if len(entries) == 1:
            return used * 2 >= len(blocks) and len(blocks) <= _SHORT
        return used * 4 * (len(entries) - 1) >= len(blocks)

    def shorten_last(self, blocks: Sequence[Block]) -> None:
        """The last entry has at most as many paragraphs as the longest before it: what follows closes the article."""
        *before, last = self.entries
        if not before or last.is_release:
            return
        index_of = {id(block): index for index, block in enumerate(blocks)}
        surplus = len(last.texts) - max(len(draft.texts) for draft in before)
        while surplus > 0 and last.rest and not (last.at.block.starts and last.rest[-1].kind == "item"):
            block = last.rest.pop()
            surplus -= not is_source_line(block)
            self.left_out[index_of[id(block)]] = "behind the last entry"


def shown_years(drafts: Drafts) -> dict[int, int]:
    """By the line of each entry, the first year that is written on it or behind it."""
    shown: dict[int, int] = {}
    year = None
    for draft in reversed(drafts.all):
        date = draft.at.date
        year = date.year if date.year is not None else year
        if year is not None:
            shown[draft.line] = year
    return shown
