"""A pager, as git uses one: for what is longer than the screen, and never in the way."""

import os
import re
import select
import signal
import subprocess
import sys
from contextlib import suppress

from relations_cli.cli.session import Session
from relations_cli.cli.streams import write
from relations_cli.screen import Screen

_BY_SIGNAL = 128
"""What ends with a greater code was ended by a signal (POSIX, Shell Command Language 2.8.2)."""
_INTERRUPTED = 2
"""How less ends that was interrupted, and other programs that do not understand how they were called."""
_UNTIL_IT_READS = 0.05
"""Seconds between two looks at whether a pager that reads nothing has ended."""
_DEFAULTS = {"LESS": "FRX", "LV": "-c"}
_LESS_UTF_8 = {"LESSCHARSET": "utf-8"}
"""The text is UTF-8 whatever the locale; without this, less shows its bytes as numbers in the locale C."""
_NONE = ("", "cat")


def page(text: str, screen: Screen, session: Session, *, wanted: bool) -> None:
    """Write the text, through a pager where it is wanted, the streams are terminals and it exceeds the screen.

    TIMELINE_PAGER decides before the settings, these before PAGER, that before less; empty or ``cat`` is none. A pager
    that cannot be run, or ends in failure, is passed over; one that was interrupted after it had read is not.

    Raises:
        OutputError: the text could not be written.
    """
    command = _command(session)
    is_paged = wanted and command not in _NONE and _is_interactive(screen, session) and _exceeds(text, screen)
    if not (is_paged and _paged(text, command, screen, session)):
        write(text)


def _command(session: Session) -> str:
    named = session.environment.get("TIMELINE_PAGER", session.settings.pager)
    return (session.environment.get("PAGER", "less") if named is None else named).strip()


def _is_interactive(screen: Screen, session: Session) -> bool:
    is_dumb = session.environment.get("TERM") == "dumb"  # it shows no pages: git and man pass it over, too
    return screen.terminal and not is_dumb and sys.stdin is not None and sys.stdin.isatty()


def _exceeds(text: str, screen: Screen) -> bool:
    try:
        height = os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False
    lines = re.sub("\x1b(?:\\[[0-9;]*m|\\]8;[^\x1b]*\x1b\\\\)", "", text).splitlines()
    return sum(max(1, -(-len(line) // screen.width)) for line in lines) >= height


def _paged(text: str, command: str, screen: Screen, session: Session) -> bool:
    """Whether the pager was run; quitting it early is as good as reading to the end."""
    environment = _DEFAULTS | (_LESS_UTF_8 if screen.unicode else {}) | dict(session.environment)
    taken, given = os.pipe()
    try:
        # A pager is a command line of the reader's own, such as "less -S"; git runs it in a shell, too.
        process = subprocess.Popen(command, shell=True, stdin=taken, env=environment)  # noqa: S602
    except OSError:
        os.close(taken)
        os.close(given)
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the pager's to understand
    try:
        has_read = _fed(process, text.encode(screen.encoding, "backslashreplace"), taken, given)
    finally:
        signal.signal(signal.SIGINT, before)
    code = process.returncode
    was_quit = code == _INTERRUPTED or code < 0 or code > _BY_SIGNAL
    return code == 0 or (was_quit and has_read) or code in (-signal.SIGINT, _BY_SIGNAL + signal.SIGINT)


def _fed(process: "subprocess.Popen[bytes]", text: bytes, taken: int, given: int) -> bool:
    """Give the pager the text and wait until it ends: whether it has read any of it.

    The end from which it reads stays open here until it has begun to, so that what it leaves can be counted.
    """
    os.set_blocking(given, False)
    held = os.write(given, text)
    while held < len(text) and process.poll() is None:
        if select.select([], [given], [], _UNTIL_IT_READS)[1]:
            os.close(taken)
            os.set_blocking(given, True)
            with suppress(BrokenPipeError), open(given, "wb") as pipe:
                pipe.write(text[held:])
            process.wait()
            return True
    os.close(given)
    process.wait()
    with open(taken, "rb") as left:
        return len(left.read()) < held
