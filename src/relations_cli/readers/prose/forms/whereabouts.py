"""Where in the source of a page a text stands."""

import re
from bisect import bisect_right
from typing import Final

LEAST: Final = 3
"""Characters of a text that can be found: shorter ones stand everywhere."""
_SHORT: Final = 12
_WINDOW: Final = 60_000  # characters of the source in which a block's text is looked for
_BUDGET: Final = 20_000_000  # characters that may be looked through beyond that


class Whereabouts:
    """Where in the source a text stands: each is looked for behind the one before."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._position = 0
        self._budget = _BUDGET

    def line_of(self, text: str) -> int:
        """The line on which a text begins; where that cannot be found, that of the text before it."""
        needle = re.search(r"[^\W_&]{1,24}(?:[ ,.:/-]{1,2}[^\W_&]{1,24}){0,4}", text)
        wanted = needle[0] if needle else ""
        if len(wanted) >= LEAST:
            # A year alone stands in many addresses before it stands in the text
            at = self._find(f">{wanted}") if len(wanted) <= _SHORT else -1
            at = self._find(wanted) if at < 0 else at
            if at >= 0:
                self._position = at + len(wanted)
        return bisect_right(self._starts, self._position)

    def _find(self, wanted: str) -> int:
        at = self._source.find(wanted, self._position, self._position + _WINDOW)
        if at < 0 and self._budget > 0:
            at = self._source.find(wanted, self._position + _WINDOW - len(wanted))
            self._budget -= len(self._source) - self._position
        return at
