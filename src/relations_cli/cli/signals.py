"""What ends the process from outside: at once, without a word, and without leaving a half-written file."""

import os
import signal
from types import FrameType

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name: SIGHUP is not everywhere."""
_ENDED_BY = 128
"""A process that a signal ended answers so much more than its number (POSIX, Shell Command Language 2.8.2)."""

unfinished: set[str] = set()
"""Paths of the files that are written just now, each from before it is made."""


def arm() -> None:
    """Let each of the signals remove what is unfinished and end the process with 128 and its number.

    A signal that the caller had ignored, as nohup does, stays so.
    """
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    """End here: an exception could be caught on its way up, and a second signal could come."""
    for path in tuple(unfinished):
        try:  # noqa: SIM105 -- no import on the way out
            os.unlink(path)
        except OSError:  # not made yet, or in its place already
            pass
    os._exit(_ENDED_BY + number)
