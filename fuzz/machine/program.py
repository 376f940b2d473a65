"""The program in this process: its words, its environment, its streams, and how it ended."""

import contextlib
import io
import os
import resource
import signal
import sys
import time
import webbrowser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from machine.case import Line
from machine.sentry import watched

BUSY = 5.0
"""Seconds of work that a run of a few kilobytes may take."""
IDLE = 60.0
"""Seconds that it may wait; the machine is shared, so that they are many."""
TODAY = "2026-11-26"
ALWAYS = {"HOME": ".", "XDG_CONFIG_HOME": "config", "TIMELINE_TODAY": TODAY}


class Hang(BaseException):
    """The run takes too long; no handler of the program may hold it."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """How a run ended."""

    line: Line
    code: object
    """What the program gave back; a text where something escaped from it."""
    out: bytes
    err: bytes
    seconds: float
    deeds: tuple[str, ...] = ()
    """What it did besides, see ``sentry``."""
    grown: int = 0
    """Bytes by which the largest size that the process has had grew."""
    coloured: bool = False
    """Whether it may have written colours and links itself."""

    @property
    def text(self) -> str:
        """Standard output as text, with line breaks for the NULs that were asked for."""
        text = self.out.decode("utf-8", "replace")
        return text if {"-0", "--null"}.isdisjoint(self.line) else text.replace("\0", "\n")

    @property
    def said(self) -> str:
        """Standard error as text."""
        return self.err.decode("utf-8", "replace")


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _too_long(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Hang


@contextlib.contextmanager
def bounded(busy: float | None = None) -> Iterator[None]:
    """So many seconds of work, BUSY where none are given, for what is done within.

    Raises:
        Hang: it takes longer.
    """
    timers = (
        (signal.ITIMER_PROF, signal.SIGPROF, BUSY if busy is None else busy),
        (signal.ITIMER_REAL, signal.SIGALRM, IDLE),
    )
    before = [signal.signal(number, _too_long) for _, number, _ in timers]
    for timer, _, seconds in timers:
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for (timer, number, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


@contextlib.contextmanager
def _streams(stdin: bytes, *, terminal: bool) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = (_Terminal if terminal else io.TextIOWrapper)(out, encoding="utf-8")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace")
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(ValueError, OSError):
                stream.flush()
                stream.detach()  # or the bytes would be closed with it
        sys.stdin, sys.stdout, sys.stderr = before


@contextlib.contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    _become(ALWAYS | dict(variables))
    try:
        yield
    finally:
        _become(before)


def _become(wanted: Mapping[str, str]) -> None:
    """Change what differs: each change is a call of the system's."""
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    for name, value in wanted.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


webbrowser.open = lambda url, new=0, autoraise=True: False  # noqa: ARG005 -- nobody wants to see what comes of this

CONFIG = "config/timeline/config.toml"
"""Where the settings lie, as ALWAYS says."""


def run_line(
    line: Line, folder: str, *, environment: Mapping[str, str], stdin: bytes = b"", terminal: bool = False
) -> Run:
    """Run the program in the folder, which is the working directory of this process."""
    from relations_cli.cli.app import run

    code: object
    start, largest = time.perf_counter(), _largest()
    with _environment(environment), _streams(stdin, terminal=terminal) as (out, err), watched(folder) as deeds:
        try:
            with bounded():
                code = run(list(line))
        except Hang:
            code = f"hangs: more than {BUSY:.0f} s of work, or {IDLE:.0f} s in all"
        except BaseException as error:  # noqa: BLE001 -- whatever escapes is a fault, also KeyboardInterrupt
            code = f"{type(error).__name__} escaped: {error}"
        done = tuple(deeds)
    seconds = time.perf_counter() - start
    return Run(
        line=line,
        code=code,
        out=out.getvalue(),
        err=err.getvalue(),
        seconds=seconds,
        deeds=done,
        grown=_largest() - largest,
        coloured=terminal or _asks_for_colour(line, environment),
    )


def _largest() -> int:
    """Bytes that the process has taken at most; Linux counts them in thousands."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _asks_for_colour(line: Line, environment: Mapping[str, str]) -> bool:
    if "always" in line or any(word.endswith("=always") for word in line):
        return True
    if any(environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    try:
        return b"always" in Path(CONFIG).read_bytes()
    except OSError:
        return False
