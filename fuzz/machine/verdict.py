"""What must hold of every run, whatever it was given."""

import re
from collections.abc import Callable

from machine.forms import fault_of_form
from machine.live import live_character
from machine.program import Run

CODES = (0, 1, 2)
LARGEST = 2**30
"""Bytes by which a run on files of kilobytes may make the process grow."""


class Fault(Exception):  # noqa: N818 -- what a fuzzer finds is a fault
    """Something that must hold does not."""


def judge(run: Run, form: str) -> None:
    """Check what every run promises.

    Args:
        run: how it ended.
        form: the format that was asked for; empty: the program's own choice.

    Raises:
        Fault: the first thing that does not hold.
    """
    for test in _TESTS:
        wrong = test(run)
        if wrong:
            raise Fault(wrong)
    if form and run.code != 2:  # noqa: PLR2004 -- half a result may be on its way when trouble comes
        wrong = fault_of_form(run.text, form)
        if wrong:
            raise Fault(f"-o {form}: {wrong}")


def _code(run: Run) -> str:
    if isinstance(run.code, int) and run.code in CODES:
        return ""
    return run.code if isinstance(run.code, str) else f"the exit code is {run.code!r}"


def _own_mistake(run: Run) -> str:
    found = re.search(r"(\w+: .*)a mistake in timeline itself|Traceback.*", run.said)
    return "" if found is None else f"a mistake of ours: {found[0][:200]}"


def _memory(run: Run) -> str:
    return f"takes {run.grown // 2**20:,} MB of memory" if run.grown > LARGEST else ""


def _deeds(run: Run) -> str:
    return f"does more than it is asked for: {run.deeds[0]}" if run.deeds else ""


def _lines(run: Run) -> str:
    """Standard error is lines that name the program; trouble has one."""
    lines = run.said.split("\n")
    if lines.pop():
        return "standard error does not end with a line break"
    for line in lines:
        if not line.startswith("timeline: ") or line == "timeline: ":
            return f"a line on standard error that is no message: {line[:100]!r}"
    return "exit code 2 without a word" if run.code == 2 and not lines else ""  # noqa: PLR2004


def _live_errors(run: Run) -> str:
    live = live_character(run.said)
    return f"{live} is live on standard error" if live else ""


_NO_TEXT = (b"SQLite format 3\0", b"PK\x03\x04")
"""With what results begin that are no text, and that no terminal is given."""


def _live_output(run: Run) -> str:
    if run.out.startswith(_NO_TEXT):
        return ""
    try:
        run.out.decode()
    except UnicodeDecodeError:
        return "standard output is not UTF-8"
    live = live_character(
        run.text, coloured=run.coloured, is_csv=any(word.endswith(("csv", "ics")) for word in run.line)
    )
    return f"{live} is live on standard output" if live else ""


_TESTS: tuple[Callable[[Run], str], ...] = (_code, _own_mistake, _memory, _deeds, _lines, _live_errors, _live_output)
