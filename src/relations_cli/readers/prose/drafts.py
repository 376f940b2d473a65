"""The entries of an article before their years are known: drawn, without the empty ones, and cut at its end."""

from collections.abc import Sequence
from typing import Final

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidates
from relations_cli.readers.prose.draft import Drafts
from relations_cli.readers.prose.drafting import Drafting
from relations_cli.readers.prose.furniture import is_source_line

_MANY: Final = 5  # entries that are a chronology in an article of any length
_SHORT: Final = 4  # blocks of a text that may be a chronology of one entry, and no letter with a date


def drafts_of(blocks: Sequence[Block], found: Candidates) -> Drafts | None:
    """The drafts of an article, or None where its entries are too few for a chronology.

    Args:
        blocks: the article.
        found: its blocks that begin with a date.
    """
    drafts = Drafting(blocks, found).read()
    _drop_empty(drafts)
    if not _are_enough(drafts, blocks):
        return None
    _shorten_last(drafts, blocks)
    return drafts


def _drop_empty(drafts: Drafts) -> None:
    """A date without a text is no entry, but its year still holds."""
    for draft in drafts.all:
        if not draft.is_heading and not draft.has_text:
            draft.is_heading = True
            drafts.left_out[draft.at.index] = "a date without a text"


def _are_enough(drafts: Drafts, blocks: Sequence[Block]) -> bool:
    """Whether there are entries enough for a chronology: one date in a long article is none."""
    entries = drafts.entries
    if not entries or entries[0].at.opening.separator == "release":
        return bool(entries)
    used = sum(len(draft.blocks) for draft in drafts.all)
    if len(entries) == 1:
        return used * 2 >= len(blocks) and len(blocks) <= _SHORT
    return len(entries) >= _MANY or used * 4 * (len(entries) - 1) >= len(blocks)


def _shorten_last(drafts: Drafts, blocks: Sequence[Block]) -> None:
    """The last entry has at most as many paragraphs as the longest before it: what follows closes the article."""
    entries = drafts.entries
    last = entries[-1]
    if len(entries) == 1 or last.at.opening.separator == "release":
        return
    most = max(len(draft.texts) for draft in entries[:-1])
    index_of = {id(block): index for index, block in enumerate(blocks)}
    surplus = len(last.texts) - most
    while surplus > 0 and last.rest:  # a row has texts of its own
        if last.at.block.starts and last.rest[-1].kind == "item" and not last.rest[-1].starts:
            return  # a further paragraph of its own item
        block = last.rest.pop()
        surplus -= not is_source_line(block)
        drafts.left_out[index_of[id(block)]] = "behind the last entry"
