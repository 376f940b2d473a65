"""How tests call the program."""

import os
import subprocess
from collections.abc import Callable
from typing import NamedTuple


class Outcome(NamedTuple):
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        """The lines of tab-separated output."""
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def ids(self) -> list[str]:
        """The first column."""
        return [row[0] for row in self.rows]


UNWATCHED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
"""The environment of a process that coverage does not watch: it would load modules of its own, before ours."""

Inline = Callable[..., Outcome]
"""Give arguments: the program in this process."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]
"""Give arguments: the program in a process of its own."""

Write = Callable[[str, "str | bytes"], str]
"""Give a name and content: the path of a file of the test's own."""


def named(text: str) -> str:
    """A text as the name of a test: ASCII, and no backslash, which pytest doubles each time that it collects."""
    return ascii(text[:30]).replace("\\", "/")
