"""An article in HTML: the blocks of its main text with their links, without scripts, navigation and what is hidden."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.errors import DataError
from relations_cli.readers.prose.forms.elements import Piece, Reader
from relations_cli.readers.prose.forms.manuscript import Manuscript
from relations_cli.readers.prose.forms.rows import MATRIX

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED: Final = (
    "head script style noscript template svg math iframe object embed canvas audio video map nav aside footer button"
    " select textarea input figcaption menu dialog datalist picture img link meta del"
)
_NO_TEXT: Final = frozenset(_DROPPED.split())
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert"}
)
_CHROME: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|share|sharing|social|comments?|respond|related"
    r"|footer|cookie|newsletter|subscribe|promo|advert|advertisement|ads?|banner|popup|modal|toc|pagination|pager|tags|byline|caption|credit"
    r"|recommended|trending|skip|sr-only|visually-hidden|screen-reader-text|mw-editsection|reflist|navbox|catlinks|printfooter"
    r"|noprint|reference)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ENDLESS: Final = (
    "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot"
)
_UNNESTED: Final = frozenset(_ENDLESS.split())
"""Elements without an end, or whose end may be left out."""
_DEEPEST: Final = 3_000
_MAIN_NAMES: Final = re.compile(
    r"(?:^|\s)(?:mw-parser-output|entry-content|post-content|article-(?:body|content)|story-(?:body|text|content)"
    r"|main-content|content|page-content|body-content|field-item)(?:$|\s)",
    re.IGNORECASE,
)


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
        return Manuscript(blocks=[], said="its elements are nested too deep to be an article")
    tree = LexborHTMLParser(text)
    root = tree.body or tree.root
    if root is None:
        return Manuscript(blocks=[])
    pieces = _pieces(root)
    _drop_chrome(pieces)
    reader = Reader(text, _base(tree))
    reader.read(_main_of(pieces))
    return Manuscript(blocks=reader.blocks, title=_title(tree, pieces), said=MATRIX if reader.has_matrix else None)


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


def _title(tree: "LexborHTMLParser", pieces: Sequence[Piece]) -> str | None:
    """The only heading of the first level, else what the head says."""
    tops = [index for index, piece in enumerate(pieces) if piece.kind == "open" and piece.value == "h1"]
    if len(tops) == 1:
        inside = pieces[tops[0] : pieces[tops[0]].end]
        named = " ".join("".join(piece.value for piece in inside if piece.kind == "text").split())
        if named:
            return named
    node = tree.css_first("title")
    return (" ".join(node.text().split()) or None) if node is not None else None


def _pieces(root: "LexborNode") -> list[Piece]:
    """The tree in order, without what is no text: one pass, whatever its depth."""
    pieces: list[Piece] = []
    node: LexborNode | None = root
    opened: list[tuple[LexborNode, int]] = []
    while node is not None:
        tag = node.tag or ""
        child = None
        if tag == "-text":
            text = node.text_content
            if text:
                pieces.append(Piece("text", text))
        elif tag and tag[0] != "-" and (tag not in _NO_TEXT or (tag == "button" and _is_heading(opened))):
            piece = _element(node, tag)
            if piece is not None:
                opened.append((node, len(pieces)))
                pieces.append(piece)
                child = node.first_child
                if child is None:
                    _close(pieces, opened.pop()[1])
        if child is not None:
            node = child
            continue
        following = node.next
        while following is None and opened:
            parent, index = opened.pop()
            _close(pieces, index)
            following = parent.next if opened else None
        node = following if opened else None
    return pieces


def _is_heading(opened: "Sequence[tuple[LexborNode, int]]") -> bool:
    """Whether the innermost element is a heading: one that opens what is folded has a button in it."""
    return bool(opened) and opened[-1][0].tag in _HEADINGS


def _close(pieces: list[Piece], index: int) -> None:
    pieces[index].end = len(pieces)
    pieces.append(Piece("close", pieces[index].value))


def _element(node: "LexborNode", tag: str) -> Piece | None:
    """The start of an element, None where it is hidden or navigation."""
    attributes = node.attributes
    if not attributes:
        return Piece("open", tag, is_main=tag in {"article", "main"}, is_chrome=tag == "form")
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _ROLES
        or "display:none" in style
        or "visibility:hidden" in style
    ):
        return None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    is_main = tag in {"article", "main"} or attributes.get("role") == "main" or bool(_MAIN_NAMES.search(names))
    return Piece(
        "open",
        tag,
        url=(attributes.get("href") or "") if tag == "a" else "",
        is_chrome=tag == "form" or (tag not in {"html", "body", "main", "article"} and bool(_CHROME.search(names))),
        is_main=is_main,
    )


def _drop_chrome(pieces: list[Piece]) -> None:
    """Take out elements that are chrome by name and hold less than a half of the text."""
    sizes = [0]
    for piece in pieces:
        sizes.append(sizes[-1] + (len(piece.value) if piece.kind == "text" else 0))
    kept: list[Piece] = []
    moved: dict[int, Piece] = {}
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == "open":
            size = sizes[piece.end] - sizes[index]
            if piece.is_chrome and size * 2 < sizes[-1]:
                index = piece.end + 1
                continue
            moved[piece.end] = piece
            piece.size = size
        elif piece.kind == "close":
            moved[index].end = len(kept)
        kept.append(piece)
        index += 1
    pieces[:] = kept


def _main_of(pieces: list[Piece]) -> list[Piece]:
    """The pieces of the smallest element that calls itself the main text and holds a half of all of it."""
    total = sum(len(piece.value) for piece in pieces if piece.kind == "text")
    named = [(piece.size, index) for index, piece in enumerate(pieces) if piece.is_main and piece.size * 2 >= total]
    if not named:
        return pieces
    _, index = min(named)
    return pieces[index : pieces[index].end + 1]
