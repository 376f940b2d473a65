"""The chronology in a file, a folder, several of them, or the bundled one."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from relations_cli.errors import DataError
from relations_cli.escaping import quoted
from relations_cli.model.bundled import bundled_path
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
        with open(bundled_path(), "rb") as file:
            return msgspec.json.decode(file.read(), type=Chronology)
    from relations_cli.readers.reading import Options, Reading
    from relations_cli.readers.registry import read, reader_named

    options = options or Options()
    if reader is not None:
        options = replace(options, reader=reader_named(reader))
    notes = [] if notes is None else notes
    if path != STDIN and os.path.isdir(path):
        return _of_folder(path, options, notes)
    data, name = bytes_of(path, options.limits)
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


def bytes_of(path: str, limits: "Limits | None" = None) -> tuple[bytes, str]:
    """The bytes of a file ("-": standard input), and how messages call it.

    Raises:
        DataError: it cannot be read, or is no plain file and gives more than the limits allow (None: those by default).
    """
    from relations_cli.limits import LIMITS
    from relations_cli.readers.sources import NO_MEMORY, all_of

    name = "standard input" if path == STDIN else path
    try:
        if path != STDIN:
            with open(path, "rb") as file:
                return all_of(file, name, limits or LIMITS), name
        if sys.stdin is None:
            raise DataError("standard input is closed: give a file, or pipe one in")
        if sys.stdin.isatty():
            raise DataError("standard input is a terminal: pipe a file in, or give its path")
        return all_of(sys.stdin.buffer, name, limits or LIMITS), name
    except MemoryError:
        raise DataError(NO_MEMORY, file=name) from None
    except OSError as error:
        raise DataError(f"cannot be read: {(error.strerror or str(error)).lower()}", file=name) from None
    except ValueError:  # a NUL in the path
        raise DataError(f"{quoted(name)}: no file can have this name") from None


def _of_folder(path: str, options: "Options", notes: "list[Note]") -> Chronology:
    """The chronology of the files of a folder in the order of their names; a page that is no event is noted.

    Raises:
        DataError: it holds no such file, or one of them cannot be read.
    """
    from relations_cli.readers.fences import has_front_matter
    from relations_cli.readers.folders import files_of, is_page, no_events_in
    from relations_cli.readers.merging import merge
    from relations_cli.readers.reading import Reading
    from relations_cli.readers.registry import read

    found: list[tuple[str, Chronology]] = []
    for file in files_of(path):
        data, name = bytes_of(file, options.limits)
        reading = Reading(name=name, path=file, options=options, notes=notes)
        if options.reader is None and is_page(file) and not has_front_matter(data):
            reading.note("left out", "a page without front matter is no event")
            continue
        found.append((file, read(data, reading)))
    if not found:
        raise no_events_in(path)
    title = os.path.basename(os.path.abspath(path))
    return replace(merge(found, notes), title=title) if len(found) > 1 else found[0][1]
