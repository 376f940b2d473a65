"""Bytes to a Chronology: the registry of formats, and the choice of one by suffix, then by content.

A format is one module with a ``read(data: bytes, name: str) -> Chronology`` and one line in ``READERS``.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from relations_cli.errors import DataError, UsageError
from relations_cli.escaping import one_line, quoted
from relations_cli.model.bundled import bundled_path
from relations_cli.model.facts import Chronology
from relations_cli.model.vocabulary import one_of

READERS = {
    "json": "relations_cli.readers.json",
    "jsonl": "relations_cli.readers.jsonl",
}
"""Format: the module that reads it."""

_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}
STDIN = "-"

_Read = Callable[[bytes, str], Chronology]


def load(path: str | None = None, *, reader: str | None = None) -> Chronology:
    """The chronology in a file ("-": standard input), or the bundled one.

    Args:
        path: the file; None is the bundled chronology.
        reader: the format's name; None decides by the suffix, then by the content.

    Raises:
        DataError: the file cannot be read, or is no chronology.
        UsageError: there is no such format.
    """
    if reader is not None:
        if reader[:1].isdigit():
            raise UsageError(f"--from: {quoted(reader)} is no format: for events since then, did you mean --since?")
        reader = one_of("--from", reader, READERS)
    if path is None:
        from relations_cli.readers.json import read_trusted

        return read_trusted(_bytes(bundled_path(), "the bundled chronology"))
    data, name = bytes_of(path)
    module = import_module(READERS[_format(data, path, reader)])
    return cast("_Read", module.read)(data, name)


def load_all(paths: Sequence[str], *, reader: str | None = None) -> tuple[Chronology, tuple[str, ...]]:
    """The chronologies of several files merged into one (none: the bundled one), and what merging changed, a line each.

    Raises:
        DataError: one of them cannot be read, or is no chronology.
        UsageError: there is no such format.
    """
    if not paths:
        return load(reader=reader), ()
    if len(paths) == 1:
        return load(paths[0], reader=reader), ()
    from relations_cli.model.merging import merge

    return merge([load(path, reader=reader) for path in paths])


def bytes_of(path: str) -> tuple[bytes, str]:
    """The bytes of a file ("-": standard input), and how messages call it.

    Raises:
        DataError: it cannot be read.
    """
    name = "standard input" if path == STDIN else path
    return _bytes(path, name), name


def _bytes(path: str, name: str) -> bytes:
    try:
        if path != STDIN:
            with open(path, "rb") as file:
                return file.read()
        if sys.stdin is None:
            raise DataError("standard input is closed: give a file, or pipe one in")
        if sys.stdin.isatty():
            raise DataError("standard input is a terminal: pipe a file in, or give its path")
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DataError(f"{one_line(name)}: cannot be read: {reason}") from None
    except ValueError:  # a NUL in the path
        raise DataError(f"{quoted(name)}: no file can have this name") from None


def _format(data: bytes, path: str, reader: str | None) -> str:
    if reader is not None:
        return reader
    by_suffix = _SUFFIXES.get(os.path.splitext(path)[1].lower())
    if by_suffix is not None:
        return by_suffix
    return "jsonl" if _looks_like_lines(data) else "json"


def _looks_like_lines(data: bytes) -> bool:
    """Whether the first line that is not blank is a JSON object of its own, with more or nothing behind it."""
    first = data.lstrip().split(b"\n", 1)[0].strip()
    return first.startswith(b"{") and first.endswith(b"}") and b'"events"' not in first
