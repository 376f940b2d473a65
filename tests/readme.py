"""The examples of the documentation with what they print; ``python tests/readme.py`` writes them anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

from relations_cli.readers.entries.role_names import MANY, ROLES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
FORMATS = ROOT / "docs" / "formats.md"
_EXAMPLE = re.compile(r"```console\n\$ (.+)\n(?:[^`\n].*\n|\n)*```", re.MULTILINE)
_ROLES = re.compile(r"(<!-- roles: .*-->\n)(?:[^<\n].*\n|\n)*(<!-- end of roles -->)")
_MOST_LINES = 12


def refreshed(text: str) -> str:
    """The text with each example's output as the program prints it now, in a pipe, on the day of the release."""
    text = _EXAMPLE.sub(lambda match: f"```console\n$ {match[1]}\n{_output(match[1])}```", text)
    return _ROLES.sub(lambda match: f"{match[1]}{_roles()}{match[2]}", text)


def _roles() -> str:
    """The names by which columns and keys are known, a row a role."""
    rows = [f"| `{role}`{' (several)' if role in MANY else ''} | {', '.join(names)} |" for role, names in ROLES.items()]
    return "\n".join(["", "| role | names |", "|---|---|", *rows, "", ""])


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
        cwd=ROOT,
        encoding="utf-8",
        env=environment | {"TIMELINE_TODAY": "2026-11-26"},
    )
    lines = done.stdout.splitlines(keepends=True)
    rest = len(lines) - _MOST_LINES
    return "".join(lines if rest <= 0 else [*lines[:_MOST_LINES], f"… {rest} more\n"])


if __name__ == "__main__":
    for page in (README, FORMATS):
        page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
