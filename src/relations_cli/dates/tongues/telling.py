"""The words of a date in another language, put into English and into its order."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from relations_cli.dates.names import MONTH_OF, MONTHS, WEEKDAY_OF
from relations_cli.dates.tongues.table import AT

_RANGES: Final = frozenset({"to", "and", "-", "\u2013", "\u2014", "~", "\u301c", "/"})
_DASHES: Final = {"~": "-", "\u301c": "-", "\u2014": "\u2013"}
_LAST_CENTURY: Final = 21
_BOTH: Final = 3
"""Parts of two numbers and what stands between."""
_DECADE: Final = 4
"""Figures of its year, behind which an ending makes no ordinal."""


class Piece(NamedTuple):
    """A word, some figures or a mark of a date."""

    text: str
    """Folded; empty for a point that only says that figures are an ordinal."""
    means: Mapping[str, str]
    """What it is in English by the language, as the table has it; empty for figures and marks."""
    start: int
    """Where it stands in the text."""
    end: int
    is_glued: bool = False
    """Of a mark: whether no spaces stand around it."""


class Told(NamedTuple):
    """A date in English."""

    text: str
    ends: Mapping[int, int]
    """Where a part of the English ends: where it does in the text that it stands for."""

    def length(self, english: int) -> int | None:
        """Characters of the text that so many characters of the English stand for; None within a part."""
        beyond = english - len(self.text)
        return self.ends[len(self.text)] + beyond if beyond > 0 else self.ends.get(english)


def told(pieces: Sequence[Piece], tongue: str, *, is_whole: bool = False) -> Told | None:
    """What the pieces say in one language, None where that is no date.

    Args:
        pieces: of the text.
        tongue: the language.
        is_whole: whether the text is nothing else, so that what two dates share may stand behind both.
    """
    saids = [piece.means[tongue] if piece.means else piece.text for piece in pieces]
    if {"<since", "<until"} <= {*saids}:
        saids = [{"<since": "to", "<until": "D"}.get(said, said) for said in saids]
    if "from" in saids and _RANGES.isdisjoint(saids):
        saids[saids.index("from")] = "since"
    names = {said.lower() for piece, said in zip(pieces, saids, strict=True) if piece.means}
    has_month = not names.isdisjoint(MONTH_OF) or "M" in saids
    if (names <= {"", "="} and "=" not in names) or (_is_and(pieces, saids) and not has_month):
        return None
    if not names.isdisjoint(WEEKDAY_OF) and not has_month:
        return None
    telling = _Telling()
    for piece, said in zip(pieces, saids, strict=True):
        if not telling.take(piece, said):
            return None
    return telling.told(is_whole=is_whole)


def _is_and(pieces: Sequence[Piece], saids: Sequence[str]) -> bool:
    """Whether Czech for "and" joins them, which without its accent is "to" in other languages."""
    return any(piece.text == "a" and said == "and" for piece, said in zip(pieces, saids, strict=True))


class _Telling:
    """English while it is made: its parts, and where each ends in the text."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, int]] = []
        self._start = 0
        """Of the date among several."""
        self._later = ""
        """What the figures that follow are."""
        self._is_century = False
        """Whether the last figures were the number of a century because of the word before them."""

    def take(self, piece: Piece, said: str) -> bool:
        """Add a piece; whether it fits."""
        said = "to" if said == "and" and self._is_century else said
        if not piece.means and said.isdecimal():
            self._add(self._figures(said), piece.end)
        elif said in {"#", "s", "Y", "M", "D", ".", "C"}:
            return self._qualify(said, piece.end)
        elif said[:1] in {">", "+"}:
            self._later = said
        elif said[:1] == "<":
            self._parts.insert(self._start, (said[1:], piece.end))
        elif said.lower() in WEEKDAY_OF and len(self._parts) > self._start:
            if self._parts[-1][0] == ",":
                self._parts.pop()
            self._parts.insert(self._start, (said.capitalize(), piece.end))
        elif said not in {"", "=", "in", AT}:
            self._add(_DASHES.get(said, said) if not piece.is_glued else f"\b{_DASHES.get(said, said)}\b", piece.end)
            if said in _RANGES:
                self._start = len(self._parts)
                self._later = ">C" if self._is_century else ""
        return True

    def _add(self, text: str, end: int) -> None:
        is_name = text in MONTH_OF or text in WEEKDAY_OF  # the table has short ones in small letters
        self._parts.append((text.capitalize() if is_name else text, end))

    def _figures(self, digits: str) -> str:
        later, self._later = self._later, ""
        if later[:1] == "+":
            return str(int(later[1:]) + int(digits))
        self._is_century = later == ">C" and int(digits) <= _LAST_CENTURY
        if self._is_century:
            return f"{digits}th century"
        return digits + later.replace(">", "" if later == ">s" else " ")

    def _qualify(self, said: str, end: int) -> bool:
        """Say what the figures before it are; whether they can be that."""
        if not self._parts:
            return False
        figures = self._parts[-1][0]
        if said == "M":
            if not (figures.isdecimal() and 1 <= int(figures) <= len(MONTHS)):
                return False
            figures = MONTHS[int(figures) - 1]
        elif said == "s" or (said == "#" and len(figures) == _DECADE):
            if not figures.endswith("0"):
                return False
            figures += "s"
        elif said == "C":
            if not (figures.isdecimal() and 1 <= int(figures) <= _LAST_CENTURY):
                return False
            figures += "th century"
            self._count_first(end)
        self._parts[-1] = figures, end
        return True

    def _count_first(self, end: int) -> None:
        """Say that the first of two numbers is that of a century as the second is: ``XVIII–XIX века``."""
        before, sign = [text for text, _ in self._parts[-3:-1]] if len(self._parts) >= _BOTH else ("", "")
        if sign.strip("\b") in _RANGES and before.isdecimal() and 1 <= int(before) <= _LAST_CENTURY:
            self._parts[-3:-1] = [(f"{before}th century", end), ("to" if sign == "and" else sign, end)]

    def _shared(self) -> list[tuple[str, int]]:
        """The parts with what the first of two dates shares with the second behind both: ``2012 March 5–8``."""
        begun = [text for text, _ in self._parts[:2]]
        behind = [text for text, _ in self._parts[self._start :]]
        if (
            not self._start
            or len(begun[0]) != _DECADE
            or begun[1].lower() not in MONTH_OF
            or any(_is_year(text) or ":" in text for text in behind)
        ):
            return self._parts
        shared = 1 if MONTH_OF.keys() & {text.lower() for text in behind} else 2
        return [*self._parts[shared:], *reversed(self._parts[:shared])]

    def told(self, *, is_whole: bool) -> Told:
        """All that was taken."""
        text, reached, ends = "", 0, {}
        for part, end in self._shared() if is_whole else self._parts:
            is_tight = not text or text[-1] == "\b" or part[0] in ",\b"
            text = text.removesuffix("\b") + (" " * (not is_tight)) + part.removeprefix("\b")
            reached = max(reached, end)
            ends[len(text.removesuffix("\b"))] = reached
        return Told(text.removesuffix("\b"), ends)


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == _DECADE
