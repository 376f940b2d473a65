"""The tree of a page as pieces in order, without scripts and pictures, and how each may be around the article."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.readers.prose.forms.pieces import Chrome, Piece

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED: Final = (
    "head script style noscript template svg math iframe object embed canvas audio video map"
    " input datalist picture img link meta"
)
_AROUND: Final = frozenset(("nav", "footer", "button", "select", "textarea", "menu", "dialog", "del"))
_OF_TAG: Final[dict[str, Chrome]] = {"aside": "soft", "figcaption": "soft", "form": "named"}
_MAIN: Final = frozenset(("article", "main"))
_WHOLE: Final = _MAIN | {"html", "body"}
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
_NEVER: Final = re.compile(
    r"(?:^|\s)(?:nav|navbar|navigation|menu|breadcrumbs?|comments?|respond|related|recommended|trending|pagination|pager"
    r"|toc|reflist|references?|navbox|catlinks|printfooter|mw-editsection|sr-only)(?:$|\s)",
    re.IGNORECASE,
)
"""Names of what holds no entries, whatever dates it has."""
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
        elif tag and tag[0] != "-" and tag not in _NO_TEXT:
            opened.append((node, len(pieces)))
            pieces.append(_element(node, tag, is_heading=_is_heading(opened[:-1])))
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


def _element(node: "LexborNode", tag: str, *, is_heading: bool) -> Piece:
    """The start of an element.

    Args:
        node: the element.
        tag: its name.
        is_heading: whether it stands in a heading.
    """
    chrome: Chrome = "always" if tag in _AROUND and not (tag == "button" and is_heading) else _OF_TAG.get(tag, "")
    attributes = node.attributes
    if not attributes:
        return Piece("open", tag, is_main=tag in _MAIN, chrome=chrome)
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _ROLES
        or "display:none" in style
        or "visibility:hidden" in style
    ):
        chrome = "always"
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    is_main = tag in _MAIN or attributes.get("role") == "main" or bool(_MAIN_NAMES.search(names))
    if chrome != "always" and tag not in _WHOLE and _CHROME.search(names):
        chrome = "stubborn" if _NEVER.search(names) else chrome or "named"
    return Piece(
        "open",
        tag,
        url=(attributes.get("href") or "") if tag == "a" else "",
        name=attributes.get("id") or "",
        chrome=chrome,
        rows=_rows(attributes.get("rowspan") or "") if tag in {"td", "th"} else 1,
        is_main=is_main,
    )


def _rows(digits: str) -> int:
    """How many rows a cell spans, at most as many as a browser shows."""
    return min(int(digits), 65_534) if digits.isdecimal() and len(digits) < 6 else 1  # noqa: PLR2004
