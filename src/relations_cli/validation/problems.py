"""A problem of a file: what is wrong, how badly, and where."""

from typing import Literal

from msgspec import Struct

from relations_cli.readers.located.places import Path

Severity = Literal["error", "warning"]


class Problem(Struct, frozen=True, kw_only=True):
    """Something that is wrong, or may be."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    severity: Severity
    """An error breaks a rule of the format; a warning is worth a look."""
    reason: str
    """What is wrong, on one line."""
    place: str
    """The way to it, as ``$.events[3].date``; empty in a file of lines."""


class Finding(Struct, frozen=True):
    """A problem before it has a line: the way to it in the document."""

    path: Path
    reason: str
    severity: Severity = "error"
    at_key: bool = False
    """Whether it is the key that is wrong, not its value."""
