"""docs/commands.md: the help page of every command; ``python tests/commands.py`` writes it anew."""

import os
import subprocess
import sys
from pathlib import Path

from relations_cli.cli import COMMANDS

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"


def page() -> str:
    """The document."""
    parts = ["# Commands\n\nWhat `timeline COMMAND --help` prints.\n", _section("timeline", ["--help"])]
    parts += [_section(f"timeline {command}", [command, "--help"]) for command in COMMANDS]
    return "\n".join(parts)


def _section(title: str, args: list[str]) -> str:
    command = [sys.executable, "-m", "relations_cli", *args]
    environment = os.environ | {"COLUMNS": "80"}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment)
    return f"## {title}\n\n```text\n{done.stdout}```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
