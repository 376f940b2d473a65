"""An entry of an article before its year is known: a date with the blocks that belong to it."""

from collections.abc import Iterator

import msgspec

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.bullets import without_bullet
from relations_cli.readers.prose.candidate import Candidate
from relations_cli.readers.prose.furniture import is_source_line


class Draft(msgspec.Struct):
    """A date with the blocks that belong to it."""

    at: Candidate
    """The block that begins with the date."""
    rest: list[Block]
    """What follows it, in order."""
    is_break: bool = False
    """Whether it is a heading that names no date, beside others that do: their year ends here."""
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
        return self.at.is_alone and self.at.opening.date.unit == "year"

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


def shown_years(drafts: Drafts) -> dict[int, int]:
    """By the line of each entry, the first year that is written on it or behind it."""
    shown: dict[int, int] = {}
    year = None
    for draft in reversed(drafts.all):
        date = draft.at.opening.date
        year = date.year if date.year is not None else year
        if year is not None:
            shown[draft.line] = year
    return shown


def undated_before(drafts: Drafts) -> Iterator[Draft]:
    """The entries before the first that names a year or stands under one that does."""
    for draft in drafts.all:
        if not draft.at.opening.date.lacks_year:
            return
        if not draft.is_heading:
            yield draft
