"""Glyphs one cell wide: signs of statuses and stances, letters, and the ASCII twin of each for other terminals."""

from collections.abc import Iterable, Mapping

from relations_cli.escaping import shown_line
from relations_cli.screen import Screen

_STATUS_SIGNS = {
    "planned": ("→", ">"),
    "confirmed": ("✓", "="),
    "corroborated": ("+", "+"),
    "disputed": ("≠", "!"),
    "alleged": ("?", "?"),
    "denied": ("✗", "/"),
}
_STANCE_SIGNS = {"asserts": ("?", "?"), "denies": ("✗", "/"), "corroborates": ("+", "+"), "confirms": ("✓", "=")}
BEARS = "↳"
"""Of an event that bears on a proposition: it says nothing of the event's own status."""

LANDMARK = "★"

_TWINS = {
    LANDMARK: "@", "┄": ".",
    "●": "*", "○": "o", "│": "|", "┆": ":", "╭": ",", "╰": "`", "┃": "|", "↓": "v", "↑": "^", "─": "-", "━": "-",
    "├": "|", "┤": "|", "┼": "+", "◂": "<", "▸": ">", "…": "~", "▪": "#", "◦": "o",
    "⇣": ";", "⇡": "'", BEARS: "&",
}  # fmt: skip


_PUNCTUATION = str.maketrans(
    {"–": "-", "—": "-", "…": "...", "→": "->", "·": "-", "‘": "'", "’": "'", "“": '"', "”": '"'}
)


def legible(text: str, screen: Screen) -> str:
    r"""A text of the data on one line: its controls, and what the screen cannot show, as escapes such as ``\u4e2d``.

    Escapes are longer than what they stand for: a text has to be legible before it is measured.
    """
    shown = shown_line(text)
    if screen.unicode or shown.isascii():
        return shown
    return shown.translate(_PUNCTUATION).encode(screen.encoding, "backslashreplace").decode(screen.encoding)


def twinned(drawn: str, screen: Screen) -> str:
    """A drawing whose dashes and the like, which the program writes itself, are ASCII where the screen asks for it."""
    return drawn if screen.unicode else drawn.translate(_PUNCTUATION)


def status_sign(status: str, *, unicode: bool) -> str:
    """The sign of a status; nothing for uncontested."""
    return _STATUS_SIGNS.get(status, ("", ""))[not unicode]


def stance_sign(stance: str, *, unicode: bool) -> str:
    """The sign of a stance."""
    return _STANCE_SIGNS[stance][not unicode]


def glyph(wanted: str, *, unicode: bool) -> str:
    """The glyph, or its ASCII twin, each as wide as the other."""
    return wanted if unicode else "".join(_TWINS.get(one, one) for one in wanted)


def letters(names: Iterable[str]) -> Mapping[str, str]:
    """A letter for each name, no two alike: one of its own where that is free, else the next free one.

    Names keep their order, the first has the first choice.
    """
    given: dict[str, str] = {}
    free = dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz")
    for name in names:
        own = [letter for letter in name.upper() if letter in free]
        letter = own[0] if own else next(iter(free), "·")
        given[name] = letter
        free.pop(letter, None)
    return given
