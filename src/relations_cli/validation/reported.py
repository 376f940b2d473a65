"""Every problem of a file that is not ours: what its reader refuses, skips, infers or renames, each with its line."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from relations_cli.errors import TimelineError
from relations_cli.escaping import one_line
from relations_cli.readers import read
from relations_cli.readers.reading import Note, Options, Reading
from relations_cli.validation.problems import Problem, Severity


def problems_of_entries(data: bytes, name: str, path: str, options: Options) -> list[Problem]:
    """The problems of a file of entries, from its top to its end.

    What cannot be read is an error; what is undated, told twice, inferred or renamed is worth a look.
    """
    reading = Reading(name=name, path=path, options=replace(options, skip_bad=True))
    problems: list[Problem] = []
    try:
        read(data, reading)
    except TimelineError as error:
        problems.append(_refusal(str(error), name))
    problems += _noted(reading.notes, name)
    return sorted(problems, key=lambda one: (one.line, one.column, one.severity, one.reason))


def _noted(notes: list[Note], name: str) -> Iterator[Problem]:
    for note in notes:
        severity: Severity = "error" if note.kind == "skipped" else "warning"
        line, column = note.position or (1, None)
        yield Problem(file=name, line=line, column=column or 1, severity=severity, reason=note.text, place="")


def _refusal(message: str, name: str) -> Problem:
    """A reader's message, which begins with the file and perhaps line and column, as a problem."""
    rest = message.removeprefix(one_line(name))
    match = re.match(r"(?::(\d+))?(?::(\d+))?: (.*?)(?: @ (.*))?$", rest, re.DOTALL)
    line, column, reason, place = match.groups() if match else (None, None, message, None)
    return Problem(
        file=name,
        line=int(line or 1),
        column=int(column or 1),
        severity="error",
        reason=one_line(reason),
        place=place or "",
    )
