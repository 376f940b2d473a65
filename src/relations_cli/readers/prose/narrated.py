"""Chronologies told in sentences: paragraph after paragraph begins with ``On`` and a day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from relations_cli.dates.days import Day
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidate, Candidates
from relations_cli.readers.prose.openings import narrated

_MANY: Final = 5
_DENSE: Final = 0.6  # of the paragraphs from the first to the last; a story has others between


def with_narrated(found: Candidates, blocks: Sequence[Block]) -> Candidates:
    """The candidates with the paragraphs that begin with ``On`` and a day, where they are a chronology.

    They are one where they are many, stand close and in order, and the article has no other entries.
    """
    opened = ((index, narrated(block.text)) for index, block in enumerate(blocks) if block.kind == "paragraph")
    told = [Candidate(index, blocks[index], one) for index, one in opened if one is not None]
    days = [one for one in told if one.date.unit == "day"]
    is_all = _are_chronology(days, found)
    return found.joined_by(days if is_all else (one for one in told if _is_between(one, found, len(blocks))))


def _are_chronology(days: Sequence[Candidate], found: Candidates) -> bool:
    if len(days) < _MANY or len(days) < _DENSE * (days[-1].index - days[0].index + 1):
        return False
    backwards = sum(before.day[1:] > behind.day[1:] for before, behind in pairwise(days))
    return backwards <= 1 and not any(one.is_strong and not one.is_alone for one in found.possible)


def _is_between(one: Candidate, found: Candidates, end: int) -> bool:
    """Whether a day stands right between entries, and in their order."""
    dates = {other.index: other for other in found.possible}
    before, behind = dates.get(one.index - 1), dates.get(one.index + 1)
    if before is None or (behind is None and one.index + 1 < end):
        return False
    return _rises(before.day, one.day) and (behind is None or _rises(one.day, behind.day))


def _rises(before: Day, behind: Day) -> bool:
    """Whether one day is not later than another, by the first of year, month and day that both say and that differs."""
    return next((a < b for a, b in zip(before, behind, strict=True) if a and b and a != b), True)
