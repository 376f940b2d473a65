"""The first sentence of a text as a title, and what is left for the summary."""

import re
from functools import cache
from typing import Final

LONGEST_TITLE: Final = 80

_ABBREVIATIONS: Final = (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gen col lt"
    " maj capt cmdr adm sgt cpl pvt mr mrs ms dr prof fmr rep reps sen sens gov rev hon pres st mt ft no nos vs"
    " inc ltd corp co bros dept est approx ca cf al fig vol pp ed eds jr sr ave blvd rd min max tel univ assn"
    " dist art sec ch def amb atty supt messrs op cit viz etc e.g i.e a.m p.m u.s u.n u.k e.u d.c u.s.s.r"
    " d.p.r.k r.o.k ph.d n.y"
)
_MAY_END: Final = frozenset({"inc", "ltd", "corp", "co", "jr", "sr", "etc", "a.m", "p.m", "u.s", "u.n", "u.k", "e.u"})
"""Abbreviations that may stand last in a sentence: what follows decides."""

_LOOKED_AT: Final = 1000


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line and without its full stop, as a title; a blank line ends it, too."""
    paragraph = re.split(r"\n\s*\n", text.strip()[:_LOOKED_AT], maxsplit=1)[0]
    title, _ = titled(" ".join(paragraph.split()))
    word = title.removesuffix(".").rpartition(" ")[2].lower()
    return title if title.endswith("..") or word in _MAY_END else title.removesuffix(".")


def titled(text: str, *, skipped: int = 0) -> tuple[str, str]:
    """Title and rest: the first sentence, or as many words as fit with an ellipsis and the whole text as the rest.

    The title has at most 80 characters; no sentence ends at an abbreviation or an initial, nor within the first
    ``skipped`` characters.
    """
    end = skipped + sentence_end(text[skipped:])
    first = text[:end].strip()
    if len(first) <= LONGEST_TITLE:
        return first, text[end:].strip()
    return _cut(first), text


def _cut(text: str) -> str:
    """The text up to the last word that fits, with an ellipsis."""
    head = text[:LONGEST_TITLE]
    at = head.rfind(" ")
    return head[: at if at > LONGEST_TITLE // 3 else LONGEST_TITLE - 1].rstrip(" ,;:–—-(") + "…"


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[.!?…]{1,3}[)\]”’\"'»]{0,3}(?:\[\d{1,3}\]|\[\w\]){0,9}(?=\s|$)|[。！？]")


def sentence_end(text: str) -> int:
    """Where the first sentence ends; the end of the first line, where that comes first."""
    head = text[:_LOOKED_AT]
    line = head.find("\n")
    for match in _end().finditer(head):
        if 0 <= line < match.start():
            break
        if _ends_sentence(head, match):
            return match.end()
    return line if line >= 0 else len(text)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    behind = text[match.end() : match.end() + 40].lstrip()
    if not behind:
        return True
    if behind[0].islower():
        return False
    if match[0][:1] != "." or match[0][:2] == "..":
        return True
    word = re.split(r"[\s(“\"‘\[]", text[max(0, match.start() - 24) : match.start()])[-1].lower()
    if word in _MAY_END or re.fullmatch(r"(?:[a-z]\.){1,4}[a-z]", word):
        return _begins_sentence(behind)
    if word == "no":
        return not behind[0].isdigit()
    is_initial = len(word) == 1 and word.isalpha()
    return not is_initial and word not in _words(_ABBREVIATIONS)


_OPENERS: Final = (
    "the a an in on at by he she it they we i this that these those but and after before when while as if both"
    " two later there his her its their however meanwhile also despite with for from to no not some many most"
    " all following"
)


def _begins_sentence(behind: str) -> bool:
    """Whether what follows an abbreviation is a new sentence: its first word is one with which sentences begin."""
    word = re.split(r"[\s,'’]", behind.lstrip("“\"'‘("), maxsplit=1)[0]
    return word.lower() in _words(_OPENERS)
