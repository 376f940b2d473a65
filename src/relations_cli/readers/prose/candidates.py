"""The blocks of an article that begin with a date, and where the article ends."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.furniture import closes_article, closes_for_good
from relations_cli.readers.prose.openings import STRONG, Opening, opening, release
from relations_cli.readers.prose.publication import why_no_entry

_FEW: Final = 3
_MONTHS: Final = 12


class Candidate(msgspec.Struct):
    """A block that begins with a date."""

    index: int
    """Of the block."""
    block: Block
    opening: Opening
    why_not: str | None = None
    """Why it is no entry; None while it may be one."""

    @property
    def is_alone(self) -> bool:
        """Whether the date stands alone in its block."""
        return self.opening.separator == "alone"

    @property
    def is_strong(self) -> bool:
        """Whether the sign behind the date is none that a sentence has there."""
        return self.opening.separator in STRONG

    @property
    def key(self) -> tuple[int, int]:
        """Year and month, for the order; 0 where they are not said."""
        return self.opening.date.year or 0, self.opening.date.month

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day, for the order; 0 where they are not said."""
        return (*self.key, self.opening.date.day)

    @property
    def style(self) -> tuple[str, bool, str]:
        """How it is set: entries of one article are set alike."""
        separator = self.opening.separator
        group = "strong" if self.is_strong and not self.is_alone else separator
        return group, self.block.kind == "heading", self.opening.mark if self.is_alone else ""


def possible(found: Sequence[Candidate]) -> list[Candidate]:
    """Those that may still be entries."""
    return [one for one in found if one.why_not is None]


def candidates_of(blocks: Sequence[Block]) -> tuple[list[Candidate], int]:
    """The blocks that begin with a date, in order, and the index of the block with which the article ends.

    Those that are no entries say why.
    """
    from relations_cli.readers.prose import days, narrated, refusals  # they need this module

    releases = _releases(blocks)
    found: list[Candidate] = []
    for index, block in enumerate(blocks):
        opened = opening(block.text, is_item=block.kind == "item")
        if opened is not None:
            found.append(Candidate(index, block, opened, why_no_entry(block, opened)))
    if len(releases) > sum(one.is_strong for one in found):
        return releases, len(blocks)
    _order_figures(found)
    found = days.with_days(narrated.with_narrated(found, blocks), blocks)
    refusals.refuse_lists(found)
    refusals.refuse_labels(found)
    refusals.refuse_related(found, blocks)
    end = _end(found, blocks)
    for one in found:
        if one.index >= end and one.why_not is None:
            one.why_not = "behind the article"
    refusals.refuse_title(found, blocks)
    refusals.refuse_publication(found, blocks)
    refusals.refuse_sentences(found, blocks)
    return found, end


def _releases(blocks: Sequence[Block]) -> list[Candidate]:
    """The headings of a changelog, none where it is none."""
    opened = ((index, block, release(block.text)) for index, block in enumerate(blocks))
    found = [Candidate(index, block, one) for index, block, one in opened if one is not None]
    has_heading = any(one.block.kind == "heading" for one in found)
    return found if has_heading or len(found) > 1 else []


def _order_figures(found: Sequence[Candidate]) -> None:
    """Read dates like 4/5/2003 in the order that others of the article, like 23/5/2003, show."""
    figures = [one.opening.date.figures for one in found if one.opening.date.figures]
    day_first = any(first > _MONTHS for first, _ in figures)
    month_first = any(second > _MONTHS for _, second in figures)
    if day_first == month_first:
        return
    for one in found:
        one.opening = msgspec.structs.replace(one.opening, date=one.opening.date.ordered(day_first=day_first))


def _end(found: Sequence[Candidate], blocks: Sequence[Block]) -> int:
    """The index of the block with which comments, related stories or sources begin."""
    left = possible(found)
    if not left:
        return len(blocks)
    at = 0
    for index, block in enumerate(blocks):
        while at < len(left) and left[at].index <= index:
            at += 1
        if at and closes_article(block) and _is_end(left, at, for_good=closes_for_good(block)):
            return index
    return len(blocks)


def _is_end(left: Sequence[Candidate], at: int, *, for_good: bool) -> bool:
    """Whether the article ends with a line that has so many dates before it: what is behind is less, or set unlike."""
    behind = left[at:]
    if not behind or not for_good or at < len(behind):
        return not behind
    styles = Counter(one.style for one in left[:at])
    alike = sum(one.style in styles for one in behind)
    return alike < _FEW or alike * 5 < at
