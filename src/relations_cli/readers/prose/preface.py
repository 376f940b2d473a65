"""What stands before the first entry: the title, and the year that it or the dateline gives."""

from collections.abc import Sequence
from typing import Final

from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.candidates import Candidate
from relations_cli.readers.prose.drafts import Drafts, undated_before
from relations_cli.readers.prose.furniture import why_furniture
from relations_cli.readers.prose.page import Page
from relations_cli.readers.prose.publication import dateline_year
from relations_cli.readers.prose.years import Known, only_year, turns_under_one_year

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
    headings = [block for block in before if block.kind == "heading"]
    return min(headings, key=lambda block: block.level, default=None) or (before[0] if before else None)


def first_year(page: Page, drafts: Drafts, title: str | None) -> Known | None:
    """The year that holds for entries before the first that names one, or None."""
    dates = [draft.at.opening.date for draft in undated_before(drafts)]
    if not dates or turns_under_one_year(dates):
        return None
    year = only_year(title or "")
    if year is not None and dateline_year(title or "") is None:
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
