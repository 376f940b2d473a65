"""A result in a file: the whole of it or nothing, and never over a file that is there unasked."""

import errno
import os
import stat
from collections.abc import Iterable
from functools import partial

from relations_cli.cli.beside import beside, clear
from relations_cli.errors import OutputError, TimelineError

_EXISTS = "exists: --force overwrites it"
_UNKNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)
"""What a file system answers that has no permissions to set, or nothing to wait for."""


def write_file(path: str, parts: Iterable[str] | Iterable[bytes], *, force: bool) -> None:
    """Write text (in UTF-8) or bytes, part by part; a reader never sees half a file, nor does who comes after a crash.

    A link is written through, so that it stays one. An old file's permissions stay, save those that lend its owner's
    rights; its owner becomes who writes.

    Raises:
        OutputError: it exists and is not to be overwritten, or it could not be written.
    """
    try:
        old = _status(path)
        if old is not None and not stat.S_ISREG(old.st_mode):  # a device or a pipe: replacing it would be a disaster
            with open(path, "wb") as file:
                file.writelines(map(_bytes, parts))
        else:
            _replace(path, parts, old, force=force)
    except TimelineError:  # of what is written, not of the writing
        raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"could not be written: {reason}", file=path) from None
    except MemoryError:
        raise OutputError("could not be written: not enough memory", file=path) from None


def _status(path: str) -> os.stat_result | None:
    """What is at the end of the path; None: nothing."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _replace(path: str, parts: Iterable[str] | Iterable[bytes], old: os.stat_result | None, *, force: bool) -> None:
    """Write beside the file, then take its place.

    Raises:
        OutputError: nothing is to be overwritten, and there was something, or there is now.
        OSError: it could not be written.
    """
    target = os.path.realpath(path)
    clear(target)
    if old is not None and not force:
        raise OutputError(_EXISTS, file=path)
    with beside(target) as (name, file):
        file.writelines(map(_bytes, parts))
        file.flush()
        _finish(file.fileno(), 0o666 & ~_umask() if old is None else old.st_mode & 0o777)
        if not force and os.path.lexists(target):
            raise OutputError(_EXISTS, file=path)
        os.replace(name, target)


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
