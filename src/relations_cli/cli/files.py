"""A result in a file: the whole of it or nothing, and never over a file that is there unasked."""

import errno
import os
import signal
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TypeAlias

from relations_cli.cli.beside import beside, clear
from relations_cli.cli.signals import ENDING
from relations_cli.errors import OutputError, TimelineError

Written: TypeAlias = Iterable[str] | Iterable[bytes]
"""What is written, part by part."""

_EXISTS = "exists: --force overwrites it"
_UNKNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)
"""What a file system answers that has no permissions to set, or nothing to wait for."""


def write_file(path: str, parts: Written, *, force: bool) -> None:
    """Write text (in UTF-8) or bytes, part by part; a reader never sees half a file, nor does who comes after a crash.

    A link is written through, so that it stays one. An old file's permissions stay, save those that lend its owner's
    rights; its owner becomes who writes.

    Raises:
        OutputError: it exists and is not to be overwritten, or it could not be written.
    """
    with _failing_as(path):
        old = _status(path)
        if old is not None and not stat.S_ISREG(old.st_mode):  # a device or a pipe: replacing it would be a disaster
            with open(path, "wb") as file:
                file.writelines(map(_bytes, parts))
            return
    write_files({path: parts}, force=force)


def write_files(several: Mapping[str, Written], *, force: bool) -> None:
    """Write several files that belong together, each as ``write_file`` does; none is there before all are whole.

    They take their places in the order in which they are given, so that the last is there with the others only,
    whatever ends the process; a signal that can wait does until all are.

    Raises:
        OutputError: one exists and is not to be overwritten, is no file, or could not be written.
    """
    olds = {path: _old(path, force=force) for path in several}
    with ExitStack() as stack:
        made: list[tuple[str, str, str]] = []
        for path, parts in several.items():
            with _failing_as(path):
                target = os.path.realpath(path)
                name, file = stack.enter_context(beside(target))
                file.writelines(map(_bytes, parts))
                file.flush()
                old = olds[path]
                _finish(file.fileno(), 0o666 & ~_umask() if old is None else old.st_mode & 0o777)
                made.append((path, name, target))
        for path, _, target in made:
            if not force and os.path.lexists(target):
                raise OutputError(_EXISTS, file=path)
        with _signals_waiting():
            for path, name, target in made:
                with _failing_as(path):
                    os.replace(name, target)


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Let what would end the process wait until what belongs together is done."""
    mask = getattr(signal, "pthread_sigmask", None)
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = mask(signal.SIG_BLOCK, numbers) if mask is not None else ()
    try:
        yield
    finally:
        if mask is not None:
            mask(signal.SIG_SETMASK, before)


@contextmanager
def _failing_as(path: str) -> Iterator[None]:
    """What the system refuses, as an error on the file at path.

    Raises:
        OutputError: it could not be written.
    """
    try:
        yield
    except TimelineError:  # of what is written, not of the writing
        raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"could not be written: {reason}", file=path) from None
    except MemoryError:
        raise OutputError("could not be written: not enough memory", file=path) from None


def _old(path: str, *, force: bool) -> os.stat_result | None:
    """What is there of a file that is to be written; what killed runs have left beside it is removed.

    Raises:
        OutputError: it is not to be overwritten, or no file.
    """
    with _failing_as(path):
        old = _status(path)
        if old is not None and not stat.S_ISREG(old.st_mode):
            raise OutputError("is no file: nothing can take its place", file=path)
        clear(os.path.realpath(path))
        if old is not None and not force:
            raise OutputError(_EXISTS, file=path)
        return old


def _status(path: str) -> os.stat_result | None:
    """What is at the end of the path; None: nothing."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _finish(descriptor: int, mode: int) -> None:
    """Give the file its permissions, and wait until it is on the disk: a name for what is not there is half a file."""
    for step in (partial(os.fchmod, descriptor, mode), partial(os.fsync, descriptor)):
        try:
            step()
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise


def _umask() -> int:
    """The umask of the process, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _bytes(part: str | bytes) -> bytes:
    return part.encode() if isinstance(part, str) else part
