"""Dates that are no entries for how they stand: in lists, under other headings, of the article itself."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidate, Candidates, Verdicts
from relations_cli.readers.prose.furniture import closes_for_good, is_byline
from relations_cli.readers.prose.publication import STAMP

_FEW: Final = 3
_PROSE: Final = 100  # characters of a paragraph that is no link, label or name
_LABEL: Final = 50  # characters of a place or a section behind a date of publication
_OF_TITLES: Final = (
    r"(?i)\b(?:timeline|chronology|time line|key (?:dates|events|moments)|fast facts|in review|at a glance|history of"
    r"|a history|milestones|what happened|explained|a look back|guide to|report|annual)\b"
)
TITLE: Final = "the title"
"""Why a title is no entry."""


def lists(found: Candidates, _: Sequence[Block]) -> Verdicts:
    """Years, months or days alone, one right behind the other, are links of an archive or of a table of contents."""
    alone = enumerate(one for one in found.all if one.is_alone)
    runs = groupby(alone, lambda at: (at[1].index - at[0], at[1].date.unit))
    several = (list(run) for _, run in runs)
    return {one.index: "a list of dates" for run in several if len(run) >= _FEW for _, one in run}


def labels(found: Candidates, _: Sequence[Block]) -> Verdicts:
    """Links that begin with a year (``2018 Annual report``), and years with the same label again and again."""
    left = [one for one in found.possible if not one.is_strong]
    counts = Counter(one.opening.text for one in left if one.opening.text)
    repeated = {text for text, count in counts.items() if count >= _FEW and count * 2 >= len(left)}
    return {one.index: "a list of links" for one in left if one.block.is_link or one.opening.text in repeated}


def stamps(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """A day and a time alone on a line are of the page and its comments, unless entries are headed so from the top."""
    timed = [one for one in found.possible if one.is_alone and one.opening.has_time]
    others = sum(one.is_strong for one in found.possible) - len(timed)
    are_heads = len(timed) > 1 and others < len(timed) and timed[0].index < _FEW
    if are_heads and not any(closes_for_good(block) for block in blocks[: timed[-1].index]):
        return {}
    return {one.index: STAMP for one in timed}


def related(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """Dated lines right under "Related stories" or "Comments" are those of other articles, wherever they stand."""
    dated = {one.index for one in found.all}
    verdicts = {}
    under = False
    for index, block in enumerate(blocks):
        if closes_for_good(block):
            under = True
        elif index not in dated:
            under = under and block.kind != "heading" and len(block.text) < _PROSE
        elif under:
            verdicts[index] = "a related story"
    return verdicts


def title(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """A title that begins with a year is no entry."""
    left = found.possible
    alike = Counter((one.style, one.date.unit) for one in left)
    tops = [block for block in blocks if block.kind == "heading" and block.level == 1]
    verdicts = {}
    for one in left:
        is_top = len(tops) == 1 and one.block is tops[0]
        if one.is_alone or not (is_top or one.index == 0):
            continue
        is_entry = one.is_strong or one.opening.text[-1] in ".\u3002" or alike[one.style, one.date.unit] > 1
        if is_top or re.search(_OF_TITLES, one.opening.text) or not is_entry:
            verdicts[one.index] = TITLE
    return verdicts


def publication(found: Candidates, blocks: Sequence[Block]) -> Verdicts:
    """A whole date, alone or with a label, before the first entry or behind the last, is its own where unlike."""
    left = found.possible
    verdicts: dict[int, str] = {}
    for one in (*left[:2], *left[-1:]):
        if _is_label(one) and _is_own(one, left, verdicts, blocks):
            verdicts[one.index] = "a date of publication"
    return verdicts


def _is_label(one: Candidate) -> bool:
    """Whether a date to the day or month stands alone, or with a few words that are no sentence."""
    date, text = one.date, one.opening.text
    if date.unit not in {"day", "month"} or date.lacks_year or date.last:
        return False
    return one.is_alone or (len(text) <= _LABEL and text[-1] not in '.!?:;,”")')


def _is_own(one: Candidate, left: Sequence[Candidate], refused: Verdicts, blocks: Sequence[Block]) -> bool:
    """Whether a date is of the article: beside a byline, set as no other is, or later than all entries under it."""
    others = [other for other in left if other is not one and other.index not in refused]
    is_first = bool(others) and one.index < others[0].index
    is_late = is_first and one.block.kind != "heading" and _is_out_of_order(one, others)
    if not one.is_alone:
        return is_late and one.index + 1 < others[0].index
    is_signed = any(is_byline(block) for block in blocks[max(0, one.index - 1) : one.index + 2])
    holds_lines = any(other.index == one.index + 1 and other.date.lacks_year for other in left)
    styles = Counter(other.style for other in left)
    is_rare = one.date.unit == "day" and styles[one.style] == 1 and max(styles.values()) > 1
    return is_signed or is_late or (is_rare and not holds_lines)


def _is_out_of_order(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a date is later than all that follow, which rise."""
    keys = [other.day for other in others if other.key[0]]
    rises = sum(before <= behind for before, behind in pairwise(keys))
    return len(keys) > 1 and rises * 2 > len(keys) - 1 and one.day >= max(keys)
