"""Reads the date that a text begins with, as articles print it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from relations_cli.dates.reading import single, tokens
from relations_cli.dates.reading.joining import follow, is_one_season, joined
from relations_cli.dates.reading.spoken import Spoken, of_tokens
from relations_cli.dates.reading.tokens import Token
from relations_cli.dates.reading.written import Leading

__all__ = ["Leading", "leading"]


def leading(text: str) -> Leading | None:
    """The date with which a text begins, or None where it begins with none.

    Takes what articles print: ``July 23, 2012``, ``Jan. 6``, ``1993``, ``2003  Jan 1``, ``August 27-29, 2003``,
    ``Nov. 2 to Dec. 13``, ``February 15/16``, ``Spring 2021``, ``early 2016``, ISO 8601. Whether there is such a day is
    asked by ``Leading.edtf``. Looks at the first hundred characters.
    """
    return _in_any_tongue(text[: tokens.LOOKED_AT])


@lru_cache(maxsize=1 << 16)
def _leading(text: str) -> Leading | None:
    """The same, remembered: a line is asked for its date when lines are joined, and again when entries are found."""
    found = tokens.at_beginning(text)
    opened = found.pop(0).text.lower() if found and found[0].kind == "f" else ""
    kinds = "".join(token.kind for token in found)
    match = single.running().match(kinds)
    if match is None:
        return None
    first = of_tokens(found[: match.end()])
    stands_alone = first.month or first.code or (first.year and not first.day)
    stray = found[0].number if kinds[0] == "w" and first.weekday is None else None
    alone = replace(_alone(found[: match.end()], first), stray=stray) if stands_alone else None
    two = _two(found, kinds, match.end(), first, alone)
    date = _opened(opened, two, alone) if opened else two or alone
    return date and replace(date, stray=stray)


def _opened(word: str, two: Leading | None, alone: Leading | None) -> Leading | None:
    """What stands behind ``from``, ``between`` or ``since``."""
    if word == "since":
        return alone and replace(alone, joint=">") if two is None else None
    return two and replace(two, joint=">" if two.joint == ">" else "-", is_loose=False)


def _alone(found: Sequence[Token], first: Spoken) -> Leading:
    """One date, from its tokens."""
    figures = [re.split(r"[/.]", token.text)[:2] for token in found if token.kind == "n"]
    both = (int(figures[0][0]), int(figures[0][1])) if figures else None
    last = _last_of_century(found, first)
    return Leading(
        length=found[-1].end, first=first if last is None else replace(first, is_decade=False), last=last, figures=both
    )


def _last_of_century(found: Sequence[Token], one: Spoken) -> Spoken | None:
    """The year with which a century ends, None where it is none: the 16th is 1500 to 1599, as EDTF counts them."""
    is_century = any(token.kind == "x" and token.number for token in found)
    return Spoken(year=f"{one.year[:2]}99", sign=one.sign) if is_century else None


def _two(found: Sequence[Token], kinds: str, end: int, first: Spoken, alone: Leading | None) -> Leading | None:
    """The date with a second one behind it, or None where none belongs to it."""
    mark = kinds[end : end + 1]
    # "June 2, June 3", "June 11,12, 1982"
    is_listed = mark == "," and kinds[:end] == "md" and kinds[end + 1 :].startswith(("md", "d,y"))
    if (mark not in {"-", "&", "/"} and not is_listed) or end + 1 >= len(kinds) or "n" in kinds:
        return None
    token = found[end]
    if kinds[end + 1] == "p":
        return alone and Leading(length=found[end + 1].end, first=first, joint=">", alone=alone)
    match = single.running().match(kinds, end + 1)
    if match is None:
        return None
    behind = found[end + 1 : match.end()]
    last = of_tokens(behind)
    shared = replace(first, year="") if kinds[0] == "y" and first.day else first
    both = joined(shared, last, mark, is_spaced=token.is_spaced)
    if both is None:
        return None
    last = both[1]
    return Leading(
        length=behind[-1].end,
        first=first,
        last=None if is_one_season(first, last) else _last_of_century(behind, last) or last,
        joint="&" if mark in {"&", ","} and not follow(first, last) else "-",
        is_loose=token.is_spaced and not token.text.isalpha(),
        alone=alone,
    )


@lru_cache(maxsize=1 << 16)
def _in_any_tongue(text: str) -> Leading | None:
    from relations_cli.dates.reading import abroad

    return abroad.leading(text, _leading, _leading)
