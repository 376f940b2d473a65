"""Golden files: ``python tests/golden.py`` writes them anew from what the program gives now; read the difference.

Every test module that compares with golden files has a ``goldens()``: file name below tests/golden, content.
"""

import sys
from importlib import util
from pathlib import Path

ROOT = Path(__file__).parent


def write_anew() -> None:
    """Write every golden file that a test module names."""
    sys.path.insert(0, str(ROOT))
    for path in sorted(ROOT.rglob("test_*.py")):
        if "def goldens(" not in path.read_text(encoding="utf-8"):
            continue
        spec = util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, content in module.goldens().items():
            target = ROOT / "golden" / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content.encode())


if __name__ == "__main__":
    write_anew()
