"""Programs that are not ours, which tests drive: a test skips where one is missing, and fails in the gate."""

import json
import os
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest

INTEROP = Path(__file__).parent / "interop"


def program(name: str) -> str:
    """The path of a program; where it is missing the test skips, with the name."""
    found = shutil.which(name)
    return found or _missing(name)


def library(name: str) -> Any:
    """A module that tests alone need; where it is missing the test skips, with the name."""
    try:
        return import_module(name)
    except ImportError:
        _missing(name)


def node(package: str) -> str:
    """The path of node, where a package that ``tests/interop/package.json`` names is installed."""
    if not (INTEROP / "node_modules" / package).is_dir():
        _missing(f"npm's {package}")
    return program("node")


def accepted(parser: str, text: str, package: str) -> Any:
    """What the parser of an npm package makes of a text; the test fails where it refuses it."""
    done = subprocess.run(
        [node(package), str(INTEROP / "accepts.mjs"), parser],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _missing(name: str) -> NoReturn:
    if os.environ.get("TIMELINE_TEST_ALL"):
        pytest.fail(f"{name} is missing")
    pytest.skip(f"{name} is missing")
