"""The first sentence of a text: the title of an entry that has none."""

import re
from functools import cache

LONGEST_TITLE = 80
"""Characters; a longer sentence is cut at a word."""
_ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "st", "gen", "lt", "col", "sgt", "maj", "capt", "adm", "gov", "sen", "rep", "rev"),
        *("prof", "no", "vs", "etc", "inc", "ltd", "co", "corp", "jr", "sr", "approx", "dept", "fig", "vol", "pp"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ca", "cf", "hon"),
        *("pres", "sec", "fmr", "u.s", "u.n", "u.k", "e.g", "i.e", "a.m", "p.m", "d.c", "ph.d"),
    )
)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[.!?\u3002]+[\"'\u2019\u201d)\]]*(?=\s|$)|\u3002|\n\s*\n")


def first_sentence(text: str) -> str:
    """The first sentence on one line, without its full stop; where it is long, cut at a word with an ellipsis."""
    text = text.strip()
    end = len(text)
    for match in _ends().finditer(text, 0, 2000):
        word = text[: match.start()].rsplit(None, 1)[-1].lstrip("(\"'\u2018\u201c") if match.start() else ""
        if match[0].startswith(".") and _is_abbreviation(word) and match.end() < len(text):
            continue
        end = match.end()
        break
    sentence = " ".join(text[:end].split())
    if sentence.endswith(".") and not sentence.endswith(("..", "U.S.", "U.N.", "U.K.")):
        sentence = sentence[:-1]
    return shortened(sentence)


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def shortened(sentence: str) -> str:
    """The sentence, or as many whole words as a title may have, and an ellipsis."""
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    cut = sentence[:LONGEST_TITLE]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:-\u2013") + "\u2026"
