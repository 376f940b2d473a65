"""Live bytes: what a terminal or a browser would act upon. Told without asking the program's own lists."""

import re

from markdown_it import MarkdownIt

_STYLE = re.compile("\x1b\\[(?!6m)[0-9;]*m")
"""Colours and weights, which the program writes itself; it never blinks, so that a blink (6) comes from data."""
_LINK = re.compile("\x1b\\]8;(?:id=[0-9]+)?;(?:https?://[^\x00-\x20\x7f]*)?\x1b\\\\")
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_LIVE = re.compile(f"[{_CONTROLS}]")
_LIVE_IN_CSV = re.compile(f"(?![\r\u2028\u2029])[{_CONTROLS}]")
_HIDDEN = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b|[\u200e\u200f\u2060-\u2064\ufff9-\ufffb]")
_TAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|([\U000e0000-\U000e007f])")
_JOINER = re.compile("(?<=[\x00-\x7f])[\u200c\u200d]|^[\u200c\u200d]|[\u200c\u200d](?=[!-~])")
"""A joiner that has nothing to join; at the end of a line it may be where a word was broken."""
_HTML = re.compile("<[a-z!/?]", re.IGNORECASE)


def live_character(text: str, *, coloured: bool = False, is_csv: bool = False) -> str:
    """The first character that something may act upon, by its code; empty where there is none.

    Args:
        text: what was written.
        coloured: whether the program may have written colours and links itself.
        is_csv: whether breaks of lines may stand in a cell.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return ""
    if coloured:
        text = _LINK.sub("", _STYLE.sub("", text))
    found = (_LIVE_IN_CSV if is_csv else _LIVE).search(text) or _hidden(text)
    return "" if found is None else f"U+{ord(found[0][-1]):04X}"


def _hidden(text: str) -> "re.Match[str] | None":
    """The first mark that nothing shows and no script or emoji needs where it stands."""
    return _HIDDEN.search(text) or _JOINER.search(text) or next((one for one in _TAGS.finditer(text) if one[1]), None)


def live_html(markdown: str) -> str:
    """The first tag that a page of Markdown would hand to a browser; empty where there is none."""
    if _HTML.search(markdown) is None:
        return ""
    parser = MarkdownIt("commonmark")
    tokens = [inner for token in parser.parse(markdown) for inner in (token, *(token.children or ()))]
    return next((token.content[:20] for token in tokens if token.type in {"html_block", "html_inline"}), "")
