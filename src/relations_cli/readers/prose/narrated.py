"""Chronologies told in sentences: paragraph after paragraph begins with ``On`` and a day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

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
    told = []
    for index, block in enumerate(blocks):
        opened = narrated(block.text) if block.kind == "paragraph" else None
        if opened is not None:
            told.append(Candidate(index, block, opened))
    if _are_chronology(told, found):
        told = [one for one in told if one.opening.date.unit == "day"]
    else:
        told = [one for one in told if _is_between(one, found, len(blocks))]
    return replace(found, all=tuple(sorted([*found.all, *told], key=lambda one: one.index)))


def _are_chronology(told: Sequence[Candidate], found: Candidates) -> bool:
    told = [one for one in told if one.opening.date.unit == "day"]
    if len(told) < _MANY or len(told) < _DENSE * (told[-1].index - told[0].index + 1):
        return False
    backwards = sum(before.day[1:] > behind.day[1:] for before, behind in pairwise(told))
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
