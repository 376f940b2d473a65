"""Folders and patterns: which files they stand for, and a folder of pages as one chronology."""

import glob
import os
from collections.abc import Iterator

from msgspec.structs import replace

from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers import STDIN, bytes_of, read
from relations_cli.readers.documents.frontmatter import has_front_matter
from relations_cli.readers.formats import SUFFIXES, suffix_of
from relations_cli.readers.merging import merge
from relations_cli.readers.reading import Note, Options, Reading

_PAGES = frozenset((".md", ".markdown", ".mdown"))


def matching(path: str) -> list[str]:
    """The path itself, or where there is no such file but a pattern, what matches it, in order of names.

    Raises:
        DataError: nothing matches the pattern.
    """
    if path == STDIN or os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True))
    if not found:
        raise DataError(f"{one_line(path)}: no file matches")
    return found


def files_of(path: str) -> list[str]:
    """The files that a path stands for: itself, what matches it, or what is in the folder.

    Raises:
        DataError: there are none.
    """
    found = [file for one in matching(path) for file in (_files(one) if os.path.isdir(one) else [one])]
    if not found:
        raise _no_files(path)
    return found


def load_folder(path: str, options: Options, notes: list[Note]) -> Chronology:
    """The chronology of all files of a folder and its folders that can hold events, in the order of their names.

    Hidden files are passed over, and what has another suffix; a page without front matter is no event, which is noted.

    Raises:
        DataError: it holds no such file, or one of them cannot be read.
    """
    read_ones: list[tuple[str, Chronology]] = []
    for file in _files(path):
        data, name = bytes_of(file)
        reading = Reading(name=name, path=file, options=options, notes=notes)
        if options.reader is None and suffix_of(file) in _PAGES and not has_front_matter(data):
            reading.note("left out", "a page without front matter is no event")
            continue
        read_ones.append((file, read(data, reading)))
    if not read_ones:
        raise _no_files(path)
    title = os.path.basename(os.path.abspath(path))
    return replace(merge(read_ones, notes), title=title) if len(read_ones) > 1 else read_ones[0][1]


def _no_files(path: str) -> DataError:
    return DataError(f"{one_line(path)}: holds no chronology: it has no file of json, csv, yaml or the like")


def _files(path: str) -> Iterator[str]:
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and (suffix_of(name) in SUFFIXES or suffix_of(name) in _PAGES):
                yield os.path.join(folder, name)
