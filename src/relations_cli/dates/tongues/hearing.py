"""What a date in another language says, in English, and in which languages it says so."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from relations_cli.dates.names import MONTH_OF
from relations_cli.dates.refusal import Refusal
from relations_cli.dates.tongues.telling import Piece, Told, told
from relations_cli.dates.tongues.walking import may_end, pieces_of

_LOOKED_AT: Final = 100
"""Characters of a text in which the date at its beginning must end."""
_SURE: Final = frozenset({"Y", "M", "s", ">s", "BC", ">BC", "AD", ">AD", "C", ">C"})
"""What stands beside nothing but figures of a date."""
_SIDES: Final = frozenset({"before", "after", "since", "<before", "<after", "<since", "<until"})
"""What a sentence begins with as well."""
_STRONG: Final = re.compile(r"\s*(?:[:\uff1a;|\u2013\u2014]|-+(?:\s|$)|$)|\t|\s\s|\u3000")
_PARTED: Final = re.compile(r"\s*(?:[:\uff1a;|\u2013\u2014,\uff0c.)]|-+(?:\s|$)|$)|\t|\s\s|\u3000")
_ENGLISH: Final = frozenset({"mars", "mart"})
"""Names of months that are words of English."""
_SHORT: Final = 3
_SMALL: Final = frozenset({"a", "am", "an", "d", "do", "i", "in", "no", "om", "under"})
"""Words before dates that are words of English."""
_ARTICLES: Final = frozenset({"a", "an"})
"""Those behind which a day is one of something: ``An 8 March 2024 ruling …``."""
_YEAR: Final = 4
_DAY: Final = 2
_WORD: Final = 2
"""Letters of a word that stands for more than itself beside a year."""


class Heard(NamedTuple):
    """What a date says in some languages."""

    told: Told
    """In English."""
    tongues: frozenset[str]


@lru_cache(maxsize=1 << 12)
def whole(text: str) -> tuple[Heard, ...]:
    """What a text says that is all a date in another language, once for each meaning; none where it is no such date."""
    bare = text.strip()
    pieces, tongues = pieces_of(bare) if len(bare) <= _LOOKED_AT else ([], frozenset())
    if not pieces or pieces[-1].end < len(bare.rstrip(".")):
        return ()
    has_name = any(_is_month(piece) and len(piece.text) > _SHORT for piece in pieces)
    has_name = has_name or any("present" in piece.means.values() for piece in pieces)
    has_figures = any(piece.text.isdecimal() for piece in pieces)
    heard = _heard(pieces, tongues, is_whole=True) if has_name or has_figures else ()
    return () if any(one.told.text.lower() == bare.lower() for one in heard) else heard


def at_beginning(text: str) -> tuple[Heard, ...]:
    """What the date says with which a text begins, once for each meaning; none where it begins with none.

    A name elsewhere that is a word of English counts where figures and marks beside it show that a date is meant.
    """
    pieces, tongues = pieces_of(text[:_LOOKED_AT])
    if _is_bound(pieces, text) and any(said[:1] == "<" for said in pieces[-1].means.values()):
        pieces = pieces[:-1]  # "2001年3月5日以降、…" begins with the day
    return _heard(pieces, tongues) if pieces and _is_shown(pieces, text) else ()


def common(spoken: Iterable[frozenset[str]]) -> frozenset[str]:
    """The languages that dates have in common, by those of each; empty where they have none. Of English ones: any."""
    named = [tongues for tongues in spoken if tongues]
    return frozenset.intersection(*named) if named else frozenset()


def tongues_of(texts: Iterable[str]) -> frozenset[str]:
    """The languages in which all of these texts are written that are dates in another language than English."""
    return common(frozenset().union(*(one.tongues for one in whole(text))) for text in texts)


def in_english(text: str, tongues: Callable[[], frozenset[str]] = frozenset) -> str | None:
    """The English of a text that is a date in another language; None where it is none.

    Args:
        text: the date.
        tongues: asked for the languages that are meant, where the languages differ on what it is.

    Raises:
        Refusal: they differ, and those that are meant do not settle it.
    """
    heard = whole(text)
    if len(heard) > 1:
        meant = tongues()
        heard = tuple(one for one in heard if not meant.isdisjoint(one.tongues)) or heard
    if len(heard) > 1:
        shown = [f"{one.told.text} in {' or '.join(sorted(one.tongues))}" for one in heard]
        raise Refusal(f"in several languages it is a date: {', '.join(shown)}", "write YYYY-MM-DD or YYYY-MM")
    return heard[0].told.text if heard else None


def _heard(pieces: Sequence[Piece], tongues: Iterable[str], *, is_whole: bool = False) -> tuple[Heard, ...]:
    meanings: dict[str, tuple[Told, set[str]]] = {}
    for tongue in sorted(tongues):
        first, last = pieces[0].means.get(tongue, ""), pieces[-1].means.get(tongue, "D")
        if not may_end(last) or (first == "present" and len(pieces) > 1):
            continue
        one = told(pieces, tongue, is_whole=is_whole)
        if one is not None:
            meanings.setdefault(one.text, (one, set()))[1].add(tongue)
    return tuple(Heard(one, frozenset(of)) for one, of in meanings.values())


def _is_shown(pieces: Sequence[Piece], text: str) -> bool:
    """Whether the pieces with which a running text begins are a date, and no words of it."""
    figures = [len(piece.text) for piece in pieces if piece.text.isdecimal()]
    saids = {said for piece in pieces for said in piece.means.values()}
    if _is_bound(pieces, text):
        return False  # "Seit März 2012 ruht der Bau"
    if figures and not _SURE.isdisjoint(saids):
        return True
    is_parted = _PARTED.match(text, pieces[-1].end) is not None
    month = next((at for at, piece in enumerate(pieces) if _is_month(piece)), None)
    if month is None:
        are_two = "to" in saids and figures.count(_YEAR) > 1
        has_word = are_two or any(_says_year(piece, text) for piece in pieces)
        return max(figures, default=0) >= _YEAR and has_word and is_parted
    if _is_english(pieces, month, text):
        return False
    is_short = all(said.islower() for said in pieces[month].means.values())
    has_day = any(size <= _DAY for size in figures)
    if is_short:
        is_pointed = text[pieces[month].end - 1] == "."
        is_strong = _STRONG.match(text, pieces[-1].end) is not None
        return bool(figures) and (
            is_pointed or is_strong or (has_day and any(piece.text.isdecimal() for piece in pieces[:month]))
        )
    is_small = text[pieces[month].start].islower() and month > 0  # "I mars 2024 …", and no "Mars 2020 rover"
    return has_day or is_parted or (bool(figures) and (is_small or pieces[month].text not in _ENGLISH))


def _is_english(pieces: Sequence[Piece], month: int, text: str) -> bool:
    """Whether pieces with a month that is spelt as in English are words of that: ``may 5 men go``, ``In August he``."""
    if pieces[month].text not in MONTH_OF:
        return False
    before, behind = (
        [len(one.text) for one in part if one.text.isdecimal()] for part in (pieces[:month], pieces[month:])
    )
    is_day = bool(before and behind) or not all(piece.text for piece in pieces[:month])
    if (is_day or (month and behind and text[pieces[month].start].islower())) and pieces[0].text not in _ARTICLES:
        return False  # "Am 6. April wird das Tor …", "In april 2024 gaat …"
    if not before and min(behind, default=_YEAR) <= _DAY:
        return True
    return pieces[0].text in _SMALL and _STRONG.match(text, pieces[-1].end) is None


def _is_bound(pieces: Sequence[Piece], text: str) -> bool:
    """Whether a date is the bound of something, as a sentence may begin, where nothing parts it from the text."""
    saids = {said for piece in pieces for said in piece.means.values()}
    if _SIDES.isdisjoint(saids) or {"<since", "<until"} <= saids:
        return False
    return _STRONG.match(text, pieces[-1].end) is None


def _says_year(piece: Piece, text: str) -> bool:
    """Whether a word shows that the figures beside it are a year; not English ``in``, but Romanian ``în``."""
    is_english = piece.text in _SMALL and text[piece.start : piece.end].isascii()
    return len(piece.text) >= _WORD and any(piece.means.values()) and not is_english


def _is_month(piece: Piece) -> bool:
    return any(said.lower() in MONTH_OF for said in piece.means.values())
