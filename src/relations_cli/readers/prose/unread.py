"""Entries that begin like a date which is not understood: they stay entries, undated, and say what was not read."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.reading.tokens import SIGN_OF, VAGUE
from relations_cli.readers.prose.block import Block, depth_of, lists_of, without_bullet
from relations_cli.readers.prose.candidate import Candidates
from relations_cli.readers.prose.layout import Layout
from relations_cli.readers.prose.opening import NO_DATE, STRONG, Opening, Separator
from relations_cli.readers.prose.runningtext import SENTENCE, goes_on

_Undated = dict[int, tuple[str, Opening]]
"""By index of the block: what stands in place of the date, empty where nothing does, and how it opens."""

_LONGEST: Final = 60
_OF_TIME: Final = (
    "before after during since until till between shortly soon later earlier next following previous same last end"
    " beginning start turn year years month months week weeks day days night morning evening afternoon noon midnight"
    " dawn eve century centuries decade decades christmas xmas easter michaelmas whitsun lent advent candlemas lammas"
    " undated unknown date uncertain sometime today yesterday tomorrow now era age reign time times"
)
_WORDS: Final = frozenset((*_OF_TIME.split(), *MONTH_OF, *SEASON_OF, *WEEKDAY_OF, *SIGN_OF, *VAGUE))
_UNDATED: Final = r"(?i:n\. ?d\.?|s\. ?[adf]\.?|o\. ?[djo]\.?|z\. ?[dj]\.?|b\. ?[dr]\.?)"
"""How a date is said to be unknown: *no date*, *sans date*, *ohne Jahr*, *zonder datum*, *bez daty*."""
_SPACED: Final = (
    r"(?P<label>[^\s\d]{0,3}\d{3}\S{0,9}|(?P<gap>[\d?]{1,2}([./-])[\d?]{1,2}\3[\d?]{2,4})) (?P<text>[A-Z].*)"
)
_PASSED: Final = "the|a|an|in|on|at|by|from|of|some|no|one|that|this|new"


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>(?:[^:\t\n]|(?<=\d):(?=\d\d)){{1,{_LONGEST}}}?)"
        r"(?:(?P<colon>\s?[:\uff1a](?=\s))|(?P<dash>\s[-–—]{1,2}(?=\s)|—)|(?P<bar>\s\|)|(?P<gap>\t)"
        r"|(?P<point>(?<=[a-z]{4})\.(?=\s[A-Z])))\s{0,9}(?P<text>\S.*)",
        re.DOTALL,
    )


def _unread_of(block: Block) -> tuple[str, Opening] | None:
    """What stands where others have their date, and what is behind it; None where a block begins with nothing such."""
    text = without_bullet(block.text, is_date=True)
    match = _parted().match(text) or re.match(_SPACED, text, re.DOTALL)
    is_listed = bool(block.starts) or block.kind == "row"
    if match is None or block.kind in {"header", "heading"} or not _is_like_date(match["label"], is_listed=is_listed):
        return None
    separators: tuple[Separator, ...] = ("colon", "dash", "bar", "gap", "point")
    separator = next((one for one in separators if match.groupdict().get(one)), "space")
    return match["label"].strip(), replace(NO_DATE, separator=separator, text=match["text"].strip())


def _is_like_date(label: str, *, is_listed: bool) -> bool:
    """Whether a label begins with a figure or a word of time; in a list, also whether it holds a year."""
    words = re.sub(rf"^[(\[]?(?:(?:{_PASSED})\b[\s-]*)*", "", label, flags=re.IGNORECASE)
    first = re.match(rf"(?:{_UNDATED})(?!\w)|[~<>?±'’]*\s?\d|\?+|[^\W\d_]+", words)
    if first is None or re.search(r"[a-z]{4}[.!?]\s+[A-Z]", label):
        return False
    is_figure_or_word = "." in first[0] or not first[0][-1].isalpha() or first[0].lower() in _WORDS
    return is_figure_or_word or (is_listed and re.search(r"(?<!\d)[12]\d{3}(?!\d)", label) is not None)


def undated_of(layout: Layout, found: Candidates) -> _Undated:
    """The entries without a date.

    They begin like a date and stand beside an entry, set as that is; or they are items or rows among twice as many that
    have a date.
    """
    blocks = layout.blocks
    broken = {one.index for one in found.all if one.block.starts or goes_on(one)}
    verdicts = found.why_not
    free = {at for at in range(found.end) if at not in verdicts or (verdicts[at] == SENTENCE and at in broken)}
    free -= layout.dates.keys()
    like = {at: unread for at in sorted(free) if (unread := _unread_of(blocks[at])) is not None}
    told = _set_alike(layout, like)
    told |= {at: (blocks[at].text, NO_DATE) for at in free if re.fullmatch(_UNDATED, blocks[at].text)}
    for items in lists_of(blocks):
        dated = [at for at in items if at in layout.dates and layout.dates[at].opening.text]
        others = [at for at in items if at in free and layout.why_out(at) is None]
        if len(dated) > (0 if blocks[items[0]].kind == "row" else 2 * max(1, len(others))):
            texts = {at: without_bullet(blocks[at].text).strip() for at in others}
            bare = {at: ("", replace(NO_DATE, separator="gap", text=text)) for at, text in texts.items()}
            told |= {at: like.get(at, one) for at, one in bare.items() if any(map(str.isalpha, one[1].text))}
    return told


def _set_alike(layout: Layout, like: _Undated) -> _Undated:
    """Those beside which a date stands with the same sign behind it, or on both sides one with any such sign."""
    order = range(len(layout.blocks))
    sides = (_known_before(order, layout.blocks, like), _known_before(order[::-1], layout.blocks, like))
    every = {one.opening.separator for one in layout.dates.values()}
    found: _Undated = {}
    for at, unread in like.items():
        near = [layout.dates.get(side[at]) for side in sides]
        signs = {"" if one is None else one.opening.separator for one in near}
        signs |= every if unread[0] == "undated" else frozenset()
        sign = unread[1].separator
        if sign in signs or {sign, *signs} <= STRONG - {"alone"}:
            found[at] = unread
    return found


def _known_before(order: Sequence[int], blocks: Sequence[Block], like: _Undated) -> dict[int, int]:
    """By each that is like a date the one before that is not, in that order, for an item as deep as it; -1 for none."""
    found, last = dict[int, int](), dict[int, int]()
    for at in order:
        if blocks[at].kind == "heading":
            last = {}
        elif at in like:
            found[at] = last.get(depth_of(blocks[at]), -1)
        else:
            last[0] = last[depth_of(blocks[at])] = at
    return found
