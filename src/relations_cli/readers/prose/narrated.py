"""Chronologies told in sentences: paragraph after paragraph begins with ``On`` and a day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

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
    if len(told) < _MANY or len(told) < _DENSE * (told[-1].index - told[0].index + 1):
        return found
    backwards = sum(before.day[1:] > behind.day[1:] for before, behind in pairwise(told))
    if backwards > 1 or any(one.is_strong and not one.is_alone for one in found.possible):
        return found
    return replace(found, all=tuple(sorted([*found.all, *told], key=lambda one: one.index)))
