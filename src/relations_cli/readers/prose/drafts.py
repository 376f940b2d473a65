"""The entries of an article before their years are known: which blocks belong to which date, and which to none."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from relations_cli.dates.reading.leading import Leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.readers.prose.blocks import Block, without_bullet
from relations_cli.readers.prose.candidates import Candidate, possible
from relations_cli.readers.prose.furniture import is_source_line, why_furniture
from relations_cli.readers.prose.openings import Opening, clock_length
from relations_cli.readers.prose.refusals import SENTENCE
from relations_cli.readers.prose.years import only_year

_MANY: Final = 5  # entries that are a chronology in a page of any length
_SHORT: Final = 4  # blocks of a text that may be a chronology of one entry, and no letter with a date
_HEADING: Final = 70  # characters of the longest heading that is not marked as one
_STOPS: Final = '.!?:;,”"…)'


class Draft(msgspec.Struct):
    """A date with the blocks that belong to it."""

    at: Candidate
    """The block that begins with the date."""
    rest: list[Block]
    """What follows it, in order."""
    is_heading: bool = False
    """Whether it only gives its year, or its day, to what stands under it."""
    is_under: bool = False
    """Whether its first block is a line under a heading that has the date."""

    @property
    def blocks(self) -> list[Block]:
        """All its blocks."""
        return self.rest if self.is_under else [self.at.block, *self.rest]

    @property
    def is_year(self) -> bool:
        """Whether its date is a year alone in its block: a heading that has a text of its own."""
        return self.at.is_alone and self.at.opening.date.unit == "year"

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.rest[0].line if self.is_under else self.at.block.line

    @property
    def has_text(self) -> bool:
        """Whether there is more of it than a date."""
        return bool(self.rest) or bool(self.at.opening.text)

    @property
    def last_text(self) -> str:
        """The last of its paragraphs so far."""
        return self.rest[-1].text if self.rest else self.at.opening.text

    @property
    def texts(self) -> list[str]:
        """Its paragraphs, without the date."""
        first = [] if self.is_under or not self.at.opening.text else [self.at.opening.text]
        return [*first, *(without_bullet(block.text) for block in self.rest if not is_source_line(block))]


class Drafts(msgspec.Struct):
    """What was made of an article's blocks."""

    all: list[Draft]
    """Entries, and the headings between them, in order."""
    left_out: dict[int, str]
    """By index of the block: why it is in none."""

    @property
    def entries(self) -> list[Draft]:
        """Those that are no headings."""
        return [draft for draft in self.all if not draft.is_heading]


def drafts_of(blocks: Sequence[Block], found: Sequence[Candidate], end: int) -> Drafts:
    """The drafts of an article.

    Args:
        blocks: the article.
        found: its blocks that begin with a date, in order.
        end: the index of the block with which what is no longer the article begins.
    """
    drafts = _Drafting(blocks, found, end).read()
    _drop_empty(drafts, blocks)
    if not _are_enough(drafts, blocks):
        for one in found:
            one.why_not = one.why_not or "too few dates for a chronology"
        whys = {one.index: one.why_not for one in found}
        return Drafts([], {index: whys.get(index) or "no entry" for index in range(len(blocks))})
    _shorten_last(drafts, blocks)
    return drafts


class _Drafting:
    """One walk over the blocks."""

    def __init__(self, blocks: Sequence[Block], found: Sequence[Candidate], end: int) -> None:
        self.blocks = blocks
        self.end = end
        self.accepted = {one.index: one for one in possible(found)}
        self.refused = {one.index: one.why_not for one in found if one.why_not}
        self.is_changelog = any(one.opening.separator == "release" for one in found)
        self.headings = self._headings()
        self.open: Draft | None = None
        self.day: Candidate | None = None
        self.drafts = Drafts([], {})

    def _headings(self) -> set[int]:
        """The indexes of dates that are headings: what stands right under them begins with a date of its own."""
        if self.is_changelog:
            return set()
        texts = [one.opening.text for one in self.accepted.values() if not one.is_alone and one.block.kind != "heading"]
        has_stops = sum(text[-1] in _STOPS for text in texts) * 2 > len(texts)
        found = set()
        for index, one in self.accepted.items():
            following = self._next(index)
            under = self.accepted.get(following)
            if one.is_alone:
                is_heading = self._is_clock(following, one) or (under is not None and _holds(one, under))
            elif one.block.kind == "heading":
                is_heading = under is not None and len(texts) > 1 and _is_section(one, under)
            else:
                is_heading = under is not None and has_stops and _is_label(one, under)
            if is_heading:
                found.add(index)
        return found

    def _next(self, index: int) -> int:
        """The next block that is no furniture."""
        following = index + 1
        while following < len(self.blocks) and following < index + 4:
            if following in self.accepted or why_furniture(self.blocks[following]) is None:
                break
            following += 1
        return following

    def _is_clock(self, index: int, at: Candidate | None) -> bool:
        if at is None or at.opening.date.unit != "day" or index >= len(self.blocks) or index in self.accepted:
            return False
        text = without_bullet(self.blocks[index].text)
        length = clock_length(text)
        if not text[length:].strip() and index + 1 in self.accepted:  # it stands before its date
            return False
        # Under a date with a text of its own, "9 a.m. came" is a sentence
        return length > 0 and (at.is_alone or text[:length].rstrip()[-1:] in set(":;,|-–—"))

    def read(self) -> Drafts:
        for index, block in enumerate(self.blocks):
            if index >= self.end:
                self._leave(index, "behind the article")
            elif index in self.accepted:
                self._date(self.accepted[index])
            elif self._is_clock(index, self.day):
                assert self.day is not None  # noqa: S101
                self.open = Draft(self.day, [block], is_under=True)
                self.drafts.all.append(self.open)
            elif not without_bullet(block.text).strip():
                self._leave(index, "a bullet alone")
            else:
                self._other(index, block)
        return self.drafts

    def _date(self, one: Candidate) -> None:
        is_heading = one.index in self.headings
        draft = Draft(one, [], is_heading=is_heading)
        self.drafts.all.append(draft)
        self.open = None if is_heading else draft
        self.day = one if one.opening.date.unit == "day" else None
        if is_heading:
            self._leave(one.index, "a heading")

    def _other(self, index: int, block: Block) -> None:
        """A block that begins with no date."""
        if self.is_changelog and self.open is not None and not self._closes(block):
            self.open.rest.append(block)
            return
        if is_source_line(block):
            if self.open is not None and self.open.has_text:
                self.open.rest.append(block)
            else:
                self._leave(index, "a link alone")
            return
        why = why_furniture(block)
        if index in self.refused and self.refused[index] != SENTENCE:
            why = self.refused[index]
        if why == "a link alone" and self.open is not None and not self.open.has_text:
            why = None
        if why is not None:
            self._leave(index, why)
        elif self._names_year(index, block):
            self._leave(index, "a heading")
        elif self.open is None:
            self._leave(index, "under a heading, without a date" if self.drafts.all else "before the first entry")
        elif self.open.has_text and (self._closes(block) or self._is_heading_line(index, block)):
            self._leave(index, "a heading")
            self.open = self.day = None
        else:
            self.open.rest.append(block)

    def _names_year(self, index: int, block: Block) -> bool:
        """Whether a heading names the year of the dates right under it: ``Events of 2003``."""
        under = self.accepted.get(index + 1)
        if under is None or not under.opening.date.lacks_year or not (self.drafts.all or block.level > 1):
            return False
        if block.kind != "heading" and not (self.open and self._is_heading_line(index, block)):
            return False
        year = only_year(block.text)
        if year is None:
            return False
        date = Leading(length=0, first=Spoken(year=str(year)))
        at = Candidate(index, block, Opening(date=date, separator="alone", mark="", text=""))
        self.drafts.all.append(Draft(at, [], is_heading=True))
        self.open = self.day = None
        return True

    def _closes(self, block: Block) -> bool:
        """Whether a heading is not below the one with the date."""
        if block.kind != "heading" or self.open is None:
            return False
        level = self.open.at.block.level
        return not level or block.level <= level

    def _is_heading_line(self, index: int, block: Block) -> bool:
        """Whether a short line without a stop stands right before a date, behind a text that ends with one."""
        if block.kind != "paragraph" or len(block.text) > _HEADING or block.text[-1:] in _STOPS:
            return False
        if self.open is None or block.text[:1].islower() or index + 1 not in self.accepted:
            return False
        return self.open.last_text[-1:] in set(_STOPS)

    def _leave(self, index: int, why: str) -> None:
        self.drafts.left_out[index] = why


def _holds(one: Candidate, under: Candidate) -> bool:
    """Whether one date may be the heading of another: it holds it, or the other lacks the year."""
    upper, lower = one.opening.date, under.opening.date
    if one.block.kind == "heading" and under.block.kind == "heading" and under.block.level <= one.block.level:
        return False
    if lower.lacks_year:
        return upper.unit in {"year", "month", "season", "decade"} and (lower.unit == "day" or not upper.month)
    if upper.lacks_year:
        return False
    finer = {"decade": 0, "year": 1, "season": 2, "month": 3, "day": 4}
    within = (upper.year or 0) <= (lower.year or 0) <= (upper.end_year or 0) + (9 if upper.unit == "decade" else 0)
    return within and (finer[lower.unit] > finer[upper.unit] or (bool(upper.last) and not lower.last))


def _is_label(one: Candidate, under: Candidate) -> bool:
    """Whether a year with a few words and no stop (``2017: A year of tests``) stands over dates that lack theirs."""
    text = one.opening.text
    is_short = 0 < len(text) <= _HEADING and text[-1] not in _STOPS
    return is_short and one.opening.date.unit == "year" and under.opening.date.lacks_year


def _is_section(one: Candidate, under: Candidate) -> bool:
    """Whether a heading that begins with a date names a part of the chronology: its entries stand in its paragraphs."""
    return under.block.kind != "heading" and _holds(one, under)


def _drop_empty(drafts: Drafts, blocks: Sequence[Block]) -> None:
    """A date without a text is no entry, but its year still holds."""
    index_of = {id(block): index for index, block in enumerate(blocks)}
    for draft in drafts.all:
        if not draft.is_heading and not draft.has_text:
            draft.is_heading = True
            drafts.left_out[index_of[id(draft.at.block)]] = "a date without a text"


def _are_enough(drafts: Drafts, blocks: Sequence[Block]) -> bool:
    """Whether there are entries enough for a chronology: one date in a long article is none."""
    entries = drafts.entries
    if not entries or entries[0].at.opening.separator == "release":
        return bool(entries)
    used = sum(len(draft.blocks) for draft in drafts.all)
    if len(entries) == 1:
        return used * 2 >= len(blocks) and len(blocks) <= _SHORT
    return len(entries) >= _MANY or used * 4 * (len(entries) - 1) >= len(blocks)


def _shorten_last(drafts: Drafts, blocks: Sequence[Block]) -> None:
    """The last entry has at most as many paragraphs as the longest before it: what follows closes the article."""
    entries = drafts.entries
    last = entries[-1]
    if len(entries) == 1 or last.at.opening.separator == "release":
        return
    most = max(len(draft.texts) for draft in entries[:-1])
    index_of = {id(block): index for index, block in enumerate(blocks)}
    surplus = len(last.texts) - most
    while surplus > 0:
        block = last.rest.pop()
        surplus -= not is_source_line(block)
        drafts.left_out[index_of[id(block)]] = "behind the last entry"


def undated_before(drafts: Drafts) -> Iterator[Draft]:
    """The entries before the first that names a year or stands under one that does."""
    for draft in drafts.all:
        if not draft.at.opening.date.lacks_year:
            return
        if not draft.is_heading:
            yield draft
