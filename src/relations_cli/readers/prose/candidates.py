"""The blocks of an article that begin with a date, which of them are no entries, and where the article ends."""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.tongues.hearing import common
from relations_cli.readers.prose.block import Block, counted
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts
from relations_cli.readers.prose.furniture import closes_article, closes_for_good
from relations_cli.readers.prose.monthless import with_days
from relations_cli.readers.prose.opening import narrated, opening_of
from relations_cli.readers.prose.publication import why_no_entry
from relations_cli.readers.prose.refusals import labels, lists, publication, related, stamps, title
from relations_cli.readers.prose.releases import day_of, release
from relations_cli.readers.prose.runningtext import sentences

_FEW: Final = 3
_MONTHS: Final = 12

_Refusing = Callable[[Candidates, Sequence[Block]], Verdicts]
_BEFORE_THE_END: Final[Sequence[_Refusing]] = (stamps, lists, labels, related)
_IN_THE_ARTICLE: Final[Sequence[_Refusing]] = (title, publication, sentences)


def candidates_of(blocks: Sequence[Block]) -> Candidates:
    """The blocks that begin with a date; those that are no entries have a verdict that says why."""
    releases, opened = _settled(_releases(blocks)), _settled(tuple(_opened(blocks)))
    if len(releases) > sum(one.is_strong for one in opened):
        return Candidates(all=releases, why_not={}, end=len(blocks))
    whys = ((one.index, why_no_entry(one.block, one.opening)) for one in opened)
    why_not = {index: why for index, why in whys if why is not None}
    found = with_days(Candidates(all=opened, why_not=why_not, end=len(blocks)), blocks)
    for refusing in _BEFORE_THE_END:
        found = found.refused(refusing(found, blocks))
    end = _end(found.possible, blocks)
    behind = {one.index: "behind the article" for one in found.all if one.index >= end}
    found = replace(found, end=end).refused(behind)
    for refusing in _IN_THE_ARTICLE:
        found = found.refused(refusing(found, blocks))
    return found


def _opened(blocks: Sequence[Block]) -> Iterator[Candidate]:
    numbered = counted([block.text for block in blocks])
    for index, block in enumerate(blocks):
        one = opening_of(block.text, is_item=block.kind == "item", is_counted=index in numbered)
        if one := one or (narrated(block.text) if block.kind == "paragraph" else None):
            yield Candidate(index, block, one)


def _releases(blocks: Sequence[Block]) -> list[Candidate]:
    """The headings of a changelog, none where it is none."""
    pairs = enumerate(pairwise((*blocks, None)))
    opened = ((at, block, release(block.text) or day_of(block, under)) for at, (block, under) in pairs if block)
    found = [Candidate(index, block, one) for index, block, one in opened if one is not None]
    has_heading = any(one.block.kind == "heading" for one in found)
    return found if has_heading or len(found) > 1 else []


def _settled(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What others of the article show of a date: the order of 4/5/2003, the language of a month of two meanings."""
    dates = [one.date for one in found]
    figures = [date.figures for date in dates if date.figures]
    day_first = any(first > _MONTHS for first, _ in figures)
    if day_first != any(second > _MONTHS for _, second in figures):
        dates = [date.ordered(day_first=day_first) for date in dates]
    if any(date.readings for date in dates):
        tongues = common(date.tongues for date in dates)
        dates = [date.in_tongue(tongues) for date in dates]
    both = zip(found, dates, strict=True)
    return tuple(replace(one, opening=replace(one.opening, date=date)) for one, date in both)


def _end(left: Sequence[Candidate], blocks: Sequence[Block]) -> int:
    """The index of the block with which comments, related stories or sources begin."""
    indexes = [one.index for one in left]
    for index, block in enumerate(blocks):
        at = bisect(indexes, index)
        if at and closes_article(block) and _is_end(left, at, for_good=closes_for_good(block)):
            return index
    return len(blocks)


def _is_end(left: Sequence[Candidate], at: int, *, for_good: bool) -> bool:
    """Whether the article ends with a line that has so many dates before it: what is behind is less, or set unlike."""
    behind = left[at:]
    if not behind or not for_good or at < len(behind):
        return not behind
    styles = {one.style for one in left[:at]}
    alike = sum(one.style in styles for one in behind)
    return alike < _FEW or alike * 5 < at
