"""Golden files: ``python tests/golden.py`` writes them anew from what the program gives now; read the difference.

Every test module that compares with golden files has a ``goldens()``: file name below tests/golden, content. What they
draw of the real world is ``golden/chronology.json``, which nobody edits: an event that is added to data/events.json
alters no golden file.

Of a view there is a file only where it shows what no property asserts: without colour at 60, 80 and 140 columns, where
lines break and columns come and go; in colour at 80, since colour changes no text at any width and the same styles are
given at each; in ASCII at 80 where that differs. ``drawings.golden_screens`` has the choice.
"""

import sys
from functools import cache
from importlib import util
from pathlib import Path

from relations_cli.model.facts import Chronology
from relations_cli.readers.loading import load

ROOT = Path(__file__).parent
GOLDEN = ROOT / "golden"
CHRONOLOGY = GOLDEN / "chronology.json"


@cache
def frozen() -> Chronology:
    """The chronology that golden files draw: a part of the bundled one, as it was in November 2026."""
    return load(str(CHRONOLOGY))


def write_anew() -> None:
    """Write every golden file that a test module names, and remove what none names any more."""
    sys.path.insert(0, str(ROOT))
    written = {CHRONOLOGY}
    for path in sorted(ROOT.rglob("test_*.py")):
        if "def goldens(" not in path.read_text(encoding="utf-8"):
            continue
        spec = util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, content in module.goldens().items():
            target = GOLDEN / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content.encode())
            written.add(target)
    for path in GOLDEN.rglob("*.*"):
        if path not in written:
            path.unlink()


if __name__ == "__main__":
    write_anew()
