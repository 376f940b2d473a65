"""What a run does besides reading: files opened to write, processes, sockets (PEP 578)."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PROCESSES = ("os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "subprocess.Popen")
_SOCKETS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
_CHANGES = (
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.symlink",
    "os.truncate",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_deeds: list[str] | None = None
_inside = ""


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if _deeds is None:
        return
    if event == "open":
        path, _, flags = args
        if isinstance(flags, int) and flags & _WRITING and not (_is_folder(path) or _is_inside(path)):
            _deeds.append(f"wrote {path!r}")
    elif event in _CHANGES and not _is_inside(args[0]):
        _deeds.append(f"{event} {args[0]!r}")
    elif event in _PROCESSES or event in _SOCKETS:
        _deeds.append(f"{event} {args[:2]!r}")


def _is_folder(path: object) -> bool:
    """Whether it is the folder of the runs: who opens that to write makes a temporary file without a name."""
    return isinstance(path, str) and os.path.join(path, "") == _inside


def _is_inside(path: object) -> bool:
    """Whether a path is in the folder of the runs, or a file that is open already."""
    if not isinstance(path, str | bytes | os.PathLike):
        return isinstance(path, int)
    text = os.fsdecode(path)
    if "__pycache__" in text:  # of a module that is imported late
        return True
    return text == os.devnull or os.path.abspath(text).startswith(_inside)


@contextmanager
def watched(folder: str) -> Iterator[list[str]]:
    """The deeds of what runs inside, as they are done; what is written in the folder, temporary files too, is none."""
    global _deeds, _inside
    _deeds, _inside = [], os.path.join(folder, "")
    kept, tempfile.tempdir = tempfile.tempdir, folder
    try:
        yield _deeds
    finally:
        _deeds, tempfile.tempdir = None, kept


sys.addaudithook(_hook)
