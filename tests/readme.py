"""The examples of the README with what they print; ``python tests/readme.py`` writes them anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
_EXAMPLE = re.compile(r"```console\n\$ (.+)\n(?:[^`].*\n|\n)*?```", re.MULTILINE)
_MOST_LINES = 12


def refreshed(text: str) -> str:
    """The text with each example's output as the program prints it now, in a pipe, on the day of the release."""
    return _EXAMPLE.sub(lambda match: f"```console\n$ {match[1]}\n{_output(match[1])}```", text)


def examples(text: str) -> list[str]:
    """The commands of the examples."""
    return [match[1] for match in _EXAMPLE.finditer(text)]


def _output(command: str) -> str:
    """What the command prints, cut after some lines."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE_")}
    done = subprocess.run(
        ["bash", "-c", command.replace("timeline", f"{sys.executable} -m relations_cli", 1)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment | {"TIMELINE_TODAY": "2026-11-26"},
    )
    lines = done.stdout.splitlines(keepends=True)
    rest = len(lines) - _MOST_LINES
    return "".join(lines if rest <= 0 else [*lines[:_MOST_LINES], f"… {rest} more\n"])


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
