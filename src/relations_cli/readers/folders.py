"""Folders and patterns: which files they stand for."""

import glob
import os
from collections.abc import Iterator
from typing import Final

from relations_cli.errors import DataError
from relations_cli.readers.formats import SUFFIXES
from relations_cli.readers.reading import suffix_of

_PAGES: Final = frozenset((".md", ".markdown", ".mdown"))


def matching(path: str) -> list[str]:
    """The path itself, or where there is no such file but a pattern, what matches it, in order of names.

    Raises:
        DataError: nothing matches the pattern.
    """
    if os.path.lexists(path) or not glob.has_magic(path):  # no magic in "-", standard input
        return [path]
    found = sorted(glob.glob(path, recursive=True))
    if not found:
        raise DataError("no file matches", file=path)
    return found


def files_of(path: str) -> list[str]:
    """The files that a path stands for: itself, what matches it, or what can hold events in the folder.

    Of a folder and those in it hidden files are passed over, and what has another suffix; they are in order of names.

    Raises:
        DataError: there are none.
    """
    found = [file for one in matching(path) for file in (_files(one) if os.path.isdir(one) else [one])]
    if not found:
        raise no_events_in(path)
    return found


def no_events_in(folder: str) -> DataError:
    """The error on a folder that holds none."""
    return DataError("holds no chronology: it has no file of json, csv, yaml or the like", file=folder)


def is_page(path: str) -> bool:
    """Whether it is Markdown, which in a folder is an event where it begins with front matter."""
    return suffix_of(path) in _PAGES


def _files(path: str) -> Iterator[str]:
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and (suffix_of(name) in SUFFIXES or is_page(name)):
                yield os.path.join(folder, name)
