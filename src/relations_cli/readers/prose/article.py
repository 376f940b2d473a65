"""The entries of an article: what happened when, in the order of the text, and all that was left out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from relations_cli.dates.reading.leading import leading
from relations_cli.readers.cited.statuses import without_statuses
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.sentences import titled
from relations_cli.readers.prose.block import HEAD, Block, LeftOut, Manuscript, once
from relations_cli.readers.prose.candidate import Candidates
from relations_cli.readers.prose.candidates import candidates_of
from relations_cli.readers.prose.draft import Draft, Drafts, shown_years
from relations_cli.readers.prose.drafting import drafts_of
from relations_cli.readers.prose.forms.form import Form, manuscript_of
from relations_cli.readers.prose.furniture import is_source_line
from relations_cli.readers.prose.hours import hour_length, is_time, timed
from relations_cli.readers.prose.opening import STRONG, opening_of
from relations_cli.readers.prose.preface import first_year, title_of
from relations_cli.readers.prose.publication import FIGURES
from relations_cli.readers.prose.years import Dated, Years, descends

_LONG: Final = 600  # characters of a paragraph in which several entries may be run together
_LOOKED_AT: Final = 20_000
_ABOUT: Final = r"(?i)\b(?:ca?|circa)\b\.? ?\d[^)]*"
"""A time that is about right, which no date can say."""
_SEVERAL: Final = 3


class Passage(Entry, kw_only=True):
    """What an article tells under one date; its note says why it is undated, or what of its date says nothing."""

    inherited: str = ""
    """What was inherited from where; it may name a parameter."""

    @property
    def line(self) -> int:
        """Of the file, from 1."""
        return self.position[0] if self.position else 0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What an article tells."""

    title: str | None
    passages: tuple[Passage, ...]
    """In the order of the text."""
    left_out: tuple[LeftOut, ...]
    """In the order of the text, one for each block."""
    around: tuple[LeftOut, ...]
    """What is no block of it: menus, feet, what is hidden."""
    said: str | None
    """Why there are no entries, or what cannot be read by lines."""
    is_unread: bool = False
    """Whether nothing of it could be read, so that nobody knows what it tells."""


def read_article(text: str, *, form: Form, assume_year: int | None = None) -> Article:
    """The entries of a chronology that is written as prose; where nothing else gives a year, that which is assumed.

    Raises:
        DataError: HTML, and the library that reads it is not installed.
    """
    manuscript = without_statuses(manuscript_of(text.removeprefix("\ufeff"), form))
    blocks = manuscript.blocks
    found = candidates_of(blocks)
    drafts = drafts_of(blocks, found)
    said = manuscript.said or run_together(blocks)
    if drafts is None:
        found = found.refused({one.index: "too few dates for a chronology" for one in found.all})
        drafts = Drafts([], {index: found.why_not.get(index, "no entry") for index in range(len(blocks))})
        said = said or why_none(blocks, found)
    title = title_of(manuscript, found)
    years = Years(
        assumed=assume_year,
        first=first_year(manuscript, drafts, title),
        descends=descends([draft.at.date for draft in drafts.entries]),
        shown=shown_years(drafts),
    )
    return Article(
        title=title,
        passages=tuple(_dated(drafts, years)),
        left_out=tuple(LeftOut(blocks[at].line, blocks[at].whole, why) for at, why in sorted(drafts.left_out.items())),
        around=(*_around(manuscript, title), *_named_sources(drafts)),
        said=said,
        is_unread=manuscript.is_unread and not drafts.all,
    )


def _named_sources(drafts: Drafts) -> Iterator[LeftOut]:
    """The lines of sources that say more than their address, which is the source."""
    for block in (block for draft in drafts.entries for block in draft.rest if is_source_line(block)):
        words = re.sub(r"https?://\S+", " ", block.text.partition(":")[2]).split()
        if any(map(str.isalnum, "".join(words))) and not any(source.title for source in block.sources):
            yield LeftOut(block.line, block.text, "a source, of which the address is kept")


def _around(manuscript: Manuscript, title: str | None) -> tuple[LeftOut, ...]:
    """What is around the blocks, and the title of the head where the article has another."""
    head = manuscript.title
    if not head or head == title or any(block.text == head for block in manuscript.blocks):
        return manuscript.around
    return (LeftOut(1, head, HEAD), *manuscript.around)


def _dated(drafts: Drafts, years: Years) -> Iterator[Passage]:
    """The passages, each with the year that holds where it stands."""
    latest = ""
    for draft in drafts.all:
        date, line = draft.at.date, draft.at.block.line
        if draft.is_heading or draft.is_year:
            years.heading(date, line)
        if not draft.is_heading:
            why = f"its date is not understood: {draft.unread}" if draft.unread else "no date stands before it"
            passage = _passage(draft, years.date(date, line) if date.length else Dated(None, why))
            if draft.is_under and draft.at.opening.has_time and (passage.edtf or "") < latest:
                passage.edtf, passage.note = None, "its time is before that of the entry above: is it of the day after?"
            latest = passage.edtf or latest
            yield passage


def _passage(draft: Draft, dated: Dated) -> Passage:
    text = "\n\n".join(" ".join(part.split()) for part in draft.texts)
    date, written = dated.date, draft.unread
    if draft.at.date.length:
        written = draft.at.block.text.removesuffix(draft.at.opening.text).strip(" \t:;,–—-|")
    if draft.is_under:
        day = date and date.partition("T")[0]
        text = text.replace("\n\n", ": ", is_time(text.partition("\n")[0]))
        date, text = timed(day, text) or (day, text)
    if draft.is_release:
        title, rest = draft.texts[0], "\n\n".join(draft.texts[1:])
    else:
        title, rest = titled(text, skipped=hour_length(text))
    about = re.search(_ABOUT, written) if draft.at.opening.has_time else None
    return Passage(
        position=(draft.line, None),
        edtf=date,
        title=title,
        summary=rest,
        sources=once(source for block in draft.blocks for source in block.sources),
        note=dated.note,
        inherited=dated.inherited,
        unread="" if dated.date or draft.is_under else written,
        extra={"time": about[0]} if about else {},
    )


def why_none(blocks: Sequence[Block], found: Candidates) -> str:
    """The reason, and what to do where there is something."""
    if not blocks:
        return "it is empty"
    if sum(why == FIGURES for why in found.why_not.values()) >= _SEVERAL:
        return "its lines hold a date and figures: a table, which cannot be read by lines"
    if not found.all:
        return "no paragraph, list item or heading begins with a date"
    whys = "; ".join(sorted(set(found.why_not.values())))
    if len(found.all) == 1:
        return f"one paragraph begins with a date, and is no entry: {whys}"
    return f"{len(found.all)} paragraphs begin with a date, and none is an entry: {whys}"


def run_together(blocks: Sequence[Block]) -> str | None:
    """What to say of a paragraph in which several entries are run together, as in text copied from a PDF, or None."""
    for block in blocks:
        if len(block.text) >= _LONG and _dates_within(block.text[:_LOOKED_AT]) > _SEVERAL:
            where = f"line {block.line} holds several dates in one paragraph"
            return f"{where}, as text copied from a PDF does: put each on a line"
    return None


def _dates_within(text: str) -> int:
    """How many dates behind the end of a sentence are parted from what follows as that of an entry is."""
    rests = (text[match.end() : match.end() + 160] for match in re.finditer(r"[.!?)”\"] {1,3}(?=[A-Z\d])", text))
    opened = (opening_of(rest) for rest in rests if leading(rest) is not None)
    return sum(one is not None and (one.separator in STRONG or one.text[:1].isupper()) for one in opened)
