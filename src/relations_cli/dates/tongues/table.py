"""The words of dates in other languages: ``words.json``, of which ``tests/tongues.py`` is the source."""

import json
import os.path
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from relations_cli.errors import DataError, unreadable

Meanings = tuple[tuple[str, frozenset[str]], ...]
"""What a word is in English and in which languages, the likelier first."""

BETWEEN: Final = frozenset({"to", "and"})
"""What stands between two dates."""
AT: Final = "at"
"""What stands behind a date and before a time."""
BEHIND: Final = frozenset({".", "Y", "M", "D", "BC", "AD", "C", "C."})
"""What stands behind figures or a name, and so does what begins with ``<``."""


class Table(NamedTuple):
    """What is known, by the folded word."""

    words: Mapping[str, Meanings]
    endings: Mapping[str, Meanings]
    """What stands right behind figures."""
    sizes: Mapping[str, tuple[int, ...]]
    """How long words and endings are that begin with a character, the longest first."""


@cache
def table() -> Table:
    """The table, read once.

    Raises:
        DataError: it cannot be read.
    """
    path = os.path.join(os.path.dirname(__file__), "words.json")
    try:
        with open(path, encoding="utf-8") as file:
            raw: dict[str, dict[str, dict[str, str]]] = json.load(file)
    except OSError as error:
        raise unreadable(path, error) from None
    except MemoryError:
        raise DataError("cannot be read: not enough memory", file=path) from None
    words, endings = ({word: _meanings(means) for word, means in raw[part].items()} for part in ("words", "endings"))
    sizes: dict[str, set[int]] = {}
    for word in (*words, *endings):
        sizes.setdefault(word[0], set()).add(len(word))
    return Table(words, endings, {first: tuple(sorted(those, reverse=True)) for first, those in sizes.items()})


def _meanings(means: Mapping[str, str]) -> Meanings:
    return tuple((said, frozenset(means[said].split())) for said in sorted(means, key=_rank))


def _rank(said: str) -> int:
    """How far back a meaning stands among those that a word may have in a place."""
    return 0 if said in BETWEEN else 1 if said == AT or said in BEHIND or said[:1] == "<" else 2 if said else 3


_LIKE: Final = {"ı": "i", "’": "'"}


def folded(text: str) -> tuple[str, list[int]]:
    """The text in small letters without accents, and for each character of that where it ends in the text."""
    if text.isascii():
        return text.lower(), list(range(1, len(text) + 1))
    signs: list[str] = []
    ends: list[int] = []
    for end, sign in enumerate(text, 1):
        for one in normalize("NFKD", sign.casefold()):
            if not combining(one):
                signs.append(_LIKE.get(one, one))
                ends.append(end)
    return "".join(signs), ends
