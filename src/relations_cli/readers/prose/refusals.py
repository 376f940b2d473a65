"""Dates that stand in lists and under other headings: of an archive, of links, of related stories."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts
from relations_cli.readers.prose.furniture import closes_for_good
from relations_cli.readers.prose.publication import STAMP

_FEW: Final = 3
_PROSE: Final = 100  # characters of a paragraph that is no link, label or name


def lists(found: Candidates, _: Sequence[Block]) -> Verdicts:
    """Years, months or days alone, one right behind the other, are links of an archive or of a table of contents."""
    verdicts: dict[int, str] = {}
    run: list[Candidate] = []
    for one in [*found.all, None]:
        if one is not None and run and _is_next(run[-1], one):
            run.append(one)
            continue
        if len(run) >= _FEW:
            verdicts.update((other.index, "a list of dates") for other in run)
        run = [one] if one is not None and one.is_alone else []
    return verdicts


def _is_next(before: Candidate, one: Candidate) -> bool:
    return one.is_alone and one.index == before.index + 1 and one.opening.date.unit == before.opening.date.unit


def labels(found: Candidates, _: Sequence[Block]) -> Verdicts:
    """Links that begin with a year (``2018 Annual report``), and years with the same label again and again."""
    left = [one for one in found.possible if not one.is_strong]
    counts = Counter(one.opening.text for one in left if one.opening.text)
    repeated = {text for text, count in counts.items() if count >= _FEW and count * 2 >= len(left)}
    return {one.index: "a list of links" for one in left if one.block.is_link or one.opening.text in repeated}


def stamps(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """A day and a time alone on a line are of the page and its comments, unless entries are headed so from the top."""
    timed = [one for one in found.possible if one.is_alone and one.opening.has_time]
    others = sum(one.is_strong for one in found.possible) - len(timed)
    are_heads = len(timed) > 1 and others < len(timed) and timed[0].index < _FEW
    if are_heads and not any(closes_for_good(block) for block in blocks[: timed[-1].index]):
        return {}
    return {one.index: STAMP for one in timed}


def related(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """Dated lines right under "Related stories" or "Comments" are those of other articles, wherever they stand."""
    dated = {one.index for one in found.all}
    verdicts = {}
    under = False
    for index, block in enumerate(blocks):
        if closes_for_good(block):
            under = True
        elif index not in dated:
            under = under and block.kind != "heading" and len(block.text) < _PROSE
        elif under:
            verdicts[index] = "a related story"
    return verdicts
