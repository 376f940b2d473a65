"""Bytes to a Chronology: the registry of formats, and the choice of one by suffix, then by content.

A format is one module with a ``read(data: bytes, reading: Reading) -> Chronology`` and one line in ``READERS``.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from relations_cli.errors import DataError, UsageError
from relations_cli.escaping import one_line, quoted
from relations_cli.model.bundled import bundled_path
from relations_cli.model.facts import Chronology
from relations_cli.suggesting import one_of

if TYPE_CHECKING:  # reading is imported where a file is read: the bundled one needs none of it
    from relations_cli.readers.reading import Note, Options, Reading

READERS = {
    "json": "relations_cli.readers.documents.json",
    "jsonl": "relations_cli.readers.documents.jsonl",
    "csv": "relations_cli.readers.tables.csv",
    "tsv": "relations_cli.readers.tables.csv",
    "yaml": "relations_cli.readers.documents.yaml",
    "frontmatter": "relations_cli.readers.documents.frontmatter",
    "ics": "relations_cli.readers.ics",
    "text": "relations_cli.readers.prose.reader",
    "markdown": "relations_cli.readers.prose.reader",
    "html": "relations_cli.readers.prose.reader",
}
"""Format: the module that reads it."""

STDIN = "-"


def load(
    path: str | None = None,
    *,
    reader: str | None = None,
    options: "Options | None" = None,
    notes: "list[Note] | None" = None,
) -> Chronology:
    """The chronology in a file or folder ("-": standard input), or the bundled one.

    Args:
        path: the file; None is the bundled chronology.
        reader: the format's name; None decides by the suffix, then by the content.
        options: how the file is to be read, where it does not say it itself.
        notes: takes what was left out, inferred or renamed.

    Raises:
        DataError: the file cannot be read, or is no chronology.
        UsageError: there is no such format.
    """
    if path is None:
        # A test has checked its dates and ids: to check them anew costs 5 ms a start
        return msgspec.json.decode(_bytes(bundled_path(), "the bundled chronology"), type=Chronology)
    from relations_cli.readers.reading import Options, Reading

    options = options or Options()
    if reader is not None:
        options = replace(options, reader=reader_named(reader))
    notes = [] if notes is None else notes
    if path != STDIN and os.path.isdir(path):
        from relations_cli.readers.folders import load_folder

        return load_folder(path, options, notes)
    data, name = bytes_of(path)
    return read(data, Reading(name=name, path=path, options=options, notes=notes))


def load_all(paths: Sequence[str], *, options: "Options | None" = None) -> "tuple[Chronology, tuple[Note, ...]]":
    """The chronologies of several files, folders and patterns merged into one (none: the bundled one).

    With it comes what was left out, inferred or renamed.

    Raises:
        DataError: one of them cannot be read, or is no chronology.
        UsageError: there is no such format.
    """
    if not paths:
        return load(), ()
    from relations_cli.readers.folders import matching

    notes: list[Note] = []
    files = [file for path in paths for file in matching(path)]
    chronologies = [load(file, options=options, notes=notes) for file in files]
    if len(chronologies) == 1:
        return chronologies[0], tuple(notes)
    from relations_cli.readers.merging import merge

    return merge(list(zip(files, chronologies, strict=True)), notes), tuple(notes)


def read(data: bytes, reading: "Reading") -> Chronology:
    """The chronology in the bytes of a file.

    Raises:
        DataError: they are no chronology, or an entry cannot be read.
    """
    from relations_cli.readers.formats import format_of
    from relations_cli.readers.text import unpacked

    data = unpacked(data, reading)
    module: Any = import_module(READERS[reading.options.reader or format_of(data, reading.path)])
    chronology: Chronology = module.read(data, reading)
    return chronology


def reader_named(name: str | None) -> str | None:
    """The format of that name, blind to case; None stays.

    Raises:
        UsageError: there is none; it names the nearest.
    """
    if name is None:
        return None
    if name[:1].isdigit():
        raise UsageError(f"--from: {quoted(name)} is no format: for events since then, did you mean --since?")
    return one_of("--from", name, READERS)


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
