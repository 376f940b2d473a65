"""Where the bundled chronology lies."""

import os

# os.path and __file__: importlib.resources costs 10 ms and finds nothing in an editable install.
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def bundled_path() -> str:
    """The path of events.json: in the package of a wheel, at the repository's top of an editable install."""
    installed = os.path.join(_PACKAGE, "data", "events.json")
    if os.path.isfile(installed):
        return installed
    return os.path.normpath(os.path.join(_PACKAGE, "..", "..", "data", "events.json"))
