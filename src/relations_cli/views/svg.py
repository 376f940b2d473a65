"""A view as a picture: what a terminal would show, each word where it stands there, in a light or a dark page.

Renderers differ in what they make of blanks and of lengths of text: librsvg drops the ones and passes over the others.
So every word has a place of its own, and nothing depends on how wide the letters of the font are that is found.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from relations_cli.escaping import shown_line
from relations_cli.views.addresses import is_address
from relations_cli.views.breaking import characters
from relations_cli.views.console import Styles, wrapped

_SIZE = 20
_CELL = 12
"""Units of a cell: six tenths of the size, as most fonts of one width have it."""
_LINE = 24
_BASE = 18
"""From the top of a line down to what its letters stand on."""
_MARGIN = 16
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace"
"""Fonts without ligatures: an arrow made of two signs is as wide as it likes."""
_EIGHTHS = {chr(0x2588 + at): 8 - at for at in range(8)}
"""Blocks that fill a cell from the left, and how far: drawn, since letters of a bar drift from its scale."""
_AIR = 3
"""Units above and below a bar."""
_LIGHT, _DARK = ("#ffffff", "#1f2328"), ("#0d1117", "#e6edf3")
"""Page and text; the colours of the palette are legible on either."""
_CSS = f".text{{fill:{_DARK[1]}}}.page{{fill:{_DARK[0]}}}"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""No character of XML 1.0 (section 2.2)."""


def picture(drawn: str, width: int, title: str) -> str:
    """The SVG of a drawn view, the same bytes for the same view; it loads nothing, and links addresses of the web only.

    Args:
        drawn: what a view gave, with its colours.
        width: columns.
        title: what stands above it; any text.
    """
    heads = [Text().append(line.plain, "bold") for line in wrapped(Text(shown_line(title)), width) if line.plain]
    shown = _broken([Text.from_ansi(line) for line in drawn.split("\n")[:-1]], width)
    lines = [*heads, *([Text()] if heads else []), *shown]
    across, down = width * _CELL + 2 * _MARGIN, len(lines) * _LINE + 2 * _MARGIN
    size = f'viewBox="0 0 {across} {down}" width="{across}" height="{down}"'
    said = f"<title>{_xml(shown_line(title))}</title>\n" if heads else ""
    body = "\n".join(part for number, line in enumerate(lines) for part in _line(line, _MARGIN + number * _LINE))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FONTS}" font-size="{_SIZE}">\n{said}'
        f"<style>@media (prefers-color-scheme: dark){{{_CSS}}}</style>\n"
        f'<rect class="page" width="{across}" height="{down}" rx="8" fill="{_LIGHT[0]}"/>\n'
        f'<g class="text" fill="{_LIGHT[1]}">\n{body}\n</g>\n</svg>\n'
    )


def _broken(lines: Sequence[Text], width: int) -> Sequence[Text]:
    """The lines no longer than the picture is wide; of a view that breaks none, its addresses are linked first."""
    if all(line.cell_len <= width for line in lines):
        return lines
    for line in lines:
        for match in re.finditer("https?://[!-~]*[^\\s,.;:)]", line.plain):
            line.stylize(Style(link=match[0]), *match.span())
    return [part for line in lines for part in wrapped(line, width)]


class _Run(NamedTuple):
    """A text of one style."""

    text: str
    style: Style
    at: int
    """The cell in which it begins."""


def _line(line: Text, top: int) -> Iterator[str]:
    """The elements of a line: what is behind its letters, and these."""
    runs = list(_runs(line))
    for run in runs:
        if run.style.bgcolor is not None and not run.style.bgcolor.is_default:
            place = f'x="{_x(run.at)}" y="{top}" width="{cell_len(run.text) * _CELL}" height="{_LINE}"'
            yield f'<rect {place} fill="{run.style.bgcolor.get_truecolor().hex}"/>'
        yield from _bars(run, top)
    words = " ".join(said for run in runs if (said := _words(run)))
    if words:
        yield f'<text y="{top + _BASE}">{words}</text>'


def _runs(line: Text) -> Iterator[_Run]:
    styles: Any = Styles()
    at = 0
    for text, style, _ in line.render(styles):
        yield _Run(text, style or Style.null(), at)
        at += cell_len(text)


def _bars(run: _Run, top: int) -> Iterator[str]:
    """The bars of a run, each from the left end of its blocks."""
    if _EIGHTHS.keys().isdisjoint(run.text):
        return
    for at, kind, blocks in _pieces(run.text):
        if kind == "bar":
            across = sum(_EIGHTHS[one] for one in blocks) * _CELL / 8
            place = f'x="{_x(run.at + at)}" y="{top + _AIR}" width="{across:g}" height="{_LINE - 2 * _AIR}"'
            yield f"<rect {place}{_attributes(run.style)}/>"


def _words(run: _Run) -> str:
    """The words of a run, each in its place; a link where the run is one to the web."""
    given = _attributes(run.style)
    words = " ".join(
        f'<tspan x="{_x(run.at + at)}"{given}>{_xml(word)}</tspan>'
        for at, kind, word in _pieces(run.text)
        if kind not in ("blank", "bar")
    )
    link = run.style.link
    return (
        f'<a href="{_xml(link)}">{words}</a>'
        if words and link and link.startswith("http") and is_address(link)
        else words
    )


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """What is drawn at one place each, with its cell and its kind: a word, a wide character, a sign, a bar, blanks."""
    cells: list[tuple[int, str]] = []
    at = 0
    for one in characters(text):
        cells.append((at, one))
        at += cell_len(one)
    for kind, group in groupby(cells, key=lambda cell: _kind(*cell)):
        placed = list(group)
        yield placed[0][0], kind, "".join(one for _, one in placed)


def _kind(at: int, one: str) -> str:
    """What stands together; every wide character and every sign is of a kind of its own, by its cell."""
    if one == " " or one in _EIGHTHS:
        return "blank" if one == " " else "bar"
    return "word" if cell_len(one) <= 1 and (one.isascii() or one[0].isalnum()) else str(at)


def _attributes(style: Style) -> str:
    given = [] if style.color is None or style.color.is_default else [("fill", style.color.get_truecolor().hex)]
    given += [("font-weight", "bold")] if style.bold else []
    given += [("font-style", "italic")] if style.italic else []
    lines: Iterable[str] = (name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on)
    if drawn := " ".join(lines):
        given.append(("text-decoration", drawn))
    return "".join(f' {name}="{value}"' for name, value in given)


def _x(cell: int) -> int:
    return _MARGIN + cell * _CELL


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
