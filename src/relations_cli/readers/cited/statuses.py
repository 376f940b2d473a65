"""The line of a report that says how contested an event is: that follows from claims, and is no part of the event."""

import re
from typing import Final

from msgspec.structs import replace

from relations_cli.model.status import STATUSES
from relations_cli.readers.prose.block import LeftOut, Manuscript

_LINE: Final = rf"Status: (?:{'|'.join(STATUSES)})(?: by [^;]{{1,2000}})?(?:; denied by .{{1,2000}})?"
_WHY: Final = "a status, which follows from claims"


def without_statuses(manuscript: Manuscript) -> Manuscript:
    """The manuscript without the lines that say what the claims of an event come to, which are left out."""
    told = [block for block in manuscript.blocks if block.text.startswith("Status: ")]
    told = [block for block in told if re.fullmatch(_LINE, block.text)]
    if not told:
        return manuscript
    gone = {id(block) for block in told}
    around = (LeftOut(block.line, block.whole, _WHY) for block in told)
    kept = [block for block in manuscript.blocks if id(block) not in gone]
    return replace(manuscript, blocks=kept, around=(*manuscript.around, *around))
