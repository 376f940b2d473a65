"""Completion as shells have it: its script shown or installed, for the shell that is named or the one that runs.

Typer writes the scripts; its names that are used here are private, and a test holds that they exist.
"""

import os
from collections.abc import Sequence
from typing import Any, Final

from typer import _completion_classes, _completion_shared

from relations_cli.cli import COMPLETION, INSTALL_COMPLETION, options_before
from relations_cli.cli.streams import write
from relations_cli.errors import VALUE, ExitCode, OutputError, UsageError
from relations_cli.suggesting import did_you_mean, nearest

SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")
_PROGRAM: Final = {"prog_name": "timeline", "complete_var": "_TIMELINE_COMPLETE"}
_ANY_CASE: Final = "_arguments -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' "
"""How zsh is told that what is typed matches in either case (zshcompwid(1), completion matching control)."""


def completion_for(words: Sequence[str]) -> int:
    """Do what one of COMPLETION asks among the words before the command: show the script, or install it.

    Raises:
        UsageError: there is no such shell, or none is named and the one that runs cannot be told.
        OutputError: a file could not be written.
    """
    before = options_before(words)
    asked = next(word for word in before if word.partition("=")[0] in COMPLETION)
    option, equals, value = asked.partition("=")
    shell = _shell(option, value if equals else next(iter(words[len(before) :]), None))
    if option != INSTALL_COMPLETION:
        write(_completion_shared.get_completion_script(**_PROGRAM, shell=shell) + "\n")
        return ExitCode.MATCHED
    try:
        shell, path = _completion_shared.install(shell=shell, **_PROGRAM)
    except (OSError, ValueError) as error:  # a start-up file that is not UTF-8 is the other
        reason = getattr(error, "strerror", None) or "it cannot be read"
        where = getattr(error, "filename", None) or f"the start-up file of {shell}"
        raise OutputError(f"completion could not be installed: {reason}", file=str(where)) from None
    write(f"{shell} completion installed in {path}\nCompletion will take effect once you restart the terminal\n")
    return ExitCode.MATCHED


def _shell(option: str, name: str | None) -> str:
    """The shell of that name, which may be its path; without one, that which runs the program."""
    found = _completion_shared._get_shell_name() if name is None else os.path.basename(name.strip()).casefold()  # noqa: SLF001
    if found in SHELLS:
        return found
    if name is None:
        raise UsageError("", None, f"{option}: the shell cannot be told", f"name it: timeline {option} zsh")
    hint = did_you_mean(nearest(found or "", SHELLS)) or f"it is one of {', '.join(SHELLS)}"
    raise UsageError("", name, f"{option}: there is no {VALUE}", hint)


def prepare() -> None:
    """Make completion fast, and blind to case: Typer loads Rich for every help text, 135 → 70 ms."""
    _completion_classes._sanitize_help_text = lambda text: text  # noqa: SLF001 -- no public way
    of_zsh: Any = _completion_classes.ZshComplete
    complete = of_zsh.complete
    of_zsh.complete = lambda self: complete(self).replace("_arguments ", _ANY_CASE, 1)
