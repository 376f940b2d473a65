"""Puts what the machines counted into docs/reliability.md, between the marks; nobody copies a number by hand.

    python fuzz/figures.py fuzz/found/summary.json fuzz/found/agree.txt fuzz/found/kills.txt

A summary of ``run.py`` becomes a table; what another machine has printed stands there as it was printed. The figures of
a machine that is not named stay.
"""

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "reliability.md"
BEGIN, END = "<!-- figures: written by fuzz/figures.py -->", "<!-- end of figures -->"
_LONGEST = 30
"""Lines of what another machine has printed."""


def table(summary: dict[str, Any]) -> str:
    """A summary as a sentence and a table, a kind a line."""
    faults = len({fault["signature"] for fault in summary["faults"]})
    told = (
        f"`fuzz/run.py`, seed `{summary['seed']}`: **{summary['runs']:,} runs** of the program in {summary['cases']:,} "
        f"cases, {summary['seconds'] / 60:.0f} minutes; {faults or 'no'} {'fault' if faults == 1 else 'faults'}.\n"
    )
    lines = [
        told,
        "| kind | what is tried | cases | runs | exit 0 | 1 | 2 | slowest run |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, kind in summary["kinds"].items():
        purpose = (
            (import_module(f"machine.kinds.{name}").__doc__ or "").partition("\n")[0].rstrip(".").replace("``", "`")
        )
        codes = " | ".join(f"{kind['codes'].get(code, 0):,}" for code in "012")
        slowest = f"{kind['slowest'][0]:.1f} s"
        lines.append(f"| `{name}` | {purpose} | {kind['cases']:,} | {kind['runs']:,} | {codes} | {slowest} |")
    return "\n".join(lines) + "\n"


def printed(file: Path) -> str:
    """What another machine has printed, under its name."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return f"`fuzz/{file.stem}.py`:\n\n```text\n" + "\n".join(lines[-_LONGEST:]) + "\n```\n"


def by_machine(figures: str) -> dict[str, str]:
    """Figures by the machine that they begin with."""
    parts = re.split(r"^(?=`fuzz/)", figures, flags=re.MULTILINE)[1:]
    return {part.split("`")[1]: part.strip() + "\n" for part in parts}


def filled(page: str, figures: str) -> str:
    """The page with these figures between its marks; those of other machines stay.

    Raises:
        ValueError: it has no marks.
    """
    if BEGIN not in page or END not in page:
        raise ValueError(f"{PAGE}: the marks are missing: {BEGIN}")
    before, _, rest = page.partition(BEGIN)
    old, _, after = rest.partition(END)
    whole = "\n".join((by_machine(old) | by_machine(figures)).values())
    return f"{before}{BEGIN}\n\n{whole}\n{END}{after}"


def main() -> int:
    """Write the page."""
    files = [Path(name) for name in sys.argv[1:]]
    if not files:
        print(__doc__)
        return 2
    parts = [
        table(json.loads(file.read_text(encoding="utf-8"))) if file.suffix == ".json" else printed(file)
        for file in files
    ]
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), "\n".join(parts)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
