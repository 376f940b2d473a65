"""Paths that lead to one file: which of them counts."""

import os
from collections.abc import Iterable
from typing import Final, NamedTuple

from relations_cli.escaping import quoted
from relations_cli.readers.notes import Note
from relations_cli.readers.walking import note

_HERE: Final = frozenset(("", os.curdir, os.pardir))


def distinct(paths: Iterable[str], base: str, notes: list[Note]) -> list[str]:
    """The paths in their order, of those that lead to one file or folder the one without a link, else the first.

    Args:
        paths: what lies below the base, or leads to nothing.
        base: a folder, which may be a link itself; empty is the current one.
        notes: takes the links that lead to what another path leads to.
    """
    way = _Ways(base)
    ways = {path: way(path) for path in paths}
    taken: dict[str, str] = {}
    for path in sorted(ways, key=lambda path: ways[path].is_crooked):
        first = taken.setdefault(ways[path].end, path)
        if first != path and ways[path].is_crooked:
            note(notes, "link", _link_in(path, base), f"a link to what is read as {quoted(first)} is not followed")
    return [path for path in ways if taken[ways[path].end] == path]


class _Way(NamedTuple):
    is_crooked: bool
    """Whether it leads through a link."""
    end: str


class _Ways:
    """Where paths below a folder lead to; what many have in common is asked of the system once."""

    def __init__(self, base: str) -> None:
        self._base = base or os.curdir
        self._top = os.path.realpath(self._base)
        self._homes: dict[str, _Way] = {}

    def __call__(self, path: str) -> _Way:
        path = path.rstrip(os.sep)
        folder, name = os.path.split(path)
        home = self._homes.get(folder) or self._homes.setdefault(folder, self._home(folder or os.curdir))
        is_link = os.path.islink(path)
        if name in _HERE or (is_link and os.path.exists(path)):
            return _Way(home.is_crooked or is_link, os.path.realpath(path))
        return _Way(home.is_crooked or is_link, os.path.join(home.end, name))

    def _home(self, folder: str) -> _Way:
        end = os.path.realpath(folder)
        straight = os.path.normpath(os.path.join(self._top, os.path.relpath(folder, self._base)))
        return _Way(end != straight, end)


def _link_in(file: str, base: str) -> str:
    """The first part of a path below the base that is a link."""
    way, link = file, file
    while way != base and os.path.dirname(way) != way:
        link = way if os.path.islink(way) else link
        way = os.path.dirname(way)
    return link


def home_of(path: str) -> str:
    """A path in the folder in which it really lies."""
    path = os.path.normpath(path)
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
