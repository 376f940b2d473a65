"""The tree of a page as pieces in order, without scripts and the like, and how each may be around the article."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from relations_cli.model.facts import Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LEAST: Final = 3
"""Characters of a text that can be found: shorter ones stand everywhere."""
_SHORT: Final = 12
_WINDOW: Final = 60_000  # characters of the source in which a block's text is looked for
_BUDGET: Final = 20_000_000  # characters that may be looked through beyond that
_DROPPED: Final = (
    "head script style noscript template svg math iframe object embed canvas audio video map"
    " input datalist picture link meta"
)
LINES: Final = "lines"
"""A paragraph of Markdown among the tags: the lines of its text are kept, and say little."""
_NO_TEXT: Final = frozenset(_DROPPED.split())
_MAIN: Final = frozenset(("article", "main"))
_WHOLE: Final = _MAIN | {"html", "body"}
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert"}
)
_HOLDS_NONE: Final = (
    "nav|navbar|navigation|menu|breadcrumbs?|comments?|respond|related|recommended|trending|pagination|pager"
    "|toc|reflist|reference|navbox|catlinks|printfooter|mw-editsection|sr-only"
)
_NEVER: Final = re.compile(rf"(?:^|\s)(?:{_HOLDS_NONE})(?:$|\s)", re.IGNORECASE)
"""Names of what holds no entries, whatever dates it has."""
_CHROME: Final = re.compile(
    rf"(?:^|[\s_-])(?:{_HOLDS_NONE}|sidebar|share|sharing|social|footer|cookie|newsletter|subscribe|promo|advert"
    r"|advertisement|ads?|banner|popup|modal|tags|byline|caption|credit|skip|visually-hidden|screen-reader-text|noprint)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAIN_NAMES: Final = re.compile(
    r"(?:^|\s)(?:mw-parser-output|entry-content|post-content|article-(?:body|content)|story-(?:body|text|content)"
    r"|main-content|content|page-content|body-content|field-item)(?:$|\s)",
    re.IGNORECASE,
)

Chrome = Literal["", "named", "stubborn", "soft", "always"]
"""How an element is around an article: not at all; by its names, unless it holds half of the text or an entry; by names
that no entry outranks; by its tag, unless it holds an entry; in any case."""
_TELLING: Final = {"a": "href", "time": "datetime"}
_OF_TAG: Final[Mapping[str, Chrome]] = {
    **dict.fromkeys(("nav", "footer", "button", "select", "textarea", "menu", "dialog"), "always"),
    "aside": "soft",
    "figcaption": "soft",
    "form": "named",
}


class Piece(msgspec.Struct):
    """What a walk over the tree meets: a text, a picture, or the start or the end of an element."""

    kind: Literal["text", "picture", "open", "close", "gone"]
    value: str
    """The text, of a picture the one that stands for it, or the tag."""
    attribute: str = ""
    """Of a link its address, of a time the date that it means."""
    name: str = ""
    """Of an element its id, by which links lead to it."""
    sources: tuple[Source, ...] = ()
    """Of what stands in place of a link to a note: what that cites."""
    chrome: Chrome = ""
    """Why it is around the article."""
    is_main: bool = False
    """Whether its names say that it is the article."""
    rows: int = 1
    """Of a cell: how many rows it spans."""
    end: int = 0
    """Of an element: the index of the piece with which it closes."""
    line: int = 0
    """On which it begins, from 1; 0 where nobody knows."""


def pieces_of(root: "LexborNode") -> list[Piece]:
    """The tree in order, without what is no text: one pass, whatever its depth."""
    pieces: list[Piece] = []
    waiting: list[LexborNode | Piece] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Piece):  # the start of an element, all of whose inside was met
            node.end = len(pieces)
            pieces.append(Piece("close", node.value))
            continue
        if pieces and node.next is not None:
            waiting.append(node.next)
        tag = node.tag or "-"
        if tag == "-text":
            pieces.append(Piece("text", node.text_content or ""))
        elif tag == "img":
            pieces.append(Piece("picture", node.attributes.get("alt") or ""))
        elif tag[0] != "-" and tag not in _NO_TEXT:
            pieces.append(_element(node, tag))
            waiting.append(pieces[-1])
            if node.first_child is not None:
                waiting.append(node.first_child)
    return pieces


def _element(node: "LexborNode", tag: str) -> Piece:
    """The start of an element."""
    chrome: Chrome = _OF_TAG.get(tag, "")
    if (
        tag == "button" and node.parent is not None and node.parent.tag in {"summary", *HEADINGS}
    ):  # it opens what is folded
        chrome = ""
    attributes = node.attributes
    if not attributes:
        return Piece("open", tag, chrome=chrome, is_main=tag in _MAIN)
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    if _is_hidden(attributes):
        chrome = "always"
    elif chrome != "always" and tag not in _WHOLE and _CHROME.search(names):
        chrome = "stubborn" if _NEVER.search(names) else chrome or "named"
    return Piece(
        "open",
        tag,
        attribute=attributes.get(_TELLING.get(tag, "")) or "",
        name=attributes.get("id") or "",
        chrome=chrome,
        rows=_rows(attributes.get("rowspan") or "") if tag in {"td", "th"} else 1,
        is_main=tag in _MAIN or attributes.get("role") == "main" or bool(_MAIN_NAMES.search(names)),
    )


def _is_hidden(attributes: "Mapping[str, str | None]") -> bool:
    """Whether an element is not shown, or serves the page."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    is_unseen = "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
    return is_unseen or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES


def _rows(digits: str) -> int:
    """How many rows a cell spans, at most as many as a browser shows."""
    return min(int(digits), 65_534) if digits.isdecimal() and len(digits) < 6 else 1  # noqa: PLR2004


class Whereabouts:
    """Where in the source a text stands: each is looked for behind the one before."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._position = 0
        self._budget = _BUDGET

    def line_of(self, text: str) -> int:
        """The line on which a text begins; where that cannot be found, that of the text before it."""
        needle = re.search(r"[^\W_&]{1,24}(?:[ ,.:/-]{1,2}[^\W_&]{1,24}){0,4}", text)
        wanted = needle[0] if needle else ""
        if len(wanted) >= LEAST:
            # A year alone stands in many addresses before it stands in the text
            at = self._find(f">{wanted}") if len(wanted) <= _SHORT else -1
            at = self._find(wanted) if at < 0 else at
            if at >= 0:
                self._position = at + len(wanted)
        return bisect_right(self._starts, self._position)

    def _find(self, wanted: str) -> int:
        at = self._source.find(wanted, self._position, self._position + _WINDOW)
        if at < 0 and self._budget > 0:
            at = self._source.find(wanted, self._position + _WINDOW - len(wanted))
            self._budget -= len(self._source) - self._position
        return at
