"""Why an article gives no entries, in a sentence."""

import re
from collections.abc import Sequence
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.candidate import Candidates
from relations_cli.readers.prose.opening import STRONG
from relations_cli.readers.prose.openings import opening_of
from relations_cli.readers.prose.publication import FIGURES

_LONG: Final = 600  # characters of a paragraph in which several entries may be run together
_LOOKED_AT: Final = 20_000
_SEVERAL: Final = 3


def why_none(blocks: Sequence[Block], found: Candidates) -> str:
    """The reason, and what to do where there is something."""
    if not blocks:
        return "it is empty"
    if sum(why == FIGURES for why in found.why_not.values()) >= _SEVERAL:
        return "its lines hold a date and figures: a table, which cannot be read by lines"
    if not found.all:
        return "no paragraph, list item or heading begins with a date"
    whys = "; ".join(sorted(set(found.why_not.values())))
    if len(found.all) == 1:
        return f"one paragraph begins with a date, and is no entry: {whys}"
    return f"{len(found.all)} paragraphs begin with a date, and none is an entry: {whys}"


def run_together(blocks: Sequence[Block]) -> str | None:
    """What to say of a paragraph in which several entries are run together, as in text copied from a PDF, or None."""
    for block in blocks:
        if len(block.text) >= _LONG and _dates_within(block.text[:_LOOKED_AT]) > _SEVERAL:
            where = f"line {block.line} holds several dates in one paragraph"
            return f"{where}, as text copied from a PDF does: put each on a line"
    return None


def _dates_within(text: str) -> int:
    """How many dates behind the end of a sentence are parted from what follows as that of an entry is."""
    rests = (text[match.end() : match.end() + 160] for match in re.finditer(r"[.!?)”\"] {1,3}(?=[A-Z\d])", text))
    opened = (opening_of(rest) for rest in rests if leading(rest) is not None)
    return sum(one is not None and (one.separator in STRONG or one.text[:1].isupper()) for one in opened)
