"""What tests of every kind share: a fixed day, the bundled chronology, and the program itself."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from network import keep_to_this_machine
from program import Inline, Outcome, Run
from relations_cli.model.facts import Chronology
from relations_cli.readers.loading import load

TODAY = "2026-11-26"

# Machines are noisy: speed is measured in benchmarks/, never asserted in a test.
settings.register_profile("untimed", deadline=None)
settings.register_profile("mutation", deadline=None, max_examples=15, derandomize=True, database=None)
settings.load_profile("untimed")

keep_to_this_machine()


@pytest.fixture(scope="session")
def bundled() -> Chronology:
    return load()


@pytest.fixture(scope="session")
def timeline() -> Run:
    """The program in a process of its own, in a pipe, on a fixed day; text in and out is UTF-8."""

    def run(*args: str, env: dict[str, str] | None = None, **options: Any) -> "subprocess.CompletedProcess[str]":
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("TIMELINE", "PYTHONIO"))}
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            clean.pop(name, None)
        given: dict[str, Any] = {
            "capture_output": True,
            "encoding": "utf-8",
            "errors": "surrogateescape",
            "env": clean | {"TIMELINE_TODAY": TODAY, "XDG_CONFIG_HOME": "/nonexistent"} | (env or {}),
            "timeout": 60,
        }
        command = [sys.executable, "-m", "relations_cli", *args]
        return subprocess.run(command, check=False, **(given | options))

    return run


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Inline:
    """The program in this process, in a pipe, on a fixed day: exit code, standard output, standard error."""
    monkeypatch.setenv("TIMELINE_TODAY", TODAY)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    for name in ("TIMELINE_FILE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str) -> Outcome:
        from relations_cli.cli.app import run

        code = run(list(args))
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Write a file below the test's own folder and give its path."""

    def make(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return make
