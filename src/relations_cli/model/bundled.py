"""Where the bundled chronology lies, and from where the events of any come, which no file says of itself."""

import os

from msgspec import Struct

# os.path and __file__: importlib.resources costs 10 ms and finds nothing in an editable install.
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUNDLED = "bundled"
"""Names the shipped chronology wherever a file may stand."""


class Origins(Struct):
    """Of each event the path, as somebody wrote it; ``bundled`` is the shipped chronology, ``-`` standard input."""

    paths: list[str] = []
    """All that were read; an event that is not in ``by_id`` comes from the first."""
    by_id: dict[str, str] = {}
    """Event id: path, of those from another path than the first."""

    def of(self, event_id: str) -> str | None:
        """The path from which an event comes; None where nobody knows."""
        return self.by_id.get(event_id) or (self.paths[0] if self.paths else None)


def bundled_path() -> str:
    """The path of events.json: in the package of a wheel, at the repository's top of an editable install."""
    installed = os.path.join(_PACKAGE, "data", "events.json")
    if os.path.isfile(installed):
        return installed
    return os.path.normpath(os.path.join(_PACKAGE, "..", "..", "data", "events.json"))
