"""The chronology in a file, a folder, several of them, or the bundled one."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from relations_cli.errors import NO_MEMORY, DataError, unreadable
from relations_cli.escaping import quoted
from relations_cli.model.bundled import BUNDLED, Origins, bundled_path
from relations_cli.model.facts import Chronology

if TYPE_CHECKING:  # reading is imported where a file is read: the bundled one needs none of it
    from relations_cli.limits import Limits
    from relations_cli.readers.notes import Note
    from relations_cli.readers.reading import Options

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
        path: the file; None, or ``bundled``, is the bundled chronology.
        reader: the format's name; None decides by the suffix, then by the content.
        options: how the file is to be read, where it does not say it itself.
        notes: takes what was left out, inferred or renamed, and what in a folder could not be read: without it, that
            is an error.

    Raises:
        DataError: the file cannot be read, or is no chronology.
        UsageError: there is no such format.
    """
    if path is None or path == BUNDLED:
        # A test has checked its dates and ids: to check them anew costs 5 ms a start
        with _failing_as("the bundled chronology"), open(bundled_path(), "rb") as file:
            data = file.read()
        return msgspec.json.decode(data, type=Chronology)
    from relations_cli.readers.reading import Options, Reading
    from relations_cli.readers.registry import read, reader_named

    options = options or Options()
    if reader is not None:
        options = replace(options, reader=reader_named(reader))
    if path == STDIN or not os.path.isdir(path):
        data, name = bytes_of(path, options.limits)
        return read(data, Reading(name=name, path=path, options=options, notes=[] if notes is None else notes))
    from relations_cli.readers.gathering import in_folder

    return in_folder(path, options, notes, partial(bytes_of, limits=options.limits))


def load_all(
    paths: Sequence[str], *, options: "Options | None" = None, origins: Origins | None = None
) -> "tuple[Chronology, tuple[Note, ...]]":
    """The chronologies of several files, folders and patterns merged into one (none: the bundled one).

    With it comes what was left out, inferred or renamed, and what in a folder or a pattern could not be read.

    Args:
        paths: as somebody wrote them.
        options: how to read, where a file does not say it itself.
        origins: takes which event comes from which path.

    Raises:
        DataError: one that is named cannot be read or is no chronology, or nothing can be read.
        UsageError: there is no such format.
    """
    origins = Origins([], {}) if origins is None else origins
    if not paths or list(paths) == [BUNDLED]:
        origins.paths.append(BUNDLED)
        return load(), ()
    from relations_cli.readers.gathering import gathered
    from relations_cli.readers.reading import Options

    notes: list[Note] = []
    options = options or Options()
    opened = partial(bytes_of, limits=options.limits)
    return gathered(paths, options, notes, opened, origins), tuple(notes)


def bytes_of(path: str, limits: "Limits | None" = None) -> tuple[bytes, str]:
    """The bytes of a file ("-": standard input), and how messages call it.

    Raises:
        DataError: it cannot be read, or is no plain file and gives more than the limits allow (None: those by default).
    """
    from relations_cli.limits import LIMITS
    from relations_cli.readers.addresses import refuse_address
    from relations_cli.readers.sources import all_of

    name = "standard input" if path == STDIN else path
    refuse_address(path)
    with _failing_as(name):
        if path != STDIN:
            with open(path, "rb") as file:
                return all_of(file, name, limits or LIMITS), name
        if sys.stdin is None:
            raise DataError("standard input is closed: give a file, or pipe one in")
        if sys.stdin.isatty():
            raise DataError("standard input is a terminal: pipe a file in, or give its path")
        return all_of(sys.stdin.buffer, name, limits or LIMITS), name


@contextmanager
def _failing_as(name: str) -> Iterator[None]:
    """What the system refuses, as an error on the file of that name.

    Raises:
        DataError: it cannot be read.
    """
    try:
        yield
    except MemoryError:
        raise DataError(NO_MEMORY, file=name) from None
    except OSError as error:
        raise unreadable(name, error) from None
    except ValueError:  # a NUL in the path
        raise DataError(f"{quoted(name)}: no file can have this name") from None
