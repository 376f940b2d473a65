"""Where a case is tried: a folder with its files, in which the program runs and is judged."""

import json
import os
import shutil
import tempfile
from collections import Counter
from typing import Any, Self

from machine.case import STDIN, Case, Line
from machine.forms import form_of, outputs
from machine.program import Run, run_line
from machine.verdict import Fault, judge

_DEEP = os.path.join("w", "x", "y", "z")
"""So that ``../..`` of a hostile name stays inside."""


class Bench:
    """A folder of its own; the process stands in it while cases are tried, and goes back at the end."""

    def __init__(self, root: str | None = None) -> None:
        """Without a root, the bench makes one, on a memory disk where there is one, and takes it away at the end."""
        memory = "/dev/shm"  # noqa: S108 -- files that live for milliseconds should not reach a disk
        self.root = root or tempfile.mkdtemp(prefix="timeline-fuzz-", dir=memory if os.path.isdir(memory) else None)
        self.before = os.getcwd()
        self.codes: Counter[str] = Counter()
        """Exit codes of the runs."""
        self.slowest = 0.0
        """Seconds of the slowest run."""
        self.case = Case(kind="")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Go back, and take the folder away."""
        os.chdir(self.before)
        shutil.rmtree(self.root, ignore_errors=True)

    def open(self, case: Case) -> None:
        """Put the files of the case there, and nothing else."""
        os.chdir("/")
        shutil.rmtree(os.path.join(self.root, "w"), ignore_errors=True)
        folder = os.path.join(self.root, _DEEP)
        os.makedirs(folder)
        os.chdir(folder)
        self.case = case
        for name, data in case.files.items():
            if name != STDIN:
                put(name, data)
        for name, target in case.links.items():
            os.symlink(target, name)

    def run(self, line: Line, *, judged: bool = True) -> Run:
        """Run the program and check what every run promises.

        Raises:
            Fault: something does not hold.
        """
        case = self.case
        before = _standing()
        run = run_line(
            line,
            self.root,
            environment=case.environment,
            stdin=case.files.get(STDIN, b""),
            terminal=case.terminal,
        )
        self.codes[str(run.code) if isinstance(run.code, int) else "none"] += 1
        self.slowest = max(self.slowest, run.seconds)
        if judged:
            judge(run, form_of(line))
            _check_files(before, line)
        return run

    def rows(self, *line: str) -> list[Any]:
        """The rows of a question that is answered in JSON.

        Raises:
            Fault: it is refused, or is no JSON.
        """
        run = self.run([*line, "--json", "all"])
        if run.code == 2:  # noqa: PLR2004
            raise Fault(f"refused: {' '.join(line)}: {run.said[:300]}")
        rows: list[Any] = json.loads(run.text or "[]")
        return rows

    def told(self, *line: str) -> list[Any]:
        """The rows of a question without what another file, or other rows, would change: origin and gap."""
        return [{key: row[key] for key in row if key not in ("origin", "gap")} for row in self.rows(*line)]

    def ids(self, *line: str) -> list[str]:
        """The ids of the events of a list, in its order."""
        return [row["id"] for row in self.rows("list", *line)]


def put(name: str, data: bytes) -> None:
    """Write a file, with the folders that its name asks for."""
    if os.path.dirname(name):
        os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "wb") as file:
        file.write(data)


def _standing() -> dict[str, tuple[int, int]]:
    found = {}
    for folder, _, names in os.walk("."):
        for name in names:
            path = os.path.normpath(os.path.join(folder, name))
            state = os.lstat(path)
            found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _check_files(before: dict[str, tuple[int, int]], line: Line) -> None:
    after = _standing()
    if after == before:
        return
    changed = {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)}
    strange = changed - {os.path.normpath(one) for one in outputs(line)}
    if strange:
        raise Fault(f"a file changed that was not asked for: {min(strange)!r}")
