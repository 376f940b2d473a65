"""The command line asks a chronology that nobody edits: a part of the bundled one, as it was in November 2026."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from program import Inline, Run

FROZEN = str(Path(__file__).parents[1] / "golden" / "chronology.json")


@pytest.fixture
def inline(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> Inline:
    """The program in this process, with that file where none is named."""
    monkeypatch.setenv("TIMELINE_FILE", FROZEN)
    return inline


@pytest.fixture(scope="session")
def timeline(timeline: Run) -> Run:
    """The program in a process of its own, with that file where none is named."""

    def run(*args: str, env: dict[str, str] | None = None, **options: Any) -> "subprocess.CompletedProcess[str]":
        return timeline(*args, env={"TIMELINE_FILE": FROZEN} | (env or {}), **options)

    return run
