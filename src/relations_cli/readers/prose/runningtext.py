"""Running text: paragraphs whose first words happen to be a date and are no entries, and chronologies so told."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from relations_cli.readers.prose.block import Block, lists_of
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts

_FEW: Final = 3
_MANY: Final = 5
_DENSE: Final = 0.6  # of the blocks from the first date to the last, those that begin with one
_HALF: Final = 0.5
_RANGES: Final = frozenset(("to", "and", "or", "until", "through", "after", "before", "following", "of"))
SENTENCE: Final = "a sentence that begins with a date"
"""Why a paragraph of prose is no entry; it may still belong to one."""

_GOING_ON: Final = (
    "was were is are has had have saw marked marks brought and or to by in at as will would became also"
    " when of for with may might could should did does do that which who on from through until but after"
    " before turned proved seemed"
)
_VERBS: Final = frozenset(_GOING_ON.split())
"""Words that go on with the sentence that a date begins."""


def sentences(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """Paragraphs whose first words happen to be a date: a comma, a point or a space parts only among its kind."""
    left = found.possible
    listed = _beside_items(left, blocks)
    weak = [one for one in left if not one.is_strong and one.index not in listed]
    told = {one.index for one in weak if _first_word(one) in _VERBS}
    company = _Company(left, told, is_only=len(blocks) == 1)
    taken = listed | {one.index for place, one in enumerate(company.ordered) if company.takes(place)}
    return {one.index: SENTENCE for one in left if one.index not in taken}


def _beside_items(left: Sequence[Candidate], blocks: Sequence[Block]) -> set[int]:
    """The items that begin with a date, beside one of their list whose date is parted from its text by a sign."""
    strong = {one.index for one in left if one.is_strong}
    weak = {one.index for one in left if not one.is_strong and not _is_count(one)}
    pairs = {pair for items in lists_of(blocks) for a, b in pairwise(items) for pair in ((a, b), (b, a))}
    return {one for one, other in pairs if one in weak and other in strong}


def goes_on(one: Candidate) -> bool:
    """Whether what stands behind a date goes on with it, as in ``2014 to the flood``: it is not understood."""
    return not one.is_strong and _first_word(one) in _RANGES


def _is_count(one: Candidate) -> bool:
    """Whether the year may be a number of something (``2000 men``), or the first of a range that is not understood."""
    text, word = one.opening.text, _first_word(one)
    return goes_on(one) or (text[:1].islower() and one.date.unit == "year" and word not in _VERBS)


def _first_word(one: Candidate) -> str:
    return re.split(r"[\s,.;:]", one.opening.text, maxsplit=1)[0]


class _Company:
    """The dates among which one is an entry or a slip."""

    def __init__(self, left: Sequence[Candidate], told: set[int], *, is_only: bool) -> None:
        self.ordered = [one for one in left if one.index not in told]
        """In the order of the text, without those that a sentence goes on from."""
        self._weak = Counter(_kind(one) for one in self.ordered if not one.is_strong)
        """By the separator: how many, where it is one that a sentence has."""
        self._lower = Counter(_kind(one) for one in self.ordered if one.opening.text[:1].islower())
        """Those of them whose text begins with a small letter."""
        self._count = len(left)
        self._between = left[-1].index - left[0].index + 1 if left else 0
        """Blocks from the first of these to the last, both counted."""
        self._is_only = is_only
        """Whether the article is one block."""

    def takes(self, place: int) -> bool:
        """Whether the date in a place is an entry."""
        one = self.ordered[place]
        if one.is_strong:
            return True
        if one.opening.separator == "on":
            return self._is_told(place)
        if self._is_full(one):
            return True
        is_alike = self._is_style(_kind(one)) and not self._is_odd(place)
        return is_alike or self._is_slip(place) or (self._is_only and one.date.unit == "day")

    def _is_told(self, place: int) -> bool:
        """Whether it is an entry behind ``On``: an item, a day among many or among entries, or set where it belongs."""
        one, has_signs = self.ordered[place], len(self.ordered) > self._weak.total()
        if one.block.kind != "paragraph":
            return self._count >= _FEW and self._is_dense(_HALF)
        if one.date.unit != "day":
            return has_signs and self._is_slip(place)
        return self._count >= (_FEW if has_signs else _MANY) and self._is_dense(_DENSE)

    def _is_full(self, one: Candidate) -> bool:
        """Whether it is a day, or a month before a capital, with its year, close among entries that surely are some."""
        date, has_strong = one.date, len(self.ordered) > self._weak.total()
        is_exact = date.unit == "day" or (
            date.unit == "month" and date.last is None and not one.opening.text[0].islower()
        )
        return is_exact and not date.lacks_year and has_strong and self._is_dense(_DENSE)

    def _is_dense(self, share: float) -> bool:
        """Whether such a share of the blocks begins with a date."""
        return self._count >= share * self._between

    def _is_style(self, separator: str) -> bool:
        """Whether entries are set so: many, or a pair that is all there is."""
        many = self._weak[separator]
        strong = len(self.ordered) - self._weak.total()
        if many >= _FEW and many * 4 >= self._between and many * 3 >= strong:
            return True
        return many > 1 and strong == 0 and many * 2 >= self._between

    def _is_odd(self, place: int) -> bool:
        """Whether a small letter stands behind it and behind few others: "2000 men" among entries with a capital.

        The entry before or behind does not have the very same date.
        """
        one = self.ordered[place]
        is_rare = self._lower[_kind(one)] * 4 < self._weak[_kind(one)]
        near = self.ordered[max(0, place - 1) : place + 2]
        return one.opening.text[:1].islower() and is_rare and sum(other.day == one.day for other in near) == 1

    def _is_slip(self, place: int) -> bool:
        """Whether it is set unlike the others and stands where it belongs.

        That is a day, or any date where nearly all blocks have one, with a capital behind it.
        """
        one, is_dense = self.ordered[place], self._is_dense(_DENSE)
        date, is_day = one.date, one.date.unit == "day"
        is_whole = is_dense and is_day and not date.lacks_year
        if len(self.ordered) <= (1 if is_whole else _FEW) or not (is_day or is_dense):
            return False
        if one.opening.text[:1].islower() or date.joint == ">":
            return False
        before, behind = self.ordered[max(0, place - 1)], self.ordered[min(place + 1, len(self.ordered) - 1)]
        return _is_between(before.key, one.key, behind.key) if one.key[0] else is_day


def _kind(one: Candidate) -> str:
    """Its separator; a point may be that of a month that is cut short (``3 May. The``), and counts as a space."""
    return "space" if one.opening.separator == "point" else one.opening.separator


def _is_between(before: tuple[int, int], key: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether a year and month stand in order, up or down; months count where all three are said."""
    if not (key[1] and before[1] and behind[1]):
        before, key, behind = (before[0], 0), (key[0], 0), (behind[0], 0)
    rising = (not before[0] or before <= key) and (not behind[0] or key <= behind)
    falling = (not before[0] or before >= key) and (not behind[0] or key >= behind)
    return rising or falling
