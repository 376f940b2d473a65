"""One walk over an article's blocks: each begins an entry, joins the one before it, or is left out."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.reading.leading import Leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.readers.prose.block import Block, without_bullet
from relations_cli.readers.prose.candidate import Candidate, Candidates
from relations_cli.readers.prose.draft import Draft, Drafts
from relations_cli.readers.prose.furniture import LINK, is_source_line
from relations_cli.readers.prose.layout import LABEL, STOPS, Layout, headings_of, parts_of, titles_of
from relations_cli.readers.prose.opening import NO_DATE
from relations_cli.readers.prose.unread import undated_of
from relations_cli.readers.prose.years import only_year

_LIKE_YEAR: Final = r"(?i)[(\[<][^()\[\]<>]*[)\]>]$|[\d?X_–—-]{2,9}$|(?:illegible|unknown|undated|no (?:year|date))\b"
"""A line of its own that stands for a year that cannot be read."""


def drafts_of(blocks: Sequence[Block], found: Candidates) -> Drafts | None:
    """The drafts of an article, or None where its entries are too few for a chronology."""
    drafts = _Drafting(blocks, found).read()
    drafts.drop_empty()
    if not drafts.are_enough(blocks):
        return None
    drafts.shorten_last(blocks)
    return drafts


class _Drafting:
    """The walk; ``read`` is to be asked once."""

    def __init__(self, blocks: Sequence[Block], found: Candidates) -> None:
        self._found = found
        self._layout = Layout(blocks=blocks, dates={one.index: one for one in found.possible}, why_not=found.why_not)
        self._parts = parts_of(self._layout)
        self._headings = headings_of(self._layout) | {one.index for one in self._parts.values()}
        self._titles = titles_of(self._layout)
        self._above = {above for at, above in self._titles.items() if at not in self._headings}
        self._undated = undated_of(self._layout, found)
        self._drafts = Drafts([], {})
        self._left_out = self._drafts.left_out
        self._open: Draft | None = None
        """The entry that may go on."""
        self._day: Candidate | None = None
        """The date of whose day there may be hours."""
        self._level: int | None = None
        """Of the last heading that names a year; 0 where it is a line."""

    def read(self) -> Drafts:
        """The drafts in the order of the text, and why each other block is in none."""
        for index, block in enumerate(self._layout.blocks):
            one = self._layout.dates.get(index)
            if index >= self._found.end:
                self._left_out[index] = "behind the article"
            elif one is not None:
                self._date(one)
            elif self._day is not None and self._layout.is_hour(index, self._day):
                self._begin(Draft(self._day, [block], is_under=True))
            elif index in self._parts:
                self._begin(Draft(self._parts[index], [block], is_under=True))
            elif index in self._undated:
                unread, opening = self._undated[index]
                self._begin(Draft(Candidate(index, block, opening), [], unread=unread))
            elif index in self._above:
                continue
            elif not without_bullet(block.text).strip():
                self._left_out[index] = "a bullet alone"
            else:
                self._other(index, block)
        return self._drafts

    def _begin(self, draft: Draft) -> None:
        self._drafts.all.append(draft)
        self._open = None if draft.is_heading else draft
        if draft.is_heading and not draft.at.date.lacks_year:
            self._level = draft.at.block.level

    def _date(self, one: Candidate) -> None:
        is_heading = one.index in self._headings
        title = self._titles.get(one.index) if not is_heading else None
        self._begin(Draft(one, [] if title is None else [self._layout.blocks[title]], is_heading=is_heading))
        self._day = one if one.date.unit == "day" else None
        if is_heading:
            self._left_out[one.index] = "a heading"

    def _other(self, index: int, block: Block) -> None:
        """A block that begins with no date."""
        opened = self._open
        is_told = opened is not None and opened.has_text
        is_whole = opened is not None and opened.is_release and not self._closes(block)
        if opened is not None and (is_whole or (is_told and is_source_line(block))):
            opened.rest.append(block)
        elif is_source_line(block):
            self._left_out[index] = LINK
        elif (why := self._layout.why_out(index)) and (why != LINK or opened is None or is_told):
            self._left_out[index] = why
        elif self._names_year(index, block):
            self._left_out[index] = "a heading"
        else:
            self._paragraph(index, block)

    def _paragraph(self, index: int, block: Block) -> None:
        """A block that belongs to the entry before it, if there is one that goes on."""
        if self._is_like_year(block):
            self._drafts.all.append(Draft(Candidate(index, block, NO_DATE), [], is_heading=True))
        if self._open is None:
            whys = ("before the first entry", "under a heading, without a date")
            self._left_out[index] = whys[bool(self._drafts.all)]
        elif self._open.has_text and (self._closes(block) or self._is_heading_line(index, block)):
            self._left_out[index] = "a heading"
            self._open = self._day = None
        else:
            self._open.rest.append(block)

    def _names_year(self, index: int, block: Block) -> bool:
        """Whether a heading names the year of the dates right under it (``Events of 2003``): then it is a draft."""
        under = self._layout.dates.get(index + 1)
        if under is None or not under.date.lacks_year or not (self._drafts.all or block.level > 1):
            return False
        if block.kind != "heading" and not (self._open and self._is_heading_line(index, block)):
            return False
        year = only_year(block.text)
        if year is None:
            return False
        opening = replace(NO_DATE, date=Leading(length=0, first=Spoken(year=str(year))))
        self._begin(Draft(Candidate(index, block, opening), [], is_heading=True))
        self._day = None
        return True

    def _is_like_year(self, block: Block) -> bool:
        """Whether a heading that names no date stands where others name a year, as ``(illegible)`` does."""
        if self._level is None:
            return False
        if self._level:
            return 0 < block.level <= self._level
        return block.kind == "paragraph" and len(block.text) <= LABEL and re.match(_LIKE_YEAR, block.text) is not None

    def _closes(self, block: Block) -> bool:
        """Whether a heading is not below the one with the date."""
        if block.kind != "heading" or self._open is None:
            return False
        level = self._open.at.block.level
        return not level or block.level <= level

    def _is_heading_line(self, index: int, block: Block) -> bool:
        """Whether a short line without a stop stands right before a date, behind a text that ends with one."""
        if block.kind != "paragraph" or len(block.text) > LABEL or block.text[-1:] in STOPS:
            return False
        if self._open is None or block.text[:1].islower() or index + 1 not in self._layout.dates:
            return False
        return self._open.last_text[-1:] in set(STOPS)
