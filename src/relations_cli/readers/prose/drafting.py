"""One walk over an article's blocks: each begins an entry, joins the one before it, or is left out."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.reading.leading import Leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.bullets import without_bullet
from relations_cli.readers.prose.candidate import Candidate, Candidates
from relations_cli.readers.prose.clues import only_year
from relations_cli.readers.prose.draft import Draft, Drafts
from relations_cli.readers.prose.furniture import is_source_line, why_furniture
from relations_cli.readers.prose.layout import LABEL, STOPS, Layout, headings_of, parts_of, titles_of
from relations_cli.readers.prose.opening import Opening
from relations_cli.readers.prose.runningtext import SENTENCE, goes_on
from relations_cli.readers.prose.unread import is_printed, is_set_alike, unread_of

_NO_DATE: Final = Opening(date=Leading(length=0, first=Spoken()), separator="alone", mark="", text="")


@cache
def _like_year() -> re.Pattern[str]:
    """A line of its own that stands for a year that cannot be read."""
    return re.compile(
        r"[(\[<][^()\[\]<>]*[)\]>]$|[\d?X_–—-]{2,9}$|(?:illegible|unknown|undated|no (?:year|date))\b", re.IGNORECASE
    )


class Drafting:
    """The walk; ``read`` is to be asked once."""

    def __init__(self, blocks: Sequence[Block], found: Candidates) -> None:
        self._found = found
        self._open: Draft | None = None
        """The entry that may go on."""
        self._layout = Layout(blocks=blocks, dates={one.index: one for one in found.possible})
        self._is_changelog = any(one.opening.separator == "release" for one in found.all)
        self._headings = set() if self._is_changelog else headings_of(self._layout)
        self._titles = {} if self._is_changelog else titles_of(self._layout)
        self._going_on = {one.index for one in found.all if goes_on(one)}
        self._parts = {} if self._is_changelog else parts_of(self._layout, self._is_out)
        heads = {one.index for one in self._parts.values()}
        self._headings |= heads
        self._above = {above for at, above in self._titles.items() if at not in self._headings}
        self._day: Candidate | None = None
        """The date of whose day there may be hours."""
        self._level: int | None = None
        """Of the last heading that names a year; 0 where it is a line."""
        self._drafts = Drafts([], {})

    def read(self) -> Drafts:
        """The drafts in the order of the text, and why each other block is in none."""
        for index, block in enumerate(self._layout.blocks):
            one = self._layout.dates.get(index)
            if index >= self._found.end:
                self._leave(index, "behind the article")
            elif one is not None:
                self._date(one)
            elif self._day is not None and self._layout.is_hour(index, self._day):
                self._begin(Draft(self._day, [block], is_under=True))
            elif (unread := self._unread(index, block)) is not None:
                self._begin(unread)
            elif index in self._parts:
                self._begin(Draft(self._parts[index], [block], is_under=True))
            elif index in self._above:
                continue
            elif not without_bullet(block.text).strip():
                self._leave(index, "a bullet alone")
            else:
                self._other(index, block)
        return self._drafts

    def _begin(self, draft: Draft) -> None:
        self._drafts.all.append(draft)
        self._open = None if draft.is_heading else draft
        if draft.is_heading and not draft.at.opening.date.lacks_year:
            self._level = draft.at.block.level

    def _date(self, one: Candidate) -> None:
        is_heading = one.index in self._headings
        title = self._titles.get(one.index) if not is_heading else None
        self._begin(Draft(one, [] if title is None else [self._layout.blocks[title]], is_heading=is_heading))
        self._day = one if one.opening.date.unit == "day" else None
        if is_heading:
            self._leave(one.index, "a heading")

    def _other(self, index: int, block: Block) -> None:
        """A block that begins with no date."""
        if self._is_changelog and self._open is not None and not self._closes(block):
            self._open.rest.append(block)
            return
        if is_source_line(block):
            if self._open is not None and self._open.has_text:
                self._open.rest.append(block)
            else:
                self._leave(index, "a link alone")
            return
        why = self._why_left_out(index, block)
        if why is not None:
            self._leave(index, why)
        elif self._names_year(index, block):
            self._leave(index, "a heading")
        else:
            self._paragraph(index, block)

    def _why_left_out(self, index: int, block: Block) -> str | None:
        """Why a block is in no entry, whatever stands before it; None where it may be in one."""
        refused = self._found.why_not.get(index, SENTENCE)
        why = why_furniture(block) if refused == SENTENCE else refused
        if why == "a link alone" and self._open is not None and not self._open.has_text:
            return None
        return why

    def _unread(self, index: int, block: Block) -> Draft | None:
        """The entry of a block that begins like a date, beside one that begins with a date; None where it is none."""
        unread = unread_of(block) if block.kind != "heading" else None
        if unread is not None and index in self._parts and not is_printed(unread.label):
            return None
        verdict = self._found.why_not.get(index)
        if unread is None or not is_set_alike(index, unread, self._layout.blocks, self._layout.dates):
            return None
        if verdict is not None and not (verdict == SENTENCE and (block.starts or index in self._going_on)):
            return None
        opening = replace(_NO_DATE, separator=unread.separator, text=unread.text)
        return Draft(Candidate(index, block, opening), [], unread=unread.label)

    def _is_out(self, index: int) -> bool:
        return self._why_left_out(index, self._layout.blocks[index]) is not None

    def _paragraph(self, index: int, block: Block) -> None:
        """A block that belongs to the entry before it, if there is one that goes on."""
        if self._is_like_year(block):
            self._drafts.all.append(Draft(Candidate(index, block, _NO_DATE), [], is_heading=True, is_break=True))
        if self._open is None:
            whys = ("before the first entry", "under a heading, without a date")
            self._leave(index, whys[bool(self._drafts.all)])
        elif self._open.has_text and (self._closes(block) or self._is_heading_line(index, block)):
            self._leave(index, "a heading")
            self._open = self._day = None
        else:
            self._open.rest.append(block)

    def _names_year(self, index: int, block: Block) -> bool:
        """Whether a heading names the year of the dates right under it (``Events of 2003``): then it is a draft."""
        under = self._layout.dates.get(index + 1)
        if under is None or not under.opening.date.lacks_year or not (self._drafts.all or block.level > 1):
            return False
        if block.kind != "heading" and not (self._open and self._is_heading_line(index, block)):
            return False
        year = only_year(block.text)
        if year is None:
            return False
        date = Leading(length=0, first=Spoken(year=str(year)))
        at = Candidate(index, block, Opening(date=date, separator="alone", mark="", text=""))
        self._begin(Draft(at, [], is_heading=True))
        self._day = None
        return True

    def _is_like_year(self, block: Block) -> bool:
        """Whether a heading that names no date stands where others name a year, as ``(illegible)`` does."""
        if self._level is None:
            return False
        if self._level:
            return 0 < block.level <= self._level
        return block.kind == "paragraph" and len(block.text) <= LABEL and _like_year().match(block.text) is not None

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

    def _leave(self, index: int, why: str) -> None:
        self._drafts.left_out[index] = why
