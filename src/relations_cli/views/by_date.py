"""Keys that sort by an EDTF date which may be missing: undated first, or undated last."""

from typing import Any

from relations_cli.dates import parse_edtf


def undated_first(date: str | None) -> tuple[Any, ...]:
    """As claims are read: what was said, nobody knows when, before what has a day."""
    return (1, parse_edtf(date).sort_key) if date else (0,)


def undated_last(date: str | None) -> tuple[Any, ...]:
    """As events are listed."""
    return (0, parse_edtf(date).sort_key) if date else (1,)
