"""Dates at the beginning of a block that are no entries, by what stands around them in the article."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.candidates import Candidate, possible
from relations_cli.readers.prose.furniture import closes_for_good, is_byline

_FEW: Final = 3
_DENSE: Final = 0.6  # of the blocks from the first date to the last, those that begin with one
_PROSE: Final = 100  # characters of a paragraph that is no link, label or name
_LABEL: Final = 50  # characters of a place or a section behind a date of publication
SENTENCE: Final = "a sentence that begins with a date"
"""Why a paragraph of prose is no entry; it may still belong to one."""


def refuse_lists(found: Sequence[Candidate]) -> None:
    """Years, months or days alone, one right behind the other, are links of an archive or of a table of contents."""
    run: list[Candidate] = []
    for one in [*found, None]:
        if one is not None and run and _is_next(run[-1], one):
            run.append(one)
            continue
        if len(run) >= _FEW:
            for other in run:
                other.why_not = other.why_not or "a list of dates"
        run = [one] if one is not None and one.is_alone else []


def refuse_labels(found: Sequence[Candidate]) -> None:
    """Links that begin with a year (``2018 Annual report``), and years with the same label again and again."""
    left = [one for one in possible(found) if not one.is_strong]
    labels = Counter(one.opening.text for one in left if one.opening.text)
    for one in left:
        count = labels[one.opening.text]
        if one.block.is_link or (count >= _FEW and count * 2 >= len(left)):
            one.why_not = "a list of links"


def _is_next(before: Candidate, one: Candidate) -> bool:
    return one.is_alone and one.index == before.index + 1 and one.opening.date.unit == before.opening.date.unit


def refuse_related(found: Sequence[Candidate], blocks: Sequence[Block]) -> None:
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


@cache
def _of_titles() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:timeline|chronology|time line|key (?:dates|events|moments)|fast facts|in review|at a glance|history of"
        r"|a history|milestones|what happened|explained|a look back|guide to|report|annual)\b",
        re.IGNORECASE,
    )


def refuse_title(found: Sequence[Candidate], blocks: Sequence[Block]) -> None:
    """A title that begins with a year is no entry."""
    left = possible(found)
    top = [block for block in blocks if block.kind == "heading" and block.level == 1]
    for one in left:
        is_top = len(top) == 1 and one.block is top[0]
        if one.is_alone or not (is_top or one.index == 0):
            continue
        alike = sum(
            other.style == one.style and other.opening.date.unit == one.opening.date.unit
            for other in left
            if other is not one
        )
        if is_top or _of_titles().search(one.opening.text) or (not one.is_strong and not alike):
            one.why_not = "the title"


def refuse_publication(found: Sequence[Candidate], blocks: Sequence[Block]) -> None:
    """A whole date, alone or with a label, before the first entry or behind the last, is its own where unlike."""
    left = possible(found)
    styles = Counter(one.style for one in left)
    for one in (*left[:2], *left[-1:]):
        if one.why_not is None and _is_label(one) and _is_own(one, left, styles, blocks):
            one.why_not = "a date of publication"


def _is_label(one: Candidate) -> bool:
    """Whether a date to the day or month stands alone, or with a few words that are no sentence."""
    date, text = one.opening.date, one.opening.text
    if date.unit not in {"day", "month"} or date.lacks_year or date.last:
        return False
    return one.is_alone or (len(text) <= _LABEL and text[-1] not in '.!?:;,”")')


def _is_own(
    one: Candidate, left: Sequence[Candidate], styles: "Counter[tuple[str, bool, str]]", blocks: Sequence[Block]
) -> bool:
    """Whether a date is of the article: beside a byline, set as no other is, or later than all entries under it."""
    others = [other for other in left if other is not one and other.why_not is None]
    is_first = bool(others) and one.index < others[0].index
    is_late = is_first and one.block.kind != "heading" and _is_out_of_order(one, others)
    if not one.is_alone:
        return is_late and one.index + 1 < others[0].index
    is_signed = any(is_byline(block) for block in blocks[max(0, one.index - 1) : one.index + 2])
    is_rare = one.opening.date.unit == "day" and styles[one.style] == 1 and max(styles.values()) > 1
    return is_signed or is_late or (is_rare and not _holds_lines(one, left))


def _holds_lines(one: Candidate, left: Sequence[Candidate]) -> bool:
    """Whether lines that lack the year stand right under a date: it is their heading."""
    behind = next((other for other in left if other.index == one.index + 1), None)
    return behind is not None and behind.opening.date.lacks_year


def _is_out_of_order(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a date is later than all that follow, which rise."""
    keys = [other.day for other in others if other.key[0]]
    rises = sum(before <= behind for before, behind in pairwise(keys))
    return len(keys) > 1 and rises * 2 > len(keys) - 1 and one.day >= max(keys)


_VERBS: Final = (
    "was were is are has had have saw marked marks brought and or to by in at as will would became also"
    " when of for with may might could should did does do that which who on from through until but after"
    " before turned proved seemed"
)


@cache
def _verbs() -> frozenset[str]:
    """Words that go on with the sentence that a date begins."""
    return frozenset(_VERBS.split())


def refuse_sentences(found: Sequence[Candidate], blocks: Sequence[Block]) -> None:
    """Paragraphs whose first words happen to be a date: a comma, a point or a space parts only among its kind."""
    left = possible(found)
    for one in left:
        if not one.is_strong and re.split(r"[\s,.;:]", one.opening.text, maxsplit=1)[0] in _verbs():
            one.why_not = SENTENCE
    ordered = possible(found)
    kinds = Counter(one.opening.separator for one in ordered if not one.is_strong)
    lower = Counter(one.opening.separator for one in ordered if one.opening.text[:1].islower())
    strong = len(ordered) - kinds.total()
    between = left[-1].index - left[0].index + 1 if left else 0
    density = len(left) / between if between else 0.0
    for place, one in enumerate(ordered):
        many = kinds[one.opening.separator]
        if one.is_strong:
            continue
        if one.opening.separator == "on":
            is_entry = len(left) >= _FEW and density >= 0.5  # noqa: PLR2004
        else:
            # "2000 men" among entries that begin with a capital
            is_odd = one.opening.text[:1].islower() and lower[one.opening.separator] * 4 < many
            is_odd = is_odd and not _repeats(one, ordered, place)
            is_style = many >= _FEW and many * 4 >= between and many * 3 >= strong
            is_pair = many >= 2 and strong == 0 and many * 2 >= between  # noqa: PLR2004
            is_slip = len(ordered) > _FEW and _fits(one, ordered, place, is_dense=density >= _DENSE)
            is_entry = (
                ((is_style or is_pair) and not is_odd)
                or is_slip
                or (len(blocks) == 1 and one.opening.date.unit == "day")
            )
        if not is_entry:
            one.why_not = SENTENCE


def _repeats(one: Candidate, ordered: Sequence[Candidate], place: int) -> bool:
    """Whether the entry before or behind has the very same date."""
    return any(other.day == one.day for other in ordered[max(0, place - 1) : place + 2] if other is not one)


def _fits(one: Candidate, ordered: Sequence[Candidate], place: int, *, is_dense: bool) -> bool:
    """Whether a day (any date, where nearly all blocks have one) with a capital behind it stands where it belongs."""
    date = one.opening.date
    if (date.unit != "day" and not is_dense) or one.opening.text[:1].islower() or date.joint == ">":
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
