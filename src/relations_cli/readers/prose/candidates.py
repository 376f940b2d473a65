"""The blocks of an article that begin with a date, which of them are no entries, and where the article ends."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.bullets import counted
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts
from relations_cli.readers.prose.furniture import closes_article, closes_for_good
from relations_cli.readers.prose.imprint import publication, title
from relations_cli.readers.prose.monthless import with_days
from relations_cli.readers.prose.narrated import with_narrated
from relations_cli.readers.prose.openings import opening_of
from relations_cli.readers.prose.publication import why_no_entry
from relations_cli.readers.prose.refusals import labels, lists, related, stamps
from relations_cli.readers.prose.releases import day_of, release
from relations_cli.readers.prose.runningtext import sentences
from relations_cli.readers.prose.tongues import in_one_tongue
from relations_cli.readers.prose.unread import is_more

_FEW: Final = 3
_MONTHS: Final = 12

_Refusing = Callable[[Candidates, Sequence[Block]], Verdicts]
_BEFORE_THE_END: Final[Sequence[_Refusing]] = (stamps, lists, labels, related)
_IN_THE_ARTICLE: Final[Sequence[_Refusing]] = (title, publication, sentences)


def candidates_of(blocks: Sequence[Block]) -> Candidates:
    """The blocks that begin with a date; those that are no entries have a verdict that says why."""
    releases, opened = tuple(_with_order(_releases(blocks))), tuple(_opened(blocks))
    if len(releases) > sum(one.is_strong for one in opened):
        return Candidates(all=releases, why_not={}, end=len(blocks))
    whys = ((one.index, why_no_entry(one.block, one.opening)) for one in opened)
    why_not = {index: why for index, why in whys if why is not None}
    found = Candidates(all=tuple(in_one_tongue([*_with_order(opened)])), why_not=why_not, end=len(blocks))
    found = with_days(with_narrated(found, blocks), blocks)
    found = _judged(found, blocks, _BEFORE_THE_END)
    end = _end(found.possible, blocks)
    behind = {one.index: "behind the article" for one in found.all if one.index >= end}
    return _judged(replace(found, end=end).refused(behind), blocks, _IN_THE_ARTICLE)


def _judged(found: Candidates, blocks: Sequence[Block], judges: Iterable[_Refusing]) -> Candidates:
    """The candidates with the verdicts of each judge, who sees what those before refused."""
    for refusing in judges:
        found = found.refused(refusing(found, blocks))
    return found


def _opened(blocks: Sequence[Block]) -> Iterator[Candidate]:
    numbered = counted([block.text for block in blocks])
    for index, block in enumerate(blocks):
        opened = opening_of(block.text, is_item=block.kind == "item", is_counted=index in numbered)
        if opened is not None and not is_more(block, opened.text):
            yield Candidate(index, block, opened)


def _releases(blocks: Sequence[Block]) -> list[Candidate]:
    """The headings of a changelog, none where it is none."""
    pairs = enumerate(pairwise((*blocks, None)))
    opened = ((at, block, release(block.text) or day_of(block, under)) for at, (block, under) in pairs if block)
    found = [Candidate(index, block, one) for index, block, one in opened if one is not None]
    has_heading = any(one.block.kind == "heading" for one in found)
    return found if has_heading or len(found) > 1 else []


def _with_order(found: Sequence[Candidate]) -> Iterable[Candidate]:
    """Dates like 4/5/2003 in the order that others of the article, like 23/5/2003, show."""
    figures = [one.opening.date.figures for one in found if one.opening.date.figures]
    day_first = any(first > _MONTHS for first, _ in figures)
    month_first = any(second > _MONTHS for _, second in figures)
    if day_first == month_first:
        return found
    return (
        replace(one, opening=replace(one.opening, date=one.opening.date.ordered(day_first=day_first))) for one in found
    )


def _end(left: Sequence[Candidate], blocks: Sequence[Block]) -> int:
    """The index of the block with which comments, related stories or sources begin."""
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
