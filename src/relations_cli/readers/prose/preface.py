"""What stands before the first entry: the title, and the year that it or the dateline gives."""

import re
from itertools import takewhile
from typing import Final

from relations_cli.readers.prose.block import Block, Manuscript
from relations_cli.readers.prose.candidate import Candidates
from relations_cli.readers.prose.draft import Drafts
from relations_cli.readers.prose.furniture import why_furniture
from relations_cli.readers.prose.opening import opening_of
from relations_cli.readers.prose.refusals import TITLE
from relations_cli.readers.prose.runningtext import SENTENCE
from relations_cli.readers.prose.years import Known, dateline_year, only_year, turns_under_one_year

_LONGEST: Final = 200
_TITLE: Final = 100


def title_of(manuscript: Manuscript, found: Candidates) -> str | None:
    """The article's title: its first heading, else what its head says, else the first line where that is no entry."""
    first = min((one.index for one in found.possible), default=len(manuscript.blocks))
    own = {index for index, why in found.why_not.items() if why not in {TITLE, SENTENCE}}
    before = [
        block
        for index, block in enumerate(manuscript.blocks[:first])
        if index not in own and len(block.text) <= _LONGEST and why_furniture(block) is None
    ]
    heading = min((block for block in before if block.level), key=lambda block: block.level, default=None)
    if heading is not None:
        return heading.text
    return manuscript.title or (before[0].text if before else None)


def _is_title(block: Block, first: int) -> bool:
    """Whether a block before the first entry is a line of its title that names its year."""
    if block.line >= first or len(block.text) > _TITLE or block.text[-1:] in set(".!?;,"):
        return False
    is_named = only_year(block.text) is not None and dateline_year(block.text) is None
    return is_named and why_furniture(block) is None and opening_of(block.text) is None


def first_year(manuscript: Manuscript, drafts: Drafts, title: str | None) -> Known | None:
    """The year that holds for entries before the first that names one, or None."""
    lacking = takewhile(lambda draft: draft.at.date.lacks_year, drafts.all)
    dates = [draft.at.date for draft in lacking if not draft.is_heading]
    year = only_year(title or "")
    is_whole = year is not None and re.match(r"\d{4} in \w", title or "") is not None  # "1977 in Scotland"
    written = next((draft.at.date.year for draft in drafts.all if not draft.at.date.lacks_year), None)
    is_shown = is_whole or (year is not None and written == year + 1)
    if not dates or (turns_under_one_year(dates) and not is_shown):
        return None
    first = drafts.all[0].line
    if year is not None and dateline_year(title or "") is None:
        line = next((block.line for block in manuscript.blocks if block.text == title), 1)
        return Known(year, "title", line, is_whole=is_whole)
    named = {} if year else {only_year(block.text): block for block in manuscript.blocks if _is_title(block, first)}
    if len(named) == 1 and not turns_under_one_year(dates):
        year, block = named.popitem()
        return Known(year, "title", block.line) if year else None
    before = takewhile(lambda block: block.line < first, manuscript.blocks)
    datelines = ((found, block.line) for block in before if (found := dateline_year(block.text)))
    return next((Known(year, "dateline", line, until=month) for (year, month), line in datelines), None)
