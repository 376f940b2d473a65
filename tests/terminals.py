"""The program on a terminal of its own, with the chronology that golden files draw where none is named."""

import os
import pty
import struct
import subprocess
import sys
import termios
from fcntl import ioctl

from golden import GOLDEN

_UNSET = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TIMELINE_FILE", "TIMELINE_PAGER", "LESS", "COLUMNS", "LINES")


def on_a_terminal(
    *args: str, columns: int = 100, lines: int = 500, env: dict[str, str] | None = None, **variables: str
) -> tuple[int, str]:
    """Exit code, and what the program shows on a terminal of that size, a line feed a line."""
    main, side = pty.openpty()
    ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in _UNSET}
    environment |= (
        {
            "TIMELINE_TODAY": "2026-11-26",
            "TIMELINE_FILE": str(GOLDEN / "chronology.json"),
            "TERM": "xterm-256color",
            "XDG_CONFIG_HOME": "/nonexistent",
        }
        | variables
        | (env or {})
    )
    command = [sys.executable, "-m", "relations_cli", *args]
    with subprocess.Popen(command, stdout=side, stderr=side, stdin=side, env=environment) as process:
        os.close(side)
        shown = b""
        while part := _read(main):
            shown += part
    os.close(main)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
