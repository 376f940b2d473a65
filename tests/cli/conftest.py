"""The command line asks a chronology that nobody edits: a part of the bundled one, as it was in November 2026."""

import signal
import subprocess
from collections.abc import Iterator
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


@pytest.fixture
def heard() -> Iterator[None]:
    """The signals that end a process do so, though the tests run where they are ignored: as a job in the background."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGHUP)}
    for number, handler in before.items():
        if handler == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
