"""From the elements of a page, or of Markdown, to blocks: what ends a line, what is a cell, where a link leads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin

from msgspec.structs import replace

from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import DATED, PICTURE, Block, LeftOut, once
from relations_cli.readers.prose.forms.lines import Line, joined
from relations_cli.readers.prose.forms.marks import is_date
from relations_cli.readers.prose.forms.rows import Tables
from relations_cli.readers.prose.forms.tree import HEADINGS, LEAST, LINES, Piece, Whereabouts

_PARTS_TAGS: Final = "p li tr blockquote table div article section"
_PARTS: Final = HEADINGS | frozenset(_PARTS_TAGS.split())
"""Elements that are a paragraph, or hold some."""
_BLOCKS_TAGS: Final = (
    "dt dd pre aside main header ul ol dl tbody thead tfoot caption details summary address center body hr fieldset br"
    " html"
)
_BLOCKS: Final = _PARTS | frozenset(_BLOCKS_TAGS.split()) | {LINES}
_SEAMS: Final = frozenset({"b", "strong", "span", "time", "em", "i", "u", "s", "del", "ins", "strike", "font", "a"})
"""Elements within a line whose end may part a date from its text."""
_CELLS: Final = frozenset(("td", "th"))
_BY_LINES: Final = frozenset(("pre", LINES))
_MOST_TEXTS: Final = 6  # at the beginning of a block, in which a date may stand
_LOOKED_AT: Final = 200  # pieces of a cell


class Walk:
    """One walk over the pieces of a page."""

    def __init__(self, lines: Whereabouts, base: str = "") -> None:
        self.began = 0
        """The index of the piece with which the block begins that is being read."""
        self.left_out: list[LeftOut] = []
        """What was met that is in no block."""
        self.tables = Tables(self.left_out)
        self._lines = lines
        self._base = base
        self._parts: list[str] = []
        self._ended: list[tuple[str, list[Source], bool]] = []
        """Of a text by lines those before the parts, with their sources and whether they are links."""
        self._at = (0, 0)
        """On which line the block begins, 0 where the source tells, and how many of its lines are blank before."""
        self._first = ""
        """Of the parts, the cells of the row among them, the first that is long enough to be found in the source."""
        self._is_link: bool | None = None
        """Whether all words stand in links; None where there are none yet."""
        self._sources: list[Source] = []
        self._link: tuple[str, int] | None = None
        """The address of the open link, and at which part its words begin."""
        self._time: tuple[str, int] | None = None
        """The date that the open time means, with which its block begins, and at which part its words begin."""
        self._level = self._items = self._starts = 0
        self._cells: list[str] | None = None
        self._rows = 1
        self._spanned = ("", 0)
        """The first cell, and of how many rows it still is."""
        self._is_seam = False
        self._lines_tag = ""
        """The open element whose text is read by lines."""

    def blocks(self, pieces: Sequence[Piece], span: range) -> Iterator[Block]:
        """The blocks of a part of the page, balanced, in order."""
        for index in span:
            piece = pieces[index]
            self._sources += piece.sources
            if piece.kind == "text":
                self._text(piece, index)
            elif piece.kind == "open":
                yield from self._open(piece, pieces, index)
                self._enter(piece.value, 1)
            elif piece.kind == "close":
                yield from self._close(piece.value)
                self._enter(piece.value, -1)
            elif any(map(str.isalnum, piece.value)):
                self.left_out.append(LeftOut(piece.line or self._lines.line_of(piece.value), piece.value, PICTURE))
        yield from self._row()
        yield from self._flush()

    def _text(self, piece: Piece, index: int) -> None:
        if self._is_seam and self._parts and self._parts[-1]:
            before, behind = self._parts[-1][-1], piece.value[:1]
            if (before.isdigit() and behind.isalpha()) or (before == ":" and behind.isalnum()):
                self._parts.append(" ")
        self._is_seam = False
        is_by_lines = self._lines_tag and self._cells is None
        for at, text in enumerate(piece.value.split("\n") if is_by_lines else [piece.value]):
            if at:
                self._end_line()
            self._parts.append(text if is_by_lines or piece.line else text.replace("\t", " "))
            if text.strip():
                if not self._first:
                    self.began = index
                    self._at = (piece.line and piece.line + at, len(self._ended))
                if len(self._first) < LEAST:
                    self._first = text.strip()
            if any(map(str.isalnum, text)):
                self._is_link = self._is_link is not False and self._link is not None

    def _end_line(self) -> None:
        """Put the parts to the lines that have ended; a link or a time that is open begins anew."""
        self._ended.append(("".join(self._parts).rstrip(), self._sources, bool(self._is_link)))
        self._parts, self._sources, self._is_link, self._time = [], [], None, None
        self._link = self._link and (self._link[0], 0)

    def _open(self, piece: Piece, pieces: Sequence[Piece], index: int) -> Iterator[Block]:
        tag = piece.value
        if tag == "a":
            self._link = (piece.attribute, len(self._parts))
        elif tag == "time" and is_date(piece.attribute, has_year=True) and not words(self._parts):
            self._time = (piece.attribute, len(self._parts))
        elif tag in _CELLS:
            if _is_layout(pieces, index):
                yield from self._row()
            if self._cells is None:
                yield from self._flush()
            elif not self._cells:
                self._rows = piece.rows
        elif tag in {"tr", "table"}:
            yield from self._row()
            yield from self._flush()
            if tag == "table":
                self.tables.begin()
                self._spanned = ("", 0)
            else:
                cell, rows = self._spanned
                self._cells = [cell] if rows else []
                self._spanned = (cell, max(0, rows - 1))
        elif tag in _BLOCKS:
            yield from self._break()

    def _close(self, tag: str) -> Iterator[Block]:
        if tag == "time":
            self._mean()
        if tag in _SEAMS:
            self._is_seam = True
            if len(self._parts) <= _MOST_TEXTS:
                self._parts += ["\t"] if is_date(words(self._parts)) else []  # it parts the date from what follows
        if tag == "a" and self._link is not None:
            (url, start), self._link = self._link, None
            if address := _address(url, self._base):
                self._sources.append(Source(url=address, title=words(self._parts[start:]) or None))
        elif tag in _CELLS and self._cells is not None:
            self._cells.append(_tabbed(self._parts))
            if len(self._cells) == 1 and self._rows > 1:
                self._spanned = (self._cells[0], self._rows - 1)
            self._rows = 1
            self._parts = []
        elif tag == "tr":
            yield from self._row()
        elif tag in _BLOCKS:
            yield from self._break()

    def _mean(self) -> None:
        """Put the date that a time means in place of its words, where these are none with its year."""
        if self._time is not None:
            (date, start), self._time = self._time, None
            written = words(self._parts[start:])
            if written and not is_date(written, has_year=True):
                self.left_out.append(LeftOut(self._lines.line_of(written), written, DATED))
                self._parts[start:] = [date]

    def _break(self) -> Iterator[Block]:
        """End the block; inside a cell that is only a space."""
        if self._cells is None:
            yield from self._flush()
        else:
            self._parts.append(" ")

    def _enter(self, tag: str, step: int) -> None:
        """Note that an element is entered (1) or left (-1)."""
        if tag in _BY_LINES:
            self._lines_tag = tag if step > 0 else ""
        elif tag in HEADINGS:
            self._level = int(tag[1]) if step > 0 else 0
        elif tag in {"li", "dd"}:
            self._items += step
            self._starts = self._items if step > 0 and tag == "li" else 0

    def _row(self) -> Iterator[Block]:
        """The row so far as a block; no more cells are collected."""
        cells, self._cells = self._cells or [], None
        if any(cells):
            yield from self.tables.row(self._line(), cells, once(self._sources))
            self._reset()

    def _line(self) -> int:
        """On which line the block begins."""
        return self._at[0] or self._lines.line_of(self._first)

    def _flush(self) -> Iterator[Block]:
        """What was collected as a block, or as the blocks of its lines."""
        if self._lines_tag and self._first:
            yield from self._by_lines(is_soft=self._lines_tag == LINES)
        elif text := _tabbed(self._parts):
            yield Block(
                line=self._line(),
                text=text,
                kind="heading" if self._level else "item" if self._items else "paragraph",
                level=self._level,
                starts=self._starts,
                sources=once(self._sources),
                is_link=bool(self._is_link) and not self._level,
            )
            self._starts = 0
        if self._parts or self._ended:
            self._reset()

    def _by_lines(self, *, is_soft: bool) -> Iterator[Block]:
        self._end_line()
        lines = [
            Line(number=number, text=text, sources=tuple(sources), is_link=is_link)
            for number, (text, sources, is_link) in enumerate(self._ended, start=max(1, self._line() - self._at[1]))
        ]
        for block in joined(lines, kind="item" if is_soft and self._items else "paragraph", is_soft=is_soft):
            yield replace(block, starts=self._starts) if is_soft else block
            self._starts = 0 if is_soft else self._starts

    def _reset(self) -> None:
        self._end_line()
        self._ended, self._first = [], ""


def words(parts: Iterable[str]) -> str:
    """The words of a text that comes in parts, with one space between."""
    return " ".join("".join(parts).split())


def _tabbed(parts: Iterable[str]) -> str:
    """The words of a text whose tabs part a date from what follows."""
    return "\t".join(map(words, "".join(parts).split("\t"))).strip()


def _is_layout(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a cell holds paragraphs of its own: a table that only lays out the page."""
    inside = pieces[index + 1 : min(pieces[index].end, index + _LOOKED_AT)]
    return sum(piece.kind == "open" and piece.value in _PARTS for piece in inside) > 1


def _address(url: str, base: str) -> str:
    """The whole address of a link; empty where it is none of the web, or leads to its own page."""
    url = url.strip()
    if url and url[0] != "#" and not re.match(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:", url):
        with suppress(ValueError):
            url = urljoin(base, url)
    return url if re.fullmatch(r"(?i:https?)://[^\s/]\S{0,4000}", url) else ""
