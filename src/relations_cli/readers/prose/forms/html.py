"""An article in HTML: the blocks of its main text with their links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.errors import DataError
from relations_cli.readers.cited.notes import without_notes
from relations_cli.readers.prose.block import HEAD, LeftOut, Manuscript
from relations_cli.readers.prose.forms.chrome import main_of, without_chrome
from relations_cli.readers.prose.forms.elements import Walk, words
from relations_cli.readers.prose.forms.tree import Piece, Whereabouts, pieces_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ENDLESS: Final = (
    "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot"
)
_UNNESTED: Final = frozenset(_ENDLESS.split())
"""Elements without an end, or whose end may be left out."""
_DEEPEST: Final = 3_000
_BASES: Final = (("base[href]", "href"), ("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content"))


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
    pieces = pieces_of(root)
    notes = list(without_notes(pieces, Whereabouts(text)))
    kept, chrome = without_chrome(pieces)
    main = main_of(kept)
    walk = Walk(Whereabouts(text), _base(tree))
    blocks = list(walk.blocks(kept, main))
    around = [*walk.left_out, *notes, *_around(text, pieces, chrome, "of the page, not of the article")]
    outside = (range(main.start), range(main.stop, len(kept)))
    around += _around(text, kept, outside, "outside the main text of the page")
    node = tree.css_first("title")
    head = words([node.text()]) if node is not None else ""
    title = _title(kept) or head or None
    if head and head != title:
        around.append(LeftOut(Whereabouts(text).line_of(head), head, HEAD))
    return Manuscript(blocks=blocks, title=title, around=tuple(around), said=walk.tables.said)


def _around(text: str, pieces: Sequence[Piece], spans: Iterable[range], why: str) -> Iterator[LeftOut]:
    """What each of these parts of the page says."""
    walk = Walk(Whereabouts(text))
    for span in spans:
        blocks = list(walk.blocks(pieces, span))
        if blocks:
            yield LeftOut(blocks[0].line, words(f"{block.whole} " for block in blocks), why)
    yield from walk.left_out


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
    nodes = ((tree.css_first(query), name) for query, name in _BASES)
    addresses = (node.attributes.get(name) or "" for node, name in nodes if node is not None)
    return next((address for address in addresses if address.startswith(("http://", "https://"))), "")


def _title(pieces: Sequence[Piece]) -> str:
    """The only heading of the first level, empty where there is none, or more."""
    tops = [index for index, piece in enumerate(pieces) if piece.kind == "open" and piece.value == "h1"]
    inside = pieces[tops[0] : pieces[tops[0]].end] if len(tops) == 1 else ()
    return words(piece.value for piece in inside if piece.kind == "text")
