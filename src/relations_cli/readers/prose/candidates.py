"""Which of the blocks that begin with a date are entries of a chronology, and why the others are none."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.furniture import closes_article, closes_for_good, is_byline, why_no_entry
from relations_cli.readers.prose.openings import STRONG, Opening, opening, release

_PROSE: Final = 100  # characters of a paragraph that is no link, label or name
_FEW: Final = 3
_LABEL: Final = 50  # characters of a place or a section behind a date of publication
_MONTHS: Final = 12


class Candidate(msgspec.Struct):
    """A block that begins with a date."""

    index: int
    """Of the block."""
    block: Block
    opening: Opening
    why_not: str | None = None
    """Why it is no entry; None while it may be one."""

    @property
    def is_alone(self) -> bool:
        """Whether the date stands alone in its block."""
        return self.opening.separator == "alone"

    @property
    def key(self) -> tuple[int, int]:
        """Year and month, for the order; 0 where they are not said."""
        return self.opening.date.year or 0, self.opening.date.month

    @property
    def style(self) -> tuple[str, bool, str]:
        """How it is set: entries of one article are set alike."""
        separator = self.opening.separator
        group = separator if separator == "alone" or separator not in STRONG else "strong"
        return group, self.block.kind == "heading", self.opening.mark if self.is_alone else ""


def candidates_of(blocks: Sequence[Block]) -> tuple[list[Candidate], int]:
    """The blocks that begin with a date, in order, and the index of the block with which the article ends.

    Those that are no entries say why.
    """
    found = _releases(blocks)
    if found:
        return found, len(blocks)
    found = _all(blocks)
    _refuse_related(found, blocks)
    end = _end(found, blocks)
    for one in found:
        if one.index >= end and one.why_not is None:
            one.why_not = "behind the article"
    _refuse_title(found, blocks)
    _refuse_publication(found, blocks)
    _refuse_sentences(found, blocks)
    return found, end


def _releases(blocks: Sequence[Block]) -> list[Candidate]:
    """The headings of a changelog, none where it is none."""
    found = [
        Candidate(index, block, opened)
        for index, block in enumerate(blocks)
        if (opened := release(block.text)) is not None
    ]
    headings = sum(one.block.kind == "heading" for one in found)
    return found if headings or len(found) > 1 else []


def _all(blocks: Sequence[Block]) -> list[Candidate]:
    found = []
    for index, block in enumerate(blocks):
        opened = opening(block.text, is_item=block.kind == "item")
        if opened is not None:
            found.append(Candidate(index, block, opened, why_no_entry(block, opened)))
    _order_figures(found)
    _refuse_lists(found)
    return found


def _refuse_lists(found: Sequence[Candidate]) -> None:
    """Years, months or days alone, one right behind the other, are the links of an archive or of a table of contents."""
    run: list[Candidate] = []
    for one in [*found, None]:
        if one is not None and run and _is_next(run[-1], one):
            run.append(one)
            continue
        if len(run) >= _FEW:
            for other in run:
                other.why_not = other.why_not or "a list of dates"
        run = [one] if one is not None and one.is_alone else []


def _is_next(before: Candidate, one: Candidate) -> bool:
    return one.is_alone and one.index == before.index + 1 and one.opening.date.unit == before.opening.date.unit


def _order_figures(found: Sequence[Candidate]) -> None:
    """Read dates like 4/5/2003 in the order that others of the article, like 23/5/2003, show."""
    figures = [one.opening.date.figures for one in found if one.opening.date.figures]
    day_first = any(first > _MONTHS for first, _ in figures)
    month_first = any(second > _MONTHS for _, second in figures)
    if day_first == month_first:
        return
    for one in found:
        one.opening = msgspec.structs.replace(one.opening, date=one.opening.date.ordered(day_first=day_first))


def possible(found: Sequence[Candidate]) -> list[Candidate]:
    """Those that may still be entries."""
    return [one for one in found if one.why_not is None]


def _refuse_related(found: list[Candidate], blocks: Sequence[Block]) -> None:
    """Dated lines right under "Related stories" or "Comments" are those of other articles, wherever they stand."""
    dated = {one.index: one for one in found}
    under = False
    for index, block in enumerate(blocks):
        one = dated.get(index)
        if closes_for_good(block):
            under = True
        elif one is None:
            under = under and block.kind != "heading" and len(block.text) < _PROSE
        elif under and one.why_not is None:
            one.why_not = "a related story"


def _end(found: list[Candidate], blocks: Sequence[Block]) -> int:
    """The index of the block with which comments, related stories or sources begin."""
    left = possible(found)
    if not left:
        return len(blocks)
    at = 0
    for index, block in enumerate(blocks):
        while at < len(left) and left[at].index <= index:
            at += 1
        if not closes_article(block) or at == 0:
            continue
        behind = left[at:]
        if not behind:
            return index
        if not closes_for_good(block) or at < len(behind):
            continue
        styles = Counter(one.style for one in left[:at])
        alike = sum(one.style in styles for one in behind)
        if alike < _FEW or alike * 5 < at:
            return index
    return len(blocks)


@cache
def _of_titles() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:timeline|chronology|time line|key (?:dates|events|moments)|fast facts|in review|at a glance|history of|a history"
        r"|milestones|what happened|explained|a look back|guide to|report|annual)\b",
        re.IGNORECASE,
    )


def _refuse_title(found: list[Candidate], blocks: Sequence[Block]) -> None:
    """A title that begins with a year is no entry."""
    left = possible(found)
    top = [block for block in blocks if block.kind == "heading" and block.level == 1]
    for one in left:
        is_top = len(top) == 1 and one.block is top[0]
        if one.is_alone or not (is_top or one.index == 0):
            continue
        others = [other for other in left if other is not one]
        alike = sum(other.style == one.style and other.opening.date.unit == one.opening.date.unit for other in others)
        if is_top or _of_titles().search(one.opening.text) or (one.opening.separator not in STRONG and not alike):
            one.why_not = "the title"


def _refuse_publication(found: list[Candidate], blocks: Sequence[Block]) -> None:
    """A whole date alone, before the first entry or behind the last and unlike them, is the article's own."""
    left = possible(found)
    styles = Counter(one.style for one in left)
    for one in (*left[:2], *left[-1:]):
        date = one.opening.date
        is_label = one.is_alone or (len(one.opening.text) <= _LABEL and one.opening.text[-1] not in '.!?:;,”")')
        if one.why_not or not is_label or date.unit not in {"day", "month"} or date.lacks_year or date.last:
            continue
        others = [other for other in left if other is not one and other.why_not is None]
        is_rare = date.unit == "day" and styles[one.style] == 1 and max(styles.values()) > 1
        is_late = (
            bool(others)
            and one.index < others[0].index
            and one.block.kind != "heading"
            and _is_out_of_order(one, others)
        )
        is_signed = any(is_byline(block) for block in blocks[max(0, one.index - 1) : one.index + 2])
        if one.is_alone:
            is_own = is_signed or is_late or (is_rare and not _holds_lines(one, left, blocks))
        else:
            is_own = is_late and one.index + 1 < others[0].index
        if is_own:
            one.why_not = "a date of publication"


def _holds_lines(one: Candidate, left: Sequence[Candidate], blocks: Sequence[Block]) -> bool:
    """Whether lines that lack the year stand right under a date: it is their heading."""
    behind = [other for other in left if other.index == one.index + 1]
    return bool(behind) and behind[0].opening.date.lacks_year and len(blocks) > one.index


def _is_out_of_order(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a date is later than all that follow, which rise."""
    keys = [other.key for other in others if other.key[0]]
    rises = sum(a <= b for a, b in zip(keys, keys[1:], strict=False))
    return len(keys) > 1 and rises > len(keys) / 2 and one.key >= max(keys)


_VERBS: Final = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "saw",
        "marked",
        "marks",
        "brought",
        "and",
        "or",
        "to",
        "by",
        "in",
        "at",
        "as",
        "will",
        "would",
        "became",
        "also",
        "when",
        "of",
        "for",
        "with",
        "may",
        "might",
        "could",
        "should",
        "did",
        "does",
        "do",
        "that",
        "which",
        "who",
        "on",
        "from",
        "through",
        "until",
        "but",
        "after",
        "before",
        "turned",
        "proved",
        "seemed",
    ]
)


def _refuse_sentences(found: list[Candidate], blocks: Sequence[Block]) -> None:
    """Paragraphs whose first words happen to be a date: a comma, a point or a space is a separator only among its kind."""
    left = possible(found)
    weak = [one for one in left if one.opening.separator not in STRONG]
    for one in weak:
        word = re.split(r"[\s,.;:]", one.opening.text, maxsplit=1)[0]
        if word in _VERBS:
            one.why_not = "a sentence that begins with a date"
    weak = [one for one in weak if one.why_not is None]
    strong = len(possible(found)) - len(weak)
    kinds = Counter(one.opening.separator for one in weak)
    between = _paragraphs(left, blocks)
    ordered = possible(found)
    places = {id(one): place for place, one in enumerate(ordered)}
    for one in weak:
        many = kinds[one.opening.separator]
        if one.opening.separator == "on":
            is_list = len(left) >= _FEW and len(left) * 2 >= between
            one.why_not = None if is_list else "a sentence that begins with a date"
            continue
        is_style = many >= _FEW and many * 4 >= between and many * 3 >= strong
        is_pair = many >= 2 and strong == 0 and many * 2 >= between  # noqa: PLR2004
        is_dense = len(left) * 5 >= between * 3
        is_slip = strong + many > _FEW and _fits(one, ordered, places[id(one)], is_dense=is_dense)
        is_all = len(blocks) == 1 and one.opening.date.unit == "day"
        if not (is_style or is_pair or is_slip or is_all):
            one.why_not = "a sentence that begins with a date"


def _paragraphs(left: Sequence[Candidate], blocks: Sequence[Block]) -> int:
    """How many blocks there are from the first date to the last."""
    return left[-1].index - left[0].index + 1 if left else 0


def _fits(one: Candidate, ordered: Sequence[Candidate], place: int, *, is_dense: bool) -> bool:
    """Whether a day (any date, where nearly all blocks have one) with a capital behind it stands where it belongs."""
    date = one.opening.date
    if (date.unit != "day" and not is_dense) or one.opening.text[:1].islower():
        return False
    before = ordered[place - 1].key if place else (0, 0)
    behind = ordered[place + 1].key if place + 1 < len(ordered) else (0, 0)
    key = one.key
    if not key[0]:
        return date.unit == "day"
    if not (key[1] and before[1] and behind[1]):
        before, key, behind = (before[0], 0), (key[0], 0), (behind[0], 0)
    rising = (not before[0] or before <= key) and (not behind[0] or key <= behind)
    falling = (not before[0] or before >= key) and (not behind[0] or key >= behind)
    return rising or falling
