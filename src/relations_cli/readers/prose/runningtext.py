"""Running text: paragraphs whose first words happen to be a date, and are no entries."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

import msgspec

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts
from relations_cli.readers.prose.unread import beside

_FEW: Final = 3
_DENSE: Final = 0.6  # of the blocks from the first date to the last, those that begin with one
_HALF: Final = 0.5
_RANGES: Final = frozenset(("to", "and", "or", "until", "through", "after", "before", "following", "of"))
SENTENCE: Final = "a sentence that begins with a date"
"""Why a paragraph of prose is no entry; it may still belong to one."""

_VERBS: Final = (
    "was were is are has had have saw marked marks brought and or to by in at as will would became also"
    " when of for with may might could should did does do that which who on from through until but after"
    " before turned proved seemed"
)


@cache
def _verbs() -> frozenset[str]:
    """Words that go on with the sentence that a date begins."""
    return frozenset(_VERBS.split())


def sentences(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """Paragraphs whose first words happen to be a date: a comma, a point or a space parts only among its kind."""
    left = found.possible
    listed = _beside_items(left, blocks)
    weak = [one for one in left if not one.is_strong and one.index not in listed]
    strong = {one.index for one in left if one.is_strong}
    told = {one.index for one in weak if _first_word(one) in _verbs() or _is_within(one, strong, blocks)}
    company = _company(left, [one for one in left if one.index not in told], is_only=len(blocks) == 1)
    odd = {
        one.index for place, one in enumerate(company.ordered) if one.index not in listed and not company.takes(place)
    }
    return dict.fromkeys((*told, *odd), SENTENCE)


def _beside_items(left: Sequence[Candidate], blocks: Sequence[Block]) -> set[int]:
    """The items that begin with a date, beside one of their list whose date is parted from its text by a sign."""
    strong = {one.index for one in left if one.is_strong}
    found: set[int] = set()
    for one in left:
        if one.is_strong or not one.block.starts:
            continue
        if any(beside(one.index, step, blocks) in strong for step in (-1, 1)) and not _is_count(one):
            found.add(one.index)
    return found


def _is_within(one: Candidate, strong: AbstractSet[int], blocks: Sequence[Block]) -> bool:
    """Whether it is a further paragraph of an item that begins with a date which a sign parts from its text."""
    if one.block.kind != "item" or one.block.starts:
        return False
    first = next((at for at in range(one.index, -1, -1) if blocks[at].starts or blocks[at].kind != "item"), 0)
    return bool(blocks[first].starts) and first in strong


def goes_on(one: Candidate) -> bool:
    """Whether what stands behind a date goes on with it, as in ``2014 to the flood``: it is not understood."""
    return not one.is_strong and _first_word(one) in _RANGES


def _is_count(one: Candidate) -> bool:
    """Whether the year may be a number of something (``2000 men``), or the first of a range that is not understood."""
    text, word = one.opening.text, _first_word(one)
    return goes_on(one) or (text[:1].islower() and one.opening.date.unit == "year" and word not in _verbs())


def _first_word(one: Candidate) -> str:
    return re.split(r"[\s,.;:]", one.opening.text, maxsplit=1)[0]


class _Company(msgspec.Struct, frozen=True, kw_only=True):
    """The dates among which one is an entry or a slip."""

    ordered: Sequence[Candidate]
    """In the order of the text, without those that a sentence goes on from."""
    kinds: Mapping[str, int]
    """By the separator: how many, where it is one that a sentence has."""
    lower: Mapping[str, int]
    """Those of them whose text begins with a small letter."""
    count: int
    """How many there are with those that a sentence goes on from."""
    between: int
    """Blocks from the first of these to the last, both counted."""
    is_only: bool
    """Whether the article is one block."""

    @property
    def density(self) -> float:
        """The share of the blocks that begin with a date."""
        return self.count / self.between if self.between else 0.0

    def takes(self, place: int) -> bool:
        """Whether the date in a place is an entry."""
        one = self.ordered[place]
        if one.is_strong:
            return True
        if one.opening.separator == "on":
            return self.count >= _FEW and self.density >= _HALF
        is_alike = self._is_style(_kind(one)) and not self._is_odd(place)
        return is_alike or self._is_slip(place) or (self.is_only and one.opening.date.unit == "day")

    def _is_style(self, separator: str) -> bool:
        """Whether entries are set so: many, or a pair that is all there is."""
        many = self.kinds[separator]
        strong = len(self.ordered) - sum(self.kinds.values())
        if many >= _FEW and many * 4 >= self.between and many * 3 >= strong:
            return True
        return many > 1 and strong == 0 and many * 2 >= self.between

    def _is_odd(self, place: int) -> bool:
        """Whether a small letter stands behind it and behind few others: "2000 men" among entries with a capital."""
        one = self.ordered[place]
        separator = _kind(one)
        is_rare = one.opening.text[:1].islower() and self.lower[separator] * 4 < self.kinds[separator]
        return is_rare and not _repeats(one, self.ordered, place)

    def _is_slip(self, place: int) -> bool:
        """Whether it is set unlike the others and stands where it belongs."""
        is_dense, date = self.density >= _DENSE, self.ordered[place].opening.date
        is_whole = is_dense and date.unit == "day" and not date.lacks_year
        are_many = len(self.ordered) > (1 if is_whole else _FEW)
        return are_many and _fits(self.ordered[place], self.ordered, place, is_dense=is_dense)


def _kind(one: Candidate) -> str:
    """Its separator; a point may be that of a month that is cut short (``3 May. The``), and counts as a space."""
    return "space" if one.opening.separator == "point" else one.opening.separator


def _company(left: Sequence[Candidate], ordered: Sequence[Candidate], *, is_only: bool) -> _Company:
    return _Company(
        ordered=ordered,
        kinds=Counter(_kind(one) for one in ordered if not one.is_strong),
        lower=Counter(_kind(one) for one in ordered if one.opening.text[:1].islower()),
        count=len(left),
        between=left[-1].index - left[0].index + 1 if left else 0,
        is_only=is_only,
    )


def _repeats(one: Candidate, ordered: Sequence[Candidate], place: int) -> bool:
    """Whether the entry before or behind has the very same date."""
    return any(other.day == one.day for other in ordered[max(0, place - 1) : place + 2] if other is not one)


def _fits(one: Candidate, ordered: Sequence[Candidate], place: int, *, is_dense: bool) -> bool:
    """Whether a day (any date, where nearly all blocks have one) with a capital behind it stands where it belongs."""
    date = one.opening.date
    if (date.unit != "day" and not is_dense) or one.opening.text[:1].islower() or date.joint == ">":
        return False
    if not one.key[0]:
        return date.unit == "day"
    before = ordered[place - 1].key if place else (0, 0)
    behind = ordered[place + 1].key if place + 1 < len(ordered) else (0, 0)
    return _is_between(before, one.key, behind)


def _is_between(before: tuple[int, int], key: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether a year and month stand in order, up or down; months count where all three are said."""
    if not (key[1] and before[1] and behind[1]):
        before, key, behind = (before[0], 0), (key[0], 0), (behind[0], 0)
    rising = (not before[0] or before <= key) and (not behind[0] or key <= behind)
    falling = (not before[0] or before >= key) and (not behind[0] or key >= behind)
    return rising or falling
