"""From lines to blocks: a line each, but for texts wrapped to a width, whose lines are joined again."""

from collections.abc import Iterator
from typing import Final

from relations_cli.readers.prose.block import Block, Kind, once
from relations_cli.readers.prose.bullets import bullet
from relations_cli.readers.prose.forms.marks import addresses, heading, unmarked
from relations_cli.readers.prose.forms.wrapping import Line, Wrapping

_TITLE: Final = 200
_ADORNMENTS: Final = "#*^+."
"""Besides these three, what reStructuredText underlines a title with, in its whole length."""


def blocks_of_text(text: str) -> list[Block]:
    """The blocks of a plain text: a line each, but for texts wrapped to a width, whose lines are joined again."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(joined([Line(number=number, text=row.rstrip()) for number, row in enumerate(rows, start=1)]))


def joined(lines: list[Line], *, kind: Kind = "paragraph", is_soft: bool = False) -> Iterator[Block]:
    """The blocks of lines; blank ones part them, and so does every line end where nothing was wrapped.

    Where line ends are soft, as in Markdown, only a line that begins with a date is a block of its own.
    """
    wrapping = Wrapping.of(lines)
    goes_on = wrapping.goes_on_softly if is_soft else wrapping.goes_on
    held: list[Line] = []
    for line in lines:
        if not line.text.strip():
            yield from _block(held, kind)
            held = []
        elif _is_rule(line.text):
            yield from _ruled(held, line.text.strip(), kind)
            held = []
        else:
            if held and not goes_on(held, line):
                yield from _block(held, kind)
                held = []
            held.append(line)
    yield from _block(held, kind)


def _ruled(held: list[Line], rule: str, kind: Kind) -> Iterator[Block]:
    """What stands over a line that is drawn with a mark: one short line that is underlined is a heading."""
    size = len(held[0].text.strip()) if len(held) == 1 else _TITLE
    if size < _TITLE and (rule[0] in "=-~" or (rule[0] in _ADORNMENTS and len(rule) >= size)):
        return _block(held, "heading", level=1 if rule[0] in "=#" else 2)
    return _block(held, kind)


def _is_rule(text: str) -> bool:
    """Whether a line only draws a line."""
    bare = text.strip()
    return len(bare) > 2 and len(set(bare)) == 1 and bare[0] in "=-_*~#–—.+^"  # noqa: PLR2004


def _block(held: list[Line], kind: Kind, *, level: int = 0) -> Iterator[Block]:
    if not held:
        return
    marked, text = heading(" ".join(line.text.strip() for line in held))
    if marked:
        kind, level = "heading", marked
    text = unmarked(text)
    if text:
        indent = len(held[0].text) - len(held[0].text.lstrip())
        yield Block(
            line=held[0].number,
            text=text,
            kind=kind,
            level=level,
            starts=indent + 1 if kind == "paragraph" and bullet().match(text) else 0,
            sources=once(source for line in held for source in (line.sources or addresses(line.text))),
            is_link=all(line.is_link for line in held),
        )
