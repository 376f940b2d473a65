"""The tree of a page as pieces in order, without scripts, navigation and what is hidden."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.readers.prose.forms.pieces import Piece

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

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
_MAIN_NAMES: Final = re.compile(
    r"(?:^|\s)(?:mw-parser-output|entry-content|post-content|article-(?:body|content)|story-(?:body|text|content)"
    r"|main-content|content|page-content|body-content|field-item)(?:$|\s)",
    re.IGNORECASE,
)


def pieces_of(root: "LexborNode") -> list[Piece]:
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
