"""Where the lines of a text end: at blanks and beside ideographs, never within what a reader takes for one character.

A small part of Unicode's rules for line breaks (UAX 14) and for characters as people see them (UAX 29).
"""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

_JOINS_THE_ONE_BEFORE = frozenset("\u200c\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff").union(
    map(chr, range(0xE0020, 0xE0080))
)
"""Joiners, variations, tones of skin, and the tags of a flag."""
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_IDEOGRAPHS = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
"""Texts in these have no blanks; Korean has them."""
_WEAK = "-/_.,;?&="
"""After these a word breaks that is longer than a line."""


def breaks(plain: str, width: int) -> list[int]:
    """The offsets at which the lines of a text start, the first left out, each line at most so many cells wide.

    A line ends after a blank or beside an ideograph. A word that is longer than a line ends after a hyphen, a slash or
    the like, and where it has none between two characters, but never between one and its combining marks, nor within an
    emoji. A character that is wider than a line has one of its own.
    """
    units = list(characters(plain))
    starts: list[int] = []
    at = used = strong = weak = 0
    begin = 0  # of the line, as a place in units; so are strong and weak
    while at < len(units):
        unit = units[at]
        size = cell_len(unit)
        if used + size > width and unit != " " and at > begin:
            at = begin = strong or weak or at
            starts.append(begin)
            used = strong = weak = 0
            continue
        used += size
        at += 1
        if unit == " " or _beside_ideograph(unit, units[at] if at < len(units) else ""):
            strong = at
        elif unit in _WEAK:
            weak = at
    offsets = [0]
    for unit in units:
        offsets.append(offsets[-1] + len(unit))
    return [offsets[start] for start in starts]


def words(plain: str) -> list[str]:
    """The words of a text, each with the blanks behind it; of ideographs, which no blanks part, each character.

    The members of an object in JSON, which none part either, are words.
    """
    parts = [one for part in re.findall(r"\s*\S+\s*|\s+", plain) for one in re.split(r'(?<=.)(?=,")|(?=\}$)', part)]
    return [one for part in parts for one in (characters(part) if _IDEOGRAPHS.search(part) else (part,))]


def _beside_ideograph(before: str, after: str) -> bool:
    """Whether a line may end between the two: not before a stop or closing bracket, nor behind an opening one."""
    if not after or not (_IDEOGRAPHS.match(before) or _IDEOGRAPHS.match(after)):
        return False
    return unicodedata.category(after[0]) not in ("Pe", "Pf", "Po") and unicodedata.category(before[0]) != "Ps"


def characters(plain: str) -> Iterator[str]:
    """What a reader takes for one character: a base with its marks, a flag, an emoji of several."""
    if plain.isascii():
        yield from plain
        return
    held = ""
    for one in plain:
        is_flag = _is_flag_letter(one) and len(held) == 1 and _is_flag_letter(held)
        if held and (is_flag or held[-1] == "\u200d" or one in _JOINS_THE_ONE_BEFORE or _is_mark(one)):
            held += one
        else:
            if held:
                yield held
            held = one
    if held:
        yield held


def _is_flag_letter(one: str) -> bool:
    return _FLAG_LETTERS[0] <= one <= _FLAG_LETTERS[1]


def _is_mark(one: str) -> bool:
    return unicodedata.category(one).startswith("M")
