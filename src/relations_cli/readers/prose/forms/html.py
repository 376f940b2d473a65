"""An article in HTML: the blocks of its main text with their links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.errors import DataError
from relations_cli.readers.prose.forms.chrome import main_of, without_chrome
from relations_cli.readers.prose.forms.elements import Walk
from relations_cli.readers.prose.forms.manuscript import HEAD, LeftOut, Manuscript
from relations_cli.readers.prose.forms.notes import without_notes
from relations_cli.readers.prose.forms.pieces import Piece
from relations_cli.readers.prose.forms.rows import MATRIX
from relations_cli.readers.prose.forms.tree import pieces_of
from relations_cli.readers.prose.forms.whereabouts import Whereabouts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ENDLESS: Final = (
    "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot"
)
_UNNESTED: Final = frozenset(_ENDLESS.split())
"""Elements without an end, or whose end may be left out."""
_DEEPEST: Final = 3_000


def manuscript_of_html(text: str) -> Manuscript:
    """The manuscript of a text in HTML.

    Raises:
        DataError: the library that reads it is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # an extra; 5 ms
    except ImportError:
        raise DataError("HTML needs the extra readers: pip install 'relations-cli[readers]'") from None

    text = text.replace("\x00", "\ufffd")
    if _depth(text) > _DEEPEST:
        return Manuscript(blocks=[], said="its elements are nested too deep to be an article", is_unread=True)
    tree = LexborHTMLParser(text)
    root = tree.body or tree.root
    if root is None:
        return Manuscript(blocks=[])
    every = pieces_of(root)
    notes = list(without_notes(every))
    pieces, chrome = without_chrome(every)
    start, end = main_of(pieces)
    base = _base(tree)
    walk = Walk(text, base)
    walk.read(pieces[start:end])
    around = [*walk.left_out, *_around(text, chrome, "of the page, not of the article")]
    lines = Whereabouts(text)
    around += [LeftOut.of(lines.line_of(words), words, why) for words, why in notes]
    around += _around(text, [pieces[:start], pieces[end:]], "outside the main text of the page")
    head = _head(tree)
    title = _title(head, pieces)
    if head and head != title:
        around.append(LeftOut.of(Whereabouts(text).line_of(head), head, HEAD))
    said = MATRIX if walk.has_matrix else None
    return Manuscript(blocks=walk.blocks, title=title, around=tuple(around), said=said)


def _around(text: str, parts: Iterable[Sequence[Piece]], why: str) -> Iterator[LeftOut]:
    """What each of these parts of the page says."""
    walk = Walk(text, "")
    for part in parts:
        before = len(walk.blocks)
        walk.read(part)
        blocks = walk.blocks[before:]
        if blocks:
            yield LeftOut.of(blocks[0].line, " ".join(" ".join(block.whole.split()) for block in blocks), why)


def _depth(text: str) -> int:
    """How deep elements are nested at most: the library's time grows with the square of it."""
    opened: Counter[str] = Counter()
    depth = deepest = 0
    for match in re.finditer(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})", text):
        tag = match[2].lower()
        if tag in _UNNESTED:
            continue
        if not match[1]:
            opened[tag] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[tag]:
            opened[tag] -= 1
            depth -= 1
    return deepest


def _base(tree: "LexborHTMLParser") -> str:
    """The address against which the links of the page are read; empty where it does not say."""
    for query, name in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ('meta[property="og:url"]', "content"),
    ):
        node = tree.css_first(query)
        address = (node.attributes.get(name) or "") if node is not None else ""
        if address.startswith(("http://", "https://")):
            return address
    return ""


def _head(tree: "LexborHTMLParser") -> str:
    """The title that the head of the page says, empty where it says none."""
    node = tree.css_first("title")
    return " ".join(node.text().split()) if node is not None else ""


def _title(head: str, pieces: Sequence[Piece]) -> str | None:
    """The only heading of the first level, else what the head says."""
    tops = [index for index, piece in enumerate(pieces) if piece.kind == "open" and piece.value == "h1"]
    if len(tops) == 1:
        inside = pieces[tops[0] : pieces[tops[0]].end]
        named = " ".join("".join(piece.value for piece in inside if piece.kind == "text").split())
        if named:
            return named
    return head or None
