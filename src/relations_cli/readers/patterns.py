"""What matches a pattern, as a shell with ``globstar`` sees it; what cannot be looked into is noted."""

import errno
import fnmatch
import glob
import os
import stat
from collections.abc import Iterable, Iterator

from relations_cli.limits import LIMITS, Limits
from relations_cli.readers.links import distinct
from relations_cli.readers.notes import Note
from relations_cli.readers.walking import entries_of, not_readable, walked

ANY_DEPTH = "**"
"""A part of a pattern that any number of folders in folders matches, and as the last one all that lies in them."""


def has_pattern(path: str) -> bool:
    """Whether a path is a pattern and not the name of something that is there."""
    return glob.has_magic(path) and "\0" not in path and not os.path.lexists(path)


def matching(pattern: str, notes: list[Note], limits: Limits = LIMITS) -> list[str]:
    """What matches, in order of names: ``*`` in a name, ``**`` any number of folders, links to folders not among them.

    Hidden names match only a part that begins with a dot.

    Args:
        pattern: as somebody wrote it.
        notes: takes the folders that could not be read, and the links that ``**`` did not follow.
        limits: how deep folders may lie.
    """
    fixed, parts = _parted(pattern)
    found = [fixed]
    for at, part in enumerate(parts):
        is_last = at == len(parts) - 1
        found = list(dict.fromkeys(_next(found, part, notes, limits, is_last=is_last)))
        if not is_last:  # else two links to their own folder would double the ways with each part
            found = distinct(found, fixed, notes)
    if pattern.endswith(os.sep):
        found = [os.path.join(path, "") for path in found if os.path.isdir(path)]
    return sorted(path for path in found if path)


def fixed_part(pattern: str) -> str:
    """The folder in which all that matches lies."""
    return _parted(pattern)[0]


def _parted(pattern: str) -> tuple[str, list[str]]:
    """The folder before the first part with a wildcard, and the parts from there on."""
    drive, rest = os.path.splitdrive(pattern)
    names = [name for name in rest.split(os.sep) if name]
    first = next((at for at, name in enumerate(names) if glob.has_magic(name)), len(names))
    root = drive + rest[: len(rest) - len(rest.lstrip(os.sep))]
    once = [name for at, name in enumerate(names) if name != ANY_DEPTH or names[at - 1 : at] != [ANY_DEPTH]]
    return os.path.join(root, *names[:first]) if first else root, once[first:]


def _next(folders: Iterable[str], part: str, notes: list[Note], limits: Limits, *, is_last: bool) -> Iterator[str]:
    """What the next part of a pattern makes of the paths so far."""
    for folder in folders:
        if part == ANY_DEPTH and _is_folder(folder, notes):
            yield os.path.join(folder, "") if is_last and folder else folder
            for path, is_folder in walked(folder, notes, limits):
                if is_last or is_folder:
                    yield path
        elif part != ANY_DEPTH and glob.has_magic(part):
            for name in _names(folder, notes):
                path = os.path.join(folder, name)
                if _fits(name, part) and (is_last or _is_folder(path, notes)):
                    yield path
        elif part != ANY_DEPTH and (not is_last or _mode(os.path.join(folder, part), notes, follow=False)):
            yield os.path.join(folder, part)


def _fits(name: str, part: str) -> bool:
    return fnmatch.fnmatch(name, part) and (part.startswith(".") or not name.startswith("."))


def _names(folder: str, notes: list[Note]) -> list[str]:
    try:
        return [entry.name for entry in entries_of(folder)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        not_readable(folder, error, notes)
        return []


def _is_folder(path: str, notes: list[Note]) -> bool:
    return stat.S_ISDIR(_mode(path or os.curdir, notes, follow=True))


def _mode(path: str, notes: list[Note], *, follow: bool) -> int:
    """What a path is, as the system says it; 0 where nothing is there."""
    try:
        return os.stat(path, follow_symlinks=follow).st_mode
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            not_readable(path, error, notes)
        return 0
