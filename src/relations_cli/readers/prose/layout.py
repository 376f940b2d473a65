"""How the dates of an article stand: which are headings of others, and where an hour stands under its day."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from relations_cli.readers.prose.block import Block, without_bullet
from relations_cli.readers.prose.candidate import Candidate, Verdicts
from relations_cli.readers.prose.furniture import why_furniture
from relations_cli.readers.prose.hours import hour_length, is_time
from relations_cli.readers.prose.runningtext import SENTENCE

LABEL: Final = 70
"""Characters of the longest heading that is not marked as one."""
STOPS: Final = '.!?:;,”"…)'
"""With what a text ends; a heading ends with none of them."""

_FARTHEST: Final = 4  # blocks of furniture between a heading and what stands under it
_FINER: Final = {"decade": 0, "year": 1, "season": 2, "month": 3, "day": 4}
_DECADE: Final = 9


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of an article, and the dates among them."""

    blocks: Sequence[Block]
    dates: Mapping[int, Candidate]
    """By index of the block: those that may be entries or headings."""
    why_not: Verdicts
    """On those that are no entries."""

    def why_out(self, index: int) -> str | None:
        """Why a block is in no entry, whatever stands before it; None where it may be in one."""
        refused = self.why_not.get(index, SENTENCE)
        return why_furniture(self.blocks[index]) if refused == SENTENCE else refused

    def is_hour(self, index: int, day: Candidate) -> bool:
        """Whether a block begins with an hour and no date: an entry of the day, where that is one."""
        if day.date.unit != "day" or index >= len(self.blocks) or index in self.dates:
            return False
        text = without_bullet(self.blocks[index].text)
        length = hour_length(text)
        if is_time(text) or not text[length:].strip():  # what it is the time of stands behind it
            return day.is_alone and index + 1 < len(self.blocks) and index + 1 not in self.dates
        # Under a date with a text of its own, "9 a.m. came" is a sentence
        return length > 0 and (day.is_alone or text[:length].rstrip()[-1:] in set(":;,|-–—"))

    def below(self, index: int) -> int:
        """The index of the next block that is no furniture."""
        following = index + 1
        while following < len(self.blocks) and following < index + _FARTHEST:
            if following in self.dates or why_furniture(self.blocks[following]) is None:
                break
            following += 1
        return following


def parts_of(layout: Layout) -> dict[int, Candidate]:
    """By their index the items, or the headings, that stand right under a date alone, two or more: each is an entry."""
    found: dict[int, Candidate] = {}
    for one in layout.dates.values():
        parts = _parts(one, layout) if one.is_alone else []
        if len(parts) > 1:
            found.update(dict.fromkeys(parts, one))
    return found


def _parts(one: Candidate, layout: Layout) -> list[int]:
    found: list[int] = []
    widest, is_list = 0, False
    for index in range(one.index + 1, len(layout.blocks)):
        block = layout.blocks[index]
        if index in layout.dates or (block.kind == "heading" and block.level <= one.block.level):
            break
        if layout.why_out(index) is not None:
            continue
        depth = block.starts or block.level * bool(one.block.level)
        if not found:
            widest, is_list = depth, bool(block.starts)
        if not widest:
            break
        if 0 < depth <= widest and is_list == bool(block.starts):
            found.append(index)
    return found


def titles_of(layout: Layout) -> dict[int, int]:
    """By the index of each date that stands alone, that of its title above it, where most of them have one."""
    alone = [one.index for one in layout.dates.values() if one.is_alone]
    found = {at: at - 1 for at in alone if _is_above(at - 1, layout)}
    return found if len(found) > 1 and len(found) * 3 >= len(alone) * 2 else {}


def _is_above(index: int, layout: Layout) -> bool:
    """Whether a block is the title of the date that stands alone under it: a heading, or a short line of its own."""
    if index < 0 or index in layout.dates or index + 2 >= len(layout.blocks) or index + 2 in layout.dates:
        return False
    block, date = layout.blocks[index : index + 2]
    if layout.blocks[index + 2].kind == "heading":
        return False
    if block.kind == "heading":
        return date.kind != "heading" or date.level > block.level
    if index == 0 or block.kind != "paragraph" or len(block.text) > LABEL or block.text[-1] in STOPS:
        return False
    return date.line - block.line < block.line - layout.blocks[index - 1].line and not block.starts


def headings_of(layout: Layout) -> set[int]:
    """The indexes of dates that are headings: what stands right under them begins with a date of its own."""
    dates = layout.dates.values()
    texts = [one.opening.text for one in dates if not one.is_alone and one.block.kind != "heading"]
    has_stops = sum(text[-1] in STOPS for text in texts) * 2 > len(texts)
    return {one.index for one in dates if _is_heading(one, layout, has_stops=has_stops, has_parts=len(texts) > 1)}


def _is_heading(one: Candidate, layout: Layout, *, has_stops: bool, has_parts: bool) -> bool:
    """Whether a date is a heading, in an article whose texts end with stops, and which may have several parts."""
    following = layout.below(one.index)
    under = layout.dates.get(following)
    if one.is_alone:
        return layout.is_hour(following, one) or (under is not None and _holds(one, under))
    if under is None:
        return False
    if one.block.kind == "heading":  # the entries of a part of the chronology stand in its paragraphs
        return has_parts and under.block.kind != "heading" and _holds(one, under)
    return has_stops and _is_label(one, under)


def _holds(one: Candidate, under: Candidate) -> bool:
    """Whether one date may be the heading of another: it holds it, or the other lacks the year."""
    upper, lower = one.date, under.date
    if one.block.kind == "heading" and under.block.kind == "heading" and under.block.level <= one.block.level:
        return False
    if lower.lacks_year:
        return upper.unit != "day" and (lower.unit == "day" or not upper.month)
    if upper.lacks_year:
        return False
    last = (upper.end_year or 0) + (_DECADE if upper.unit == "decade" else 0)
    is_within = (upper.year or 0) <= (lower.year or 0) <= last
    return is_within and (_FINER[lower.unit] > _FINER[upper.unit] or (bool(upper.last) and not lower.last))


def _is_label(one: Candidate, under: Candidate) -> bool:
    """Whether a year with a few words and no stop (``2017: A year of tests``) stands over dates that lack theirs."""
    text = one.opening.text
    is_short = 0 < len(text) <= LABEL and text[-1] not in STOPS
    return is_short and one.date.unit == "year" and under.date.lacks_year
