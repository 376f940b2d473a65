"""Entries that begin like a date which is not understood: they stay entries, undated, and say what was not read."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from relations_cli.dates import parse_printed
from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.reading.tokens import SIGN_OF, VAGUE
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.bullets import without_bullet
from relations_cli.readers.prose.candidate import Candidate
from relations_cli.readers.prose.opening import Separator

UNDATED: Final = "undated"
"""What says that an event has no date, as our own documents do."""
_LONGEST: Final = 60
_NEAR: Final = 10  # blocks that the item before or behind may be away
_OF_TIME: Final = (
    "before after during since until till between shortly soon later earlier next following previous same last end"
    " beginning start turn year years month months week weeks day days night morning evening afternoon noon midnight"
    " dawn eve century centuries decade decades christmas xmas easter michaelmas whitsun lent advent candlemas lammas"
    " undated unknown date uncertain sometime today yesterday tomorrow now era age reign time times"
)
_PASSED: Final = "the|a|an|in|on|at|by|from|of|some|no|one|that|this|new"


class Unread(NamedTuple):
    """A block that begins like a date."""

    label: str
    """What stands where others have their date."""
    separator: Separator
    text: str
    """What stands behind it."""


@cache
def _words() -> frozenset[str]:
    return frozenset((*_OF_TIME.split(), *MONTH_OF, *SEASON_OF, *WEEKDAY_OF, *SIGN_OF, *VAGUE))


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>(?:[^:\t\n]|(?<=\d):(?=\d\d)){{1,{_LONGEST}}}?)"
        r"(?:(?P<colon>\s?[:\uff1a](?=\s))|(?P<dash>\s[-–—]{1,2}(?=\s)|—)|(?P<bar>\s\|)|(?P<gap>\t)"
        r"|(?P<point>(?<=[a-z]{4})\.(?=\s[A-Z])))\s{0,9}(?P<text>\S.*)",
        re.DOTALL,
    )


def unread_of(block: Block) -> Unread | None:
    """What a block begins with that is like a date, parted from the rest by a sign; None where it begins with none."""
    label, colon, text = block.text.partition(": ")  # a question mark is no bullet there
    if colon and " – " in label and len(label) <= _LONGEST and parse_printed(label) is not None:
        return Unread(label, "colon", text.strip())
    match = _parted().match(without_bullet(block.text, is_date=True))
    is_listed = bool(block.starts) or block.kind == "row"
    if match is None or not _is_like_date(match["label"], is_listed=is_listed):
        return None
    separators: tuple[Separator, ...] = ("colon", "dash", "bar", "gap", "point")
    return Unread(match["label"].strip(), next(one for one in separators if match[one]), match["text"].strip())


def is_printed(label: str) -> bool:
    """Whether a label is what the program prints for a date, or for none."""
    return label == UNDATED or parse_printed(label) is not None


def is_more(block: Block, rest: str) -> bool:
    """Whether the words before a colon are a date that the program prints, of which a reader of dates left a rest."""
    label, colon, text = without_bullet(block.text, is_date=True).partition(": ")
    if not colon or len(label) > _LONGEST or len(text.strip()) >= len(rest.strip()):
        return False
    return parse_printed(label) is not None or _notes().search(label) is not None


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(r"\((?:[a-z]+,? ){1,9}(?:unknown|approximate|uncertain)\)$")


def _is_like_date(label: str, *, is_listed: bool) -> bool:
    """Whether a label begins with a figure or a word of time; in a list, also whether it holds a year."""
    words = re.sub(rf"^[(\[]?(?:(?:{_PASSED})\b[\s-]*)*", "", label, flags=re.IGNORECASE)
    first = re.match(r"[~<>?±'’]*\s?\d|\?+|[^\W\d_]+", words)
    if first is None or re.search(r"[a-z]{4}[.!?]\s+[A-Z]", label):
        return False
    is_figure_or_word = not first[0][-1].isalpha() or first[0].lower() in _words()
    return is_figure_or_word or (is_listed and re.search(r"(?<!\d)[12]\d{3}(?!\d)", label) is not None)


def beside(index: int, step: int, blocks: Sequence[Block]) -> int:
    """The index of the item before (-1) or behind (1) one, as deep as that; of no item, of the next block; else -1."""
    depth = blocks[index].starts
    for at in range(index + step, index + step * _NEAR, step):
        if not 0 <= at < len(blocks) or blocks[at].kind == "heading":
            return -1
        if not depth or blocks[at].starts == depth:
            return at
    return -1


def is_set_alike(index: int, unread: Unread, blocks: Sequence[Block], dates: Mapping[int, Candidate]) -> bool:
    """Whether the block beside it is set alike: with the same sign behind its date."""
    near = [dates.get(beside(index, step, blocks)) for step in (-1, 1)]
    if is_printed(unread.label):  # whatever stands beside it
        near += dates.values()
    return any(one is not None and one.opening.separator == unread.separator for one in near)
