"""What stands before the first entry: the title, and the year that it or the dateline gives."""

import re
from collections.abc import Sequence
from typing import Final

from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.candidates import Candidate
from relations_cli.readers.prose.drafts import Drafts, undated_before
from relations_cli.readers.prose.furniture import dateline_year, why_furniture
from relations_cli.readers.prose.page import Page
from relations_cli.readers.prose.years import Known, turns_under_one_year

_LONGEST: Final = 200


def title_of(page: Page, found: Sequence[Candidate]) -> str | None:
    """The article's title: its first heading, else what its head says, else the first line where that is no entry."""
    block = title_block(page.blocks, found)
    return block.text if block else page.title


def title_block(blocks: Sequence[Block], found: Sequence[Candidate]) -> Block | None:
    """The block that is the title."""
    dated = {one.index for one in found if one.why_not is None}
    first = min(dated, default=len(blocks))
    before = [block for block in blocks[:first] if len(block.text) <= _LONGEST and why_furniture(block) is None]
    heading = next((block for block in before if block.level == 1), None)
    return heading or (before[0] if before else None)


def first_year(page: Page, drafts: Drafts, title: str | None) -> Known | None:
    """The year that holds for entries before the first that names one, or None."""
    dates = [draft.at.opening.date for draft in undated_before(drafts)]
    if not dates or turns_under_one_year(dates):
        return None
    year = _only_year(title or "")
    if year is not None:
        line = next((block.line for block in page.blocks if block.text == title), 1)
        return Known(year, "title", line)
    first = drafts.all[0].line
    for block in page.blocks:
        if block.line >= first:
            break
        found = dateline_year(block.text)
        if found is not None:
            return Known(found[0], "dateline", block.line, until=found[1])
    return None


def _only_year(title: str) -> int | None:
    """The one year in a title; None where it has several, or one that only begins or ends something."""
    years = re.findall(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d])", title[:_LONGEST])
    if len(set(years)) != 1:
        return None
    if re.search(rf"(?i)(?:since|from|after|before|until|to|by) {years[0]}|{years[0]} ?(?:[-–—/]|to|s\b|'s|’s)", title):
        return None
    return int(years[0])
