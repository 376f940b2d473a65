"""Live bytes: what a terminal, a spreadsheet or a browser would act upon. Told without asking the program's own lists."""

import re
import unicodedata

_STYLE = re.compile("\x1b\\[(?!6m)[0-9;]*m")
"""Colours and weights, which the program writes itself; it never blinks, so that a blink (6) comes from data."""
_LINK = re.compile("\x1b\\]8;(?:id=[0-9]+)?;(?:https?://[^\x00-\x20\x7f]*)?\x1b\\\\")
_BREAKS = "\n\t"
_SEPARATORS = "\u2028\u2029"
_BIDI = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
_HIDDEN = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufff9-\ufffb]")
_TAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|([\U000e0000-\U000e007f])")
_JOINER = re.compile("(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f]|$)")
_HTML = re.compile(r"(?<!\\)<(?:[a-z!/?])", re.IGNORECASE)
_CODE = re.compile(r"(`+)[^`](?:.*?[^`])?\1(?!`)", re.DOTALL)


def live_character(text: str, *, coloured: bool = False, breaks: str = _BREAKS) -> str:
    """The first character that something may act upon, by its code; empty where there is none.

    Args:
        text: what was written.
        coloured: whether the program may have written colours and links itself.
        breaks: the controls that the format has.
    """
    if coloured:
        text = _LINK.sub("", _STYLE.sub("", text))
    if text.isprintable():
        return ""
    for one in text:
        is_control = unicodedata.category(one) in ("Cc", "Cs") and one not in breaks
        if is_control or one in _SEPARATORS or one in _BIDI:
            return f"U+{ord(one):04X}"
    return _hidden(text)


def _hidden(text: str) -> str:
    """The first mark that nothing shows and no script or emoji needs where it stands."""
    found = _HIDDEN.search(text) or _JOINER.search(text)
    if found is None:
        found = next((one for one in _TAGS.finditer(text) if one[1]), None)
    return "" if found is None else f"U+{ord(found[0][-1]):04X}"


def live_html(markdown: str) -> str:
    """The first tag that a page of Markdown would hand to a browser; empty where there is none."""
    found = _HTML.search(_CODE.sub("", markdown))
    return "" if found is None else markdown[found.start() : found.start() + 20]
