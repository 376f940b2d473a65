"""Answer to text for programs: the registry of formats.

A format is one module with a ``write(answer, fields) -> Iterator[str]`` and one line in ``WRITERS``; it never prints.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, cast

from relations_cli.query.answer import Answer, Field

Write = Callable[[Answer[Any], Sequence[Field]], Iterator[str]]

WRITERS = {
    "tsv": "relations_cli.writers.tsv",
    "csv": "relations_cli.writers.csv",
    "json": "relations_cli.writers.json",
    "jsonl": "relations_cli.writers.jsonl",
}
"""Format: the module that writes it."""

SUFFIXES = {".tsv": "tsv", ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}
"""Suffix of a file: the format that it asks for."""


def writer(name: str) -> Write:
    """The function that writes a format of the registry."""
    return cast(Write, import_module(WRITERS[name]).write)


def default_fields(answer: Answer[Any], name: str) -> tuple[Field, ...]:
    """The fields that a format shows where none are asked for: json and jsonl carry every one."""
    table = answer.table
    names = {"tsv": table.tsv, "csv": table.csv}.get(name, tuple(table.fields))
    from relations_cli.query.fields import chosen

    return chosen(table, names)
