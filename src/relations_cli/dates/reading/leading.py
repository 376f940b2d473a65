"""Reads the date that a text begins with, as articles print it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from relations_cli.dates.names import WEEKDAY_OF
from relations_cli.dates.reading import clock, spoken, tokens
from relations_cli.dates.reading.joining import follow, following, is_one_season, joined, timed
from relations_cli.dates.reading.sides import opener
from relations_cli.dates.reading.spoken import Spoken, of_tokens, one_sign
from relations_cli.dates.reading.tokens import SIGN_OF, VAGUE, Token
from relations_cli.dates.reading.written import Leading
from relations_cli.dates.refusal import Refusal

if TYPE_CHECKING:
    from relations_cli.dates.tongues.telling import Told

__all__ = ["Leading", "leading"]


def leading(text: str) -> Leading | None:
    """The date with which a text begins, or None where it begins with none.

    Takes what articles print: ``July 23, 2012``, ``Jan. 6``, ``1993``, ``2003  Jan 1``, ``August 27-29, 2003``,
    ``Nov. 2 to Dec. 13``, ``February 15/16``, ``Spring 2021``, ``early 2016``, ISO 8601. Whether there is such a day is
    asked by ``Leading.edtf``. Looks at the first hundred characters.
    """
    return _in_any_tongue(text[: tokens.LOOKED_AT])


def bounded(text: str) -> Leading | None:
    """The date of which a text begins with a bound (``before 1950``, ``by May 2004``), or None where it does not."""
    side, start = opener(text)
    date = leading(text[start:]) if side else None
    if date is None or date.last is not None or date.joint != "-":
        return None
    return replace(date, length=start + date.length, joint=side, alone=None)


@lru_cache(maxsize=1 << 16)  # a line is asked for its date when lines are joined, and again when entries are found
def _in_any_tongue(text: str) -> Leading | None:
    """The date in any language; where a text may be English or not, the longer date counts.

    A name that is of different months in different languages makes a date with ``readings``, one each.
    """
    date = _in_english(text)
    if date is not None and text[date.length : date.length + 1] == ":":
        return date
    from relations_cli.dates.tongues.hearing import at_beginning  # tables with words of English need none

    found = [one for heard in at_beginning(text) if (one := _translated(text, *heard)) is not None]
    longest = max((one.length for one in found), default=0)
    if date is not None and text[date.length : longest] in {"", "."}:
        return date
    meant = [one for one in found if one.length == longest]
    return _unsettled(meant) if len(meant) > 1 else meant[0] if meant else None


def _translated(text: str, told: "Told", tongues: frozenset[str]) -> Leading | None:
    """The date that some languages say, with the length that it has in the text; None where that is none."""
    english = told.text + text[told.ends[len(told.text)] :]
    date = _in_english(english) or bounded(english)
    length = None if date is None else told.length(date.length)
    if date is None or length is None:
        return None
    alone = date.alone and replace(date.alone, length=told.length(date.alone.length) or length)
    return replace(date, length=length, alone=alone, tongues=tongues)


def _unsettled(readings: Sequence[Leading]) -> Leading:
    """A date that has no month until a language is chosen."""
    first, tongues = readings[0], frozenset[str]().union(*(one.tongues for one in readings))
    return replace(first, first=replace(first.first, month=0), alone=None, tongues=tongues, readings=tuple(readings))


_WORDS: Final = "|".join(map(re.escape, (*SIGN_OF, *VAGUE, "ca.", "c.", "approx.", "uncertain", "estimated", "?", "%")))
_END: Final = r"(?=\s{0,3}(?:[:;,|)\]\u2013\u2014]|-(?![\d-])|--)|\t| {2}|\s*$)|(?<=\?)(?= [A-Za-z])"
_DOUBT: Final = rf"(?i) ?[(\[](?P<word>{_WORDS})[)\]]|, (?P<vague>early|mid|late)(?:{_END})|(?P<sign>[?~%])(?:{_END})"
"""What makes the date before it approximate or uncertain."""
_CERTAIN: Final = frozenset({"", ":", "."})
"""Most dates are parted so from their text."""
_WEEKDAY: Final = r",? \(?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\)?(?=[ ,])"
"""A weekday between a date and its time."""


def _doubted(date: Leading, text: str) -> Leading:
    """The date with what stands right behind it and makes it so: ``2012 (circa)``, ``1935, late``, ``1993?``."""
    if text[date.length : date.length + 1] in _CERTAIN:
        return date
    match = re.match(_DOUBT, text[date.length :])
    if match is None:
        on = re.match(r" ?[-\u2013\u2014](?= ?[:;)\]])", text[date.length :])  # "2014-: It stands"
        return (
            replace(date, length=date.length + on.end(), joint=">")
            if on and date.last is None and date.joint == "-"
            else date
        )
    said = (match["word"] or match["vague"] or match["sign"]).lower().rstrip(".")
    sign = said if said in {"?", "%"} else "?" if said == "uncertain" else SIGN_OF.get(said, "~")
    ends = [one and replace(one, sign=one_sign({one.sign, sign})) for one in (date.first, date.last)]
    return replace(date, length=date.length + match.end(), first=ends[0] or date.first, last=ends[1])


def _in_english(text: str) -> Leading | None:
    try:
        start, time = clock.before(text)
        date = _date(text[start:])
        if date is None or not _is_day(date):
            return None if time else date
        if time:
            return replace(date, length=start + date.length, first=replace(date.first, clock=time))
        return _timed(text, date)
    except Refusal:  # no time of day: it stays in the text
        return _date(text)


def _is_day(date: Leading) -> bool:
    """Whether it is one day, which may have a time."""
    return date.unit == "day" and date.last is None and date.joint == "-" and not date.first.sign


def _timed(text: str, date: Leading) -> Leading:
    """The day with the time behind it, or two times, or its year behind that, or with a second day and its time."""
    weekday = re.match(_WEEKDAY, text[date.length :])
    end, time, last = clock.behind(text, date.length + (weekday.end() if weekday else 0))
    if not time:
        return date
    if weekday:
        date = date.on_weekday(WEEKDAY_OF[weekday[1].lower()])
    first = replace(date.first, clock=time)
    year = re.match(r",? ([12]\d{3})(?!\d)", text[end:], re.ASCII) if date.lacks_year else None
    if year:
        first, end = replace(first, year=year[1]), end + year.end()
    if last:
        first, until = timed(first, Spoken(clock=last))
        return replace(date, length=end, first=first, last=until)
    sign = re.match(r" ?[-\u2013\u2014] ?| (?:to|until) ", text[end:])
    other = _date(text[end + sign.end() :]) if sign else None
    if sign and other is not None and _is_day(other):
        behind = _timed(text[end + sign.end() :], other)
        if behind.first.clock and behind.last is None:
            return replace(date, length=end + sign.end() + behind.length, first=first, last=behind.first)
    return replace(date, length=end, first=first)


def _date(text: str) -> Leading | None:
    """The date without its time."""
    found = tokens.at_beginning(text)
    opened = found.pop(0).text.lower() if found and found[0].kind == "f" else ""
    kinds = "".join(token.kind for token in found)
    match = spoken.RUNNING.match(kinds)
    if match is None:
        return None
    first = of_tokens(found[: match.end()])
    stands_alone = first.month or first.code or (first.year and not first.day)
    stray = found[0].number if kinds[0] == "w" and first.weekday is None else None
    alone = _alone(found[: match.end()], first, stray) if stands_alone else None
    two = _two(found, kinds, match.end(), first, alone)
    if opened == "since":
        date = replace(alone, joint=">") if alone and two is None else None
    elif opened:  # from, between
        date = two and replace(two, joint=">" if two.joint == ">" else "-", is_loose=False)
    else:
        date = two or alone
    return date and _doubted(date if stray is None else replace(date, stray=stray), text)


def _alone(found: Sequence[Token], first: Spoken, stray: int | None) -> Leading:
    """One date, from its tokens."""
    figures = [re.split("[-/.]", token.text)[:2] for token in found if token.kind == "n"]
    both = (int(figures[0][0]), int(figures[0][1])) if figures else None
    if both and both[0] == both[1]:
        first, both = replace(first, day=both[0], month=both[0]), None
    last = _last_of_century(found, first)
    first = first if last is None else replace(first, is_decade=False)
    return Leading(length=found[-1].end, first=first, last=last, figures=both, stray=stray)


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
    match = spoken.RUNNING.match(kinds, end + 1)
    if match is None:
        return None
    behind = found[end + 1 : match.end()]
    last = of_tokens(behind)
    if kinds[0] == "i" and kinds[end + 1 : match.end()] == "d" and mark == "/":
        last = following(first, last.day)
    if kinds[end + 1 : match.end()] == "d" and len(behind[0].text) == 1 and first.year and not first.day:
        last = replace(last, day=int(first.year) % 100 // 10 * 10 + last.day)  # "1893-4"
    shared = replace(first, year="") if kinds[0] == "y" and first.day else first
    both = joined(shared, last, mark, is_spaced=token.is_spaced)
    if both is None:
        return None
    last = both[1]
    return Leading(
        length=behind[-1].end,
        first=first,
        last=None if is_one_season(first, last) else _last_of_century(behind, last) or last,
        joint="|" if token.text.lower() == "or" else "&" if mark in {"&", ","} and not follow(first, last) else "-",
        is_loose=token.is_spaced and not token.text[0].isalpha() and token.text != "..",
        alone=alone,
    )
