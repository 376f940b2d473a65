"""A block of an article that begins with a date, and the verdicts on those that are no entries."""

from collections.abc import Iterable, Mapping

import msgspec

from relations_cli.dates.reading.leading import Leading
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.opening import STRONG, Opening

Verdicts = Mapping[int, str]
"""By index of the block: why it is no entry."""


class Candidate(msgspec.Struct, frozen=True):
    """A block that begins with a date."""

    index: int
    """Of the block."""
    block: Block
    opening: Opening

    @property
    def date(self) -> Leading:
        """With which it begins."""
        return self.opening.date

    @property
    def is_alone(self) -> bool:
        """Whether the date stands alone in its block."""
        return self.opening.separator == "alone"

    @property
    def is_strong(self) -> bool:
        """Whether what parts the date from its text is nothing that a sentence has there."""
        return self.opening.separator in STRONG

    @property
    def key(self) -> tuple[int, int]:
        """Year and month, for the order; 0 where they are not said."""
        return self.date.year or 0, self.date.month

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day, for the order; 0 where they are not said."""
        return (*self.key, self.date.day)

    @property
    def style(self) -> tuple[str, bool, str]:
        """How it is set: entries of one article are set alike."""
        separator = self.opening.separator
        group = "strong" if self.is_strong and not self.is_alone else separator
        return group, self.block.kind == "heading", self.opening.mark if self.is_alone else ""


class Candidates(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of an article that begin with a date."""

    all: tuple[Candidate, ...]
    """In the order of the text."""
    why_not: Verdicts
    """On those that are no entries."""
    end: int
    """The index of the block with which the article ends; the number of its blocks where all are of it."""

    @property
    def possible(self) -> list[Candidate]:
        """Those that may still be entries."""
        return [one for one in self.all if one.index not in self.why_not]

    def refused(self, verdicts: Verdicts) -> "Candidates":
        """The same with these verdicts as well; the first on each of them stays."""
        return msgspec.structs.replace(self, why_not={**verdicts, **self.why_not})

    def joined_by(self, more: Iterable[Candidate]) -> "Candidates":
        """The same with these as well, in the order of the text."""
        return msgspec.structs.replace(self, all=tuple(sorted((*self.all, *more), key=lambda one: one.index)))
