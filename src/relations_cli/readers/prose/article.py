"""The entries of an article: what happened when, in the order of the text, and all that was left out."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from relations_cli.dates import parse_printed
from relations_cli.model.facts import Source
from relations_cli.readers.entries.sentences import titled
from relations_cli.readers.prose.block import Block, once
from relations_cli.readers.prose.candidate import Candidates, Verdicts
from relations_cli.readers.prose.candidates import candidates_of
from relations_cli.readers.prose.clues import descends
from relations_cli.readers.prose.draft import Draft, Drafts, shown_years
from relations_cli.readers.prose.drafts import drafts_of
from relations_cli.readers.prose.forms.form import Form, manuscript_of
from relations_cli.readers.prose.forms.manuscript import HEAD, LeftOut, Manuscript
from relations_cli.readers.prose.furniture import is_source_line
from relations_cli.readers.prose.hours import hour_length, timed
from relations_cli.readers.prose.preface import first_year, title_of
from relations_cli.readers.prose.silence import run_together, why_none
from relations_cli.readers.prose.unread import UNDATED
from relations_cli.readers.prose.years import Dated, Years


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """What an article tells under one date."""

    line: int
    """Of the file, from 1."""
    date: str | None
    """EDTF; None: undated."""
    title: str
    """Its first sentence, cut at a word with an ellipsis where that is longer than 80 characters."""
    summary: str | None
    """The rest of its text; the whole where the title is cut; None where the title is all."""
    sources: tuple[Source, ...]
    """What it links to."""
    note: str | None
    """Why it is undated, or what of its date says nothing, as a clause."""
    inherited: str | None
    """What was inherited from where; it may name a parameter."""
    unread: str
    """The date as written where nothing could be made of it, else empty."""


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
    """The entries of a chronology that is written as prose.

    Args:
        text: the article.
        form: what it is written in.
        assume_year: the year of entries to which nothing else gives one.

    Raises:
        DataError: HTML, and the library that reads it is not installed.
    """
    manuscript = manuscript_of(text.removeprefix("\ufeff"), form)
    found = candidates_of(manuscript.blocks)
    drafts = drafts_of(manuscript.blocks, found)
    said = manuscript.said or run_together(manuscript.blocks)
    if drafts is None:
        return _without_entries(manuscript, found, said)
    title = title_of(manuscript, found)
    years = Years(
        assumed=assume_year,
        first=first_year(manuscript, drafts, title),
        descends=descends([draft.at.opening.date for draft in drafts.entries]),
        shown=shown_years(drafts),
    )
    passages = tuple(_dated(drafts, years))
    left_out = _left_out(manuscript.blocks, drafts.left_out)
    around = (*_around(manuscript, title), *_named_sources(drafts))
    return Article(title=title, passages=passages, left_out=left_out, around=around, said=said)


def _without_entries(manuscript: Manuscript, found: Candidates, said: str | None) -> Article:
    """An article whose dates are too few: all its blocks are left out."""
    found = found.refused({one.index: "too few dates for a chronology" for one in found.all})
    whys = {index: found.why_not.get(index, "no entry") for index in range(len(manuscript.blocks))}
    title = title_of(manuscript, found)
    return Article(
        title=title,
        passages=(),
        left_out=_left_out(manuscript.blocks, whys),
        around=_around(manuscript, title),
        said=said or why_none(manuscript.blocks, found),
        is_unread=manuscript.is_unread,
    )


def _named_sources(drafts: Drafts) -> Iterator[LeftOut]:
    """The lines of sources that say more than their address, which is the source."""
    for block in (block for draft in drafts.entries for block in draft.rest if is_source_line(block)):
        words = re.sub(r"https?://\S+", " ", block.text.partition(":")[2]).split()
        if any(map(str.isalnum, "".join(words))) and not any(source.title for source in block.sources):
            yield LeftOut.of(block.line, block.text, "a source, of which the address is kept")


def _around(manuscript: Manuscript, title: str | None) -> tuple[LeftOut, ...]:
    """What is around the blocks, and the title of the head where the article has another."""
    head = manuscript.title
    if not head or head == title or any(block.text == head for block in manuscript.blocks):
        return manuscript.around
    return (LeftOut.of(1, head, HEAD), *manuscript.around)


def _left_out(blocks: Sequence[Block], whys: Verdicts) -> tuple[LeftOut, ...]:
    return tuple(LeftOut.of(blocks[at].line, blocks[at].whole, why) for at, why in sorted(whys.items()))


def _dated(drafts: Drafts, years: Years) -> Iterator[Passage]:
    """The passages, each with the year that holds where it stands."""
    for draft in drafts.all:
        date, line = draft.at.opening.date, draft.at.block.line
        if draft.is_break:
            years.broken(line)
        elif draft.is_heading or draft.is_year:
            years.heading(date, line)
        if not draft.is_heading:
            printed = parse_printed(draft.unread)
            why = None if printed or draft.unread == UNDATED else f"its date is not understood: {draft.unread}"
            unread = Dated(printed.text if printed else None, why, None)
            yield _passage(draft, unread if draft.unread else years.date(date, line))


def _written(draft: Draft) -> str:
    """The date of an entry as it stands in its block."""
    text = draft.at.block.text
    return text[: len(text) - len(draft.at.opening.text)].strip(" \t:;,–—-|")


def _passage(draft: Draft, dated: Dated) -> Passage:
    text = "\n\n".join(" ".join(part.split()) for part in draft.texts)
    date, text = (timed(dated.date, text) if draft.is_under else None) or (dated.date, text)
    if draft.at.opening.separator == "release":
        title, rest = draft.texts[0], "\n\n".join(draft.texts[1:])
    else:
        title, rest = titled(text, skipped=hour_length(text))
    return Passage(
        line=draft.line,
        date=date,
        title=title,
        summary=rest or None,
        sources=once(source for block in draft.blocks for source in block.sources),
        note=dated.note,
        inherited=dated.inherited,
        unread="" if dated.date or draft.is_under else draft.unread or _written(draft),
    )
