"""Every problem of a file that is not ours: what its reader refuses, skips, infers or renames, each with its line."""

from collections.abc import Iterator

from msgspec.structs import replace

from relations_cli.errors import DataError, Spelling, spelt
from relations_cli.escaping import one_line
from relations_cli.readers.notes import Note
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.validation.problems import Problem, Severity


def problems_of_entries(data: bytes, name: str, path: str, options: Options, spelling: Spelling) -> list[Problem]:
    """The problems of a file of entries, from its top to its end.

    What cannot be read is an error; what is undated, told twice, inferred or renamed is worth a look.
    """
    reading = Reading(name=name, path=path, options=replace(options, skip_bad=True))
    problems: list[Problem] = []
    try:
        read(data, reading)
    except DataError as error:
        problems.append(refused(error, name, spelling))
    problems += _noted(reading.notes, name, spelling)
    return sorted(problems, key=lambda one: (one.line, one.column, one.severity, one.reason))


def _noted(notes: list[Note], name: str, spelling: Spelling) -> Iterator[Problem]:
    for note in notes:
        severity: Severity = "error" if note.kind == "skipped" else "warning"
        line, column = note.position or (1, None)
        yield Problem(
            file=name,
            line=line,
            column=column or 1,
            severity=severity,
            reason=note.reason(spelling),
            place=one_line(note.place),
        )


def word_of_reader(data: bytes, name: str, path: str, options: Options, spelling: Spelling) -> Problem | None:
    """Why a question would refuse the file; None: it would not."""
    try:
        read(data, Reading(name=name, path=path, options=options))
    except DataError as error:
        return refused(error, name, spelling)
    return None


def refused(error: DataError, name: str, spelling: Spelling) -> Problem:
    """The problem for which a file is refused."""
    return Problem(
        file=name,
        line=error.line or 1,
        column=error.column or 1,
        severity="error",
        reason=spelt(error.reason, spelling),
        place=one_line(error.place),
    )
