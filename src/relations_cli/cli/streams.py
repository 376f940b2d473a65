"""The standard streams: what they can show, and the only place that writes to them."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from relations_cli.cli.session import Session
from relations_cli.cli.settings import WHEN
from relations_cli.errors import OutputError, Spelling, Told
from relations_cli.escaping import shown_line
from relations_cli.screen import Screen
from relations_cli.suggesting import one_of

_DEFAULT_WIDTH = 80
_WIDEST = 65_535
"""Columns that a terminal can have (tty_ioctl(4)): bars of more could fill the memory."""
_SIXTEEN = ("ansi", "cons25", "cygwin", "linux", "rxvt", "screen", "tmux", "vt100", "vt220", "xterm")
"""Names of terminals that have 16 colours unless they say more."""


def screen(color: str | None, session: Session) -> Screen:
    """The standard output, as the command line, the environment and the settings describe it.

    ``color`` decides before NO_COLOR (no-color.org), that before FORCE_COLOR (force-color.org) and CLICOLOR_FORCE,
    these before the default of the settings; an empty variable is unset.

    Raises:
        UsageError: color is none of auto, always and never.
        OutputError: standard output is closed.
    """
    if color is not None:
        one_of("color", color, WHEN)
    out, environment = stdout(), session.environment
    terminal = out.isatty()
    colour = _colour(color, session, terminal=terminal)
    return Screen(
        terminal=terminal,
        width=_width(out, environment, terminal=terminal),
        height=_height(out) if terminal else None,
        colour=colour,
        starred=not colour and (terminal or color == "never" or bool(environment.get("NO_COLOR"))),
        sixteen=_has_sixteen(environment),
        encoding=out.encoding or "ascii",
        spelling=session.spelling,
        short=session.short,
    )


def _colour(color: str | None, session: Session, *, terminal: bool) -> bool:
    environment, default = session.environment, session.settings.color
    if color in ("always", "never"):
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if color is None and default in ("always", "never"):
        return default == "always"
    return terminal and environment.get("TERM") != "dumb"


def _has_sixteen(environment: Mapping[str, str]) -> bool:
    """Whether the terminal has the 16 old colours only: by its name, unless COLORTERM says that it has more."""
    name = environment.get("TERM", "").removesuffix("-16color").removesuffix("-color")
    return name in _SIXTEEN and not environment.get("COLORTERM")


def _width(out: TextIO, environment: Mapping[str, str], *, terminal: bool) -> int:
    columns = environment.get("COLUMNS", "").lstrip("0")
    if columns.isascii() and columns.isdigit():
        return min(int(columns[:6]), _WIDEST)  # of thousands of digits Python makes no number
    try:
        return os.get_terminal_size(out.fileno()).columns or _DEFAULT_WIDTH if terminal else _DEFAULT_WIDTH
    except OSError:
        return _DEFAULT_WIDTH


def _height(out: TextIO) -> int | None:
    try:
        return os.get_terminal_size(out.fileno()).lines or None
    except OSError:
        return None


def stdout() -> TextIO:
    """Standard output in UTF-8 whatever the locale, unless PYTHONIOENCODING says otherwise.

    Raises:
        OutputError: it is closed.
    """
    if sys.stdout is None:
        raise OutputError("nowhere to write the result to", file="standard output is closed")
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a test's stand-in may have none
        reconfigure(encoding=encoding, errors="backslashreplace", newline="")
    return sys.stdout


def write(parts: str | Iterable[str] | Iterable[bytes]) -> None:
    """Write a result to standard output. A reader that has gone away is no error: the rest is not written.

    Raises:
        OutputError: the write failed.
    """
    out = stdout()
    try:
        for part in (parts,) if isinstance(parts, str) else parts:
            if isinstance(part, str):
                out.write(part)
            else:
                out.buffer.write(part)
        out.flush()
    except OSError as error:
        _to_nowhere(out)
        if not isinstance(error, BrokenPipeError):
            raise OutputError(f"the result could not be written: {error.strerror}") from None
    except MemoryError:
        raise OutputError("the result could not be written: not enough memory") from None


def say(told: Told, spelling: Spelling) -> None:
    """Write an error or a remark to standard error, with each parameter as the spelling shows it."""
    complain(told.told(spelling))


def complain(message: str) -> None:
    """Write one line to standard error, if there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"timeline: {shown_line(message)}\n")
        sys.stderr.flush()
    except OSError:  # nobody is listening; the exit code says it
        _to_nowhere(sys.stderr)


def _to_nowhere(stream: TextIO) -> None:
    """What a stream has buffered would fail once more at exit: send it nowhere."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
