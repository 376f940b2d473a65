"""A case: the files, the environment and the command lines of an attack, small enough to be kept as one file."""

import base64
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

STDIN = "-"
"""The name of the file that is standard input."""

Line = list[str]
"""The words behind ``timeline``."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a kind made of a seed; the same case has the same outcome, today and in another checkout."""

    kind: str
    """Which kind made it, and checks it."""
    origin: str = ""
    """Seed and number; empty for one that was written by hand."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Name, relative to the folder in which the runs stand: content. ``-`` is standard input."""
    links: dict[str, str] = field(default_factory=dict)
    """Name: where the link leads."""
    environment: dict[str, str] = field(default_factory=dict)
    """Variables besides those that every run has."""
    lines: list[Line] = field(default_factory=list)
    """The command lines, where the kind does not make its own of ``given``."""
    terminal: bool = False
    """Whether standard output says that it is a terminal."""
    given: dict[str, Any] = field(default_factory=dict)
    """What the law of its kind takes besides, as JSON."""
    found: str = ""
    """Of a kept case: what was wrong."""


def without(case: Case, name: str) -> Case:
    """The case without one of its files."""
    return replace(case, files={key: data for key, data in case.files.items() if key != name})


def saved(case: Case) -> str:
    """The case as a document of JSON in ASCII; files that are UTF-8 stay readable."""
    texts: dict[str, str] = {}
    coded: dict[str, str] = {}
    for name, data in case.files.items():
        try:
            texts[name] = data.decode()
        except UnicodeDecodeError:
            coded[name] = base64.b64encode(data).decode()
    parts = {
        "kind": case.kind,
        "found": case.found,
        "origin": case.origin,
        "lines": case.lines,
        "files": texts,
        "base64": coded,
        "links": case.links,
        "environment": case.environment,
        "terminal": case.terminal,
        "given": case.given,
    }
    return json.dumps({key: value for key, value in parts.items() if value or key == "kind"}, indent=1) + "\n"


def loaded(path: Path) -> Case:
    """The case of a file that ``saved`` wrote.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no case.
    """
    parts = json.loads(path.read_text(encoding="utf-8"))
    files = {name: text.encode() for name, text in parts.pop("files", {}).items()}
    files |= {name: base64.b64decode(text) for name, text in parts.pop("base64", {}).items()}
    return Case(files=files, **parts)
