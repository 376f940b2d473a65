"""What stands before the first entry: the title, and the year that it or the dateline gives."""

import re
from collections.abc import Sequence
from typing import Final

from relations_cli.readers.prose.candidates import Candidate
from relations_cli.readers.prose.drafts import Drafts, undated_before
from relations_cli.readers.prose.furniture import why_furniture
from relations_cli.readers.prose.page import Page
from relations_cli.readers.prose.publication import dateline_year
from relations_cli.readers.prose.refusals import SENTENCE
from relations_cli.readers.prose.years import Known, only_year, turns_under_one_year

_LONGEST: Final = 200


def title_of(page: Page, found: Sequence[Candidate]) -> str | None:
    """The article's title: its first heading, else what its head says, else the first line where that is no entry."""
    first = min((one.index for one in found if one.why_not is None), default=len(page.blocks))
    own = {one.index for one in found if one.why_not not in {"the title", SENTENCE}}
    before = [
        block
        for index, block in enumerate(page.blocks[:first])
        if index not in own and len(block.text) <= _LONGEST and why_furniture(block) is None
    ]
    heading = min((block for block in before if block.level), key=lambda block: block.level, default=None)
    if heading is not None:
        return heading.text
    return page.title or (before[0].text if before else None)


def first_year(page: Page, drafts: Drafts, title: str | None) -> Known | None:
    """The year that holds for entries before the first that names one, or None."""
    dates = [draft.at.opening.date for draft in undated_before(drafts)]
    year = only_year(title or "")
    is_whole = year is not None and re.match(r"\d{4} in \w", title or "") is not None  # "1977 in Scotland"
    if not dates or (turns_under_one_year(dates) and not is_whole):
        return None
    if year is not None and dateline_year(title or "") is None:
        line = next((block.line for block in page.blocks if block.text == title), 1)
        return Known(year, "title", line, is_whole=is_whole)
    first = drafts.all[0].line
    for block in page.blocks:
        if block.line >= first:
            break
        found = dateline_year(block.text)
        if found is not None:
            return Known(found[0], "dateline", block.line, until=found[1])
    return None
