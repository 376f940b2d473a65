"""From the elements of a page to its blocks: what ends a line, what is a cell, where a link leads."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urljoin

import msgspec

from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import Block, Kind, once
from relations_cli.readers.prose.forms.lines import joined
from relations_cli.readers.prose.forms.manuscript import LeftOut
from relations_cli.readers.prose.forms.marks import with_tab
from relations_cli.readers.prose.forms.pieces import SEAMS, Piece, is_container
from relations_cli.readers.prose.forms.rows import COLUMNS, is_matrix, row
from relations_cli.readers.prose.forms.whereabouts import Whereabouts
from relations_cli.readers.prose.forms.wrapping import Line

_BLOCKS_TAGS: Final = (
    "p li h1 h2 h3 h4 h5 h6 dt dd tr blockquote pre div section article main header ul ol dl table tbody"
    " thead tfoot caption details summary address center body hr fieldset br html"
)
_BLOCKS: Final = frozenset(_BLOCKS_TAGS.split())
_CELLS: Final = frozenset({"td", "th"})
_MOST_TEXTS: Final = 6  # at the beginning of a block, in which a date may stand


class Walk:
    """One walk over the pieces of a page."""

    def __init__(self, source: str, base: str) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self.has_matrix = False
        self._lines = Whereabouts(source)
        self._base = base
        self._parts: list[str] = []
        self._sources: list[Source] = []
        self._size = self._linked = 0
        self._link: tuple[str, int] | None = None
        self._level = self._items = self._starts = 0
        self._rows = 1
        self._cells: list[str] | None = None
        self._header: list[str] | None = None
        self._in_matrix = self._is_seam = self._in_pre = False
        self._spanned = ("", 0)
        """The first cell, and of how many rows it still is."""

    def read(self, pieces: Sequence[Piece]) -> None:
        """Turn the pieces into blocks."""
        for index, piece in enumerate(pieces):
            if piece.kind == "text":
                self._text(piece.value)
            elif piece.kind == "open":
                self._open(piece, pieces, index)
            else:
                self._close(piece.value)
        if self._cells is not None:
            self._row()
        self._flush()

    def _text(self, text: str) -> None:
        if self._is_seam and self._parts and self._parts[-1]:
            before, behind = self._parts[-1][-1], text[:1]
            if (before.isdigit() and behind.isalpha()) or (before == ":" and behind.isalnum()):
                self._parts.append(" ")
        self._is_seam = False
        self._parts.append(text.replace("\t", " "))
        size = len(text.strip())
        self._size += size
        if self._link is not None:
            self._linked += size

    def _open(self, piece: Piece, pieces: Sequence[Piece], index: int) -> None:
        tag = piece.value
        if tag == "a":
            self._link = (piece.url, len(self._parts))
            self._sources += piece.sources
        elif tag in _CELLS:
            if self._cells is not None and is_container(pieces, index, piece.end):
                self._row()
            if self._cells is None:
                self._flush()
            elif not self._cells:
                self._rows = piece.rows
        elif tag in _BLOCKS:
            self._break(is_new_table=tag in {"tr", "table"})
            if tag == "tr":
                self._cells = [self._spanned[0]] if self._spanned[1] else []
                self._spanned = (self._spanned[0], max(0, self._spanned[1] - 1))
            elif tag == "table":
                self._cells, self._header, self._in_matrix, self._spanned = None, None, False, ("", 0)
        self._enter(tag, 1)

    def _close(self, tag: str) -> None:
        if tag in SEAMS:
            self._is_seam = True
            self._part_date()
        if tag == "a":
            self._end_link()
        elif tag in _CELLS and self._cells is not None:
            self._cells.append(" ".join("".join(self._parts).split()))
            if len(self._cells) == 1 and self._rows > 1:
                self._spanned = (self._cells[0], self._rows - 1)
            self._rows = 1
            self._parts = []
        elif tag == "tr" and self._cells is not None:
            self._row()
        elif tag in _BLOCKS:
            self._break()
        self._enter(tag, -1)

    def _break(self, *, is_new_table: bool = False) -> None:
        """End the block; inside a cell that is only a space."""
        if self._cells is None or is_new_table:
            self._flush()
        else:
            self._parts.append(" ")

    def _enter(self, tag: str, step: int) -> None:
        """Note that an element is entered (1) or left (-1)."""
        if tag == "pre":
            self._in_pre = step > 0
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._level = int(tag[1]) if step > 0 else 0
        elif tag in {"li", "dd"}:
            self._items += step
            self._starts = self._items if step > 0 and tag == "li" else 0

    def _part_date(self) -> None:
        """A tab behind an element that is a date, at the beginning of a block: its end is a separator."""
        if len(self._parts) > _MOST_TEXTS or self._cells is not None or self._in_pre:
            return
        if with_tab(" ".join("".join(self._parts).split())).endswith("\t"):
            self._parts.append("\t")

    def _end_link(self) -> None:
        if self._link is None:
            return
        url, start = self._link
        self._link = None
        address = _address(url, self._base)
        if address:
            title = " ".join("".join(self._parts[start:]).split())
            self._sources.append(Source(url=address, title=title or None))

    def _row(self) -> None:
        """The row so far as a block; no more cells are collected."""
        cells, self._cells = self._cells or [], None
        if not any(cells):
            return
        is_header = self._header is None
        if is_header:
            self._header = cells
            self._in_matrix = is_matrix(cells, is_header=True)
            self.has_matrix |= self._in_matrix
        if self._in_matrix:
            text = " ".join(cell for cell in cells if cell)
            self.left_out.append(LeftOut.of(self._lines.line_of(text), text, COLUMNS))
            self._parts, self._sources = [], []
            return
        made = row(0, cells, once(self._sources), None if is_header else self._header)
        if is_header and made.kind == "row":  # it has none
            self._header = []
        self.blocks.append(msgspec.structs.replace(made, line=self._lines.line_of(made.text.split("\t")[0])))
        self._reset()

    def _flush(self) -> None:
        if self._in_pre and self._parts:
            self._flush_lines()
            return
        text = "\t".join(" ".join(part.split()) for part in "".join(self._parts).split("\t")).strip()
        if text:
            self._emit(text, "heading" if self._level else "item" if self._items else "paragraph")
        elif self._parts:
            self._reset()

    def _flush_lines(self) -> None:
        """What stands between ``<pre>`` and ``</pre>`` as plain text; a link goes to the block that has its words."""
        text = "".join(self._parts)
        before = len(text) - len(text.lstrip())
        first = self._lines.line_of(text) - text.count("\n", 0, before)
        lines = [Line(number=max(1, first + n), text=one.rstrip()) for n, one in enumerate(text.split("\n"))]
        waiting = list(self._sources)
        for block in joined(lines):
            own: list[Source] = []
            while waiting and (waiting[0].title or "") in block.text:
                own.append(waiting.pop(0))
            self.blocks.append(msgspec.structs.replace(block, sources=once((*block.sources, *own))))
        self._reset()

    def _emit(self, text: str, kind: Kind) -> None:
        is_link = self._size > 0 and self._linked >= self._size
        line = self._lines.line_of(next((part for part in self._parts if part.strip()), text))
        self.blocks.append(
            Block(
                line=line,
                text=text,
                kind=kind,
                level=self._level if kind == "heading" else 0,
                starts=self._starts,
                sources=once(self._sources),
                is_link=is_link,
            )
        )
        self._starts = 0
        self._reset()

    def _reset(self) -> None:
        self._parts, self._sources, self._size, self._linked = [], [], 0, 0
        if self._link is not None:
            self._link = (self._link[0], 0)


def _address(url: str, base: str) -> str:
    """The whole address of a link; empty where it is none of the web, or leads to its own page."""
    url = url.strip()
    if url.startswith("#") or not url:
        return ""
    if not re.match(r"https?://", url, re.IGNORECASE):
        if not base or re.match(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:", url):
            return ""
        try:
            url = urljoin(base, url)
        except ValueError:
            return ""
    return url if re.fullmatch(r"https?://[^\s/]\S{0,4000}", url) else ""
