"""A file in which a result is built, without a name: whatever ends the process, nothing of it is left."""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO


@contextmanager
def nameless() -> Iterator[tuple[str, BinaryIO, Callable[[], None]]]:
    """Where it lies, itself, to be read, and what takes its name: to be called when a library has opened it, too.

    Until then signals wait. Where a file that is open keeps its name, as on Windows, it has it until the end.

    Raises:
        OSError: it cannot be made.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, signal.valid_signals()) if mask is not None else ()
    path = ""

    def unnamed() -> None:
        with suppress(OSError):
            os.unlink(path)
        if mask is not None:
            mask(signal.SIG_SETMASK, before)

    try:
        descriptor, path = tempfile.mkstemp(prefix="timeline-")
        with open(descriptor, "rb") as file:
            yield path, file, unnamed
    finally:
        unnamed()
