"""From lines to blocks: a line each, but for texts that were wrapped to a width, whose lines are joined again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from relations_cli.dates.reading.leading import bounded, leading
from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import Block, Kind, bullet, once
from relations_cli.readers.prose.forms.marks import addresses, heading, unmarked
from relations_cli.readers.prose.opening import narrated

_TITLE: Final = 200
_ADORNMENTS: Final = "#*^+."
"""Besides these three, what reStructuredText underlines a title with, in its whole length."""
_RULES: Final = "=-_*~#–—.+^"
"""Of what a line is drawn, over and over."""
_WIDEST: Final = 110  # of a wrapped text
_NARROWEST: Final = 40  # narrower ones are lists
_HOLDS_BACK: Final = 4  # columns by which a line of a wrapped text may miss the width
_DIARY_HEAD: Final = r"\[[^\[\]]{0,30}\d[:.]\d\d[^\[\]]{0,12}\] \S"
"""A day and a time in brackets, behind which a diary has its title on a line of its own."""
_ENDS: Final = frozenset('.!?:;)]”"')


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a text, with its indent."""

    number: int
    text: str
    sources: tuple[Source, ...] = ()
    is_link: bool = False

    @property
    def bare(self) -> str:
        """Its text without the spaces around it."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """How many spaces stand before its text."""
        return len(self.text) - len(self.text.lstrip())


def blocks_of_text(text: str, first: int = 1) -> Iterator[Block]:
    """The blocks of a plain text that begins on a line."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return joined([Line(number=number, text=row.rstrip()) for number, row in enumerate(rows, start=first)])


def joined(lines: Sequence[Line], *, kind: Kind = "paragraph", is_soft: bool = False) -> Iterator[Block]:
    """The blocks of lines; blank ones part them, and so does every line end where nothing was wrapped.

    Where line ends are soft, as in Markdown, only a line that begins with a date is a block of its own.
    """
    wrapping = _Wrapping(width=_width(lines), is_list=_is_list(lines), is_soft=is_soft)
    held: list[Line] = []
    for line in lines:
        bare = line.bare
        if len(bare) > 2 and len(set(bare)) == 1 and bare[0] in _RULES:  # noqa: PLR2004
            yield from _ruled(held, bare, kind)
            held = []
        elif bare and (not held or wrapping.goes_on(held, line)):
            held.append(line)
        else:
            yield from _block(held, kind)
            held = [line] if bare else []
    yield from _block(held, kind)


def _ruled(held: Sequence[Line], rule: str, kind: Kind) -> Iterator[Block]:
    """What stands over a line that is drawn with a mark: one short line that is underlined is a heading."""
    size = len(held[0].bare) if len(held) == 1 else _TITLE
    if size < _TITLE and (rule[0] in "=-~" or (rule[0] in _ADORNMENTS and len(rule) >= size)):
        return _block(held, "heading", level=1 if rule[0] in "=#" else 2)
    return _block(held, kind)


def _block(held: Sequence[Line], kind: Kind, *, level: int = 0) -> Iterator[Block]:
    marked, text = heading(" ".join(line.bare for line in held))
    if marked:
        kind, level = "heading", marked
    text = unmarked(text)
    if text:
        yield Block(
            line=held[0].number,
            text=text,
            kind=kind,
            level=level,
            starts=held[0].indent + 1 if kind == "paragraph" and bullet().match(text) else 0,
            sources=once(source for line in held for source in (line.sources or addresses(line.text))),
            is_link=all(line.is_link for line in held),
        )


class _Wrapping(msgspec.Struct, frozen=True, kw_only=True):
    """How the lines of a text are wrapped."""

    width: int
    """In characters; 0 where they are not."""
    is_list: bool
    """Whether lines that begin with a date stand right under lines without a stop too often to be wrapped there."""
    is_soft: bool
    """Whether line ends say nothing."""

    def goes_on(self, held: Sequence[Line], line: Line) -> bool:
        """Whether a line goes on with the paragraph before it: its first word had no room there."""
        first, before, bare = held[0], held[-1].text, line.bare
        date = leading(bare) or bounded(bare)
        head = leading(before.strip()) if self.is_soft and len(held) == 1 else None
        if head is not None and not any(map(str.isalnum, before.strip()[head.length :])):  # a date alone
            return False
        if self.is_soft and date is None:
            return True
        if not self.width or bullet().match(line.text) or (len(held) == 1 and re.match(_DIARY_HEAD, before)):
            return False
        if before.rstrip()[-1:] in _ENDS and (date is not None or narrated(bare)):
            return False
        had_room = len(before) + 1 + len(bare.split(maxsplit=1)[0]) <= self.width - _HOLDS_BACK
        is_hanging = line.indent > first.indent
        if date is not None and (had_room or self.is_list):
            return is_hanging and len(first.text) > _NARROWEST and bare[date.length :][:1] in {" ", ".", ","}
        return is_hanging or not had_room


def _width(lines: Sequence[Line]) -> int:
    """The width to which a text is wrapped, 0 where it is not: its longest line, if many lines come near it."""
    sizes = sorted(len(line.text) for line in lines if line.text)
    # A few lines may be wider: an address, a row of a table
    widest = sizes[len(sizes) - 1 - len(sizes) // 30] if sizes else 0
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _is_list(lines: Sequence[Line]) -> bool:
    """Whether lines that begin with a date stand right under lines without a stop too often to be wrapped there."""
    pairs = pairwise(["", *(line.bare for line in lines)])
    dated = [bool(before) and before[-1] not in _ENDS for before, bare in pairs if leading(bare) or bounded(bare)]
    return sum(dated) * 3 > len(dated)
