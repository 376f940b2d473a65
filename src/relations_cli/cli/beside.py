"""A file beside another, which is to take its place: private, locked while it is written, and not left behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from relations_cli.cli.signals import unfinished

try:
    import fcntl
except ImportError:  # Windows: without locks, nothing says that what a killed run has left is nobody's
    fcntl = None  # type: ignore[assignment]

_SUFFIX = ".part"
_DIGITS = 16
"""Hexadecimal, at random: a name that nobody else takes, and nobody foresees."""
_LONGEST = 255 - len(f".{_SUFFIX}") - _DIGITS
"""Bytes of the name before them; a file system takes 255 altogether."""
_TRIES = 100
_LINKS_REFUSED = getattr(os, "O_NOFOLLOW", 0)
_LOOK = os.O_RDONLY | _LINKS_REFUSED | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def beside(path: str) -> Iterator[tuple[str, BinaryIO]]:
    """Where the file beside that at path lies, and the file: empty, of mode 0600, locked.

    Who writes it moves it away. What is still there at the end is removed; also where a signal ends the process.

    Raises:
        OSError: it cannot be made.
    """
    for left in reversed(range(_TRIES)):
        with _made(path) as (name, file):
            # Another run may just have taken it for a leftover; where that is said each time, locks mean nothing
            if _locked(file.fileno()) or not left:
                yield name, file
                return


def clear(path: str) -> None:
    """Remove what killed runs have left beside the file at path: files of our naming and owner that nobody locks."""
    if fcntl is None:
        return
    folder, stem = _stem(path)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_ours(entry.name, stem) and entry.is_file(follow_symlinks=False):
                _remove_unlocked(entry.path)


@contextmanager
def _made(path: str) -> Iterator[tuple[str, BinaryIO]]:
    name = os.path.join(*_stem(path)) + os.urandom(_DIGITS // 2).hex() + _SUFFIX
    unfinished.add(name)  # before it is there: a signal may come in between
    try:
        file = open(name, "xb", opener=_private)  # noqa: SIM115 -- what closing could say, fsync has said
        try:
            yield name, file
        finally:
            with suppress(OSError, MemoryError):
                file.close()
    finally:
        with suppress(OSError, MemoryError):
            os.unlink(name)
        unfinished.discard(name)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags | _LINKS_REFUSED, 0o600)


def _locked(descriptor: int) -> bool:
    """Whether a new file could be locked and is still there."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: nobody can find it unlocked there
        return True
    return os.fstat(descriptor).st_nlink > 0


def _stem(path: str) -> tuple[str, str]:
    """The folder of a path, and how names beside it begin: a very long one is cut."""
    folder, name = os.path.split(path)
    return folder, os.fsdecode(os.fsencode(name)[:_LONGEST]) + "."


def _is_ours(name: str, stem: str) -> bool:
    middle = name.removeprefix(stem).removesuffix(_SUFFIX)
    return name == stem + middle + _SUFFIX and len(middle) == _DIGITS and set(middle) <= set("0123456789abcdef")


def _remove_unlocked(path: str) -> None:
    """Remove a file unless somebody holds it, or it is another's.

    Raises:
        OSError: somebody does, or it is gone.
    """
    descriptor = os.open(path, _LOOK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        found = os.fstat(descriptor)
        if found.st_uid == os.geteuid() and os.path.samestat(found, os.lstat(path)):
            os.unlink(path)
    finally:
        os.close(descriptor)
