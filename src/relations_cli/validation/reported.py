"""Every problem of a file that is not ours: what its reader refuses, skips, infers or renames, each with its line."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from relations_cli.errors import DataError, Spelling, spelt
from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Event
from relations_cli.readers.notes import UNCOUNTED, Note
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.validation.meaning import LONGEST_TITLE, is_address
from relations_cli.validation.problems import Problem, Severity


def problems_of_entries(data: bytes, name: str, path: str, options: Options, spelling: Spelling) -> list[Problem]:
    """The problems of a file of entries, from its top to its end.

    What cannot be read is an error; what is undated, told twice, inferred or renamed is worth a look.
    """
    reading = Reading(name=name, path=path, options=replace(options, skip_bad=True))
    problems: list[Problem] = []
    try:
        chronology = read(data, reading)
    except DataError as error:
        problems.append(refused(error, name, spelling))
    else:
        problems += _of_events(chronology.events, name)
    problems += _noted(reading.notes, name, spelling)
    return sorted(dict.fromkeys(problems), key=lambda one: (one.file, one.line, one.column, one.severity, one.reason))


def _of_events(events: Iterable[Event], name: str) -> Iterator[Problem]:
    """What a file of ours would be told of these events, once for all of them: nobody knows their lines."""
    events = list(events)
    lengths = [length for event in events if (length := len(event.title)) > LONGEST_TITLE]
    if lengths:
        one = f"a title of {lengths[0]} characters: at most {LONGEST_TITLE}"
        many = f"{len(lengths):,} titles of more than {LONGEST_TITLE} characters, the longest {max(lengths):,}"
        yield _of_file(name, "warning", one if len(lengths) == 1 else many)
    addresses = [one for event in events for source in event.sources for one in (source.url, source.archived)]
    others = [one for one in addresses if one is not None and not is_address(one)]
    if others:
        more = f", nor {'is' if len(others) == 2 else 'are'} {len(others) - 1:,} more" if others[1:] else ""  # noqa: PLR2004
        yield _of_file(name, "error", f"{quoted(others[0])} is no http or https address{more}")


def _of_file(name: str, severity: Severity, reason: str) -> Problem:
    return Problem(file=name, line=1, column=1, severity=severity, reason=one_line(reason), place="")


def _noted(notes: list[Note], name: str, spelling: Spelling) -> Iterator[Problem]:
    for note in notes:
        if note.kind == UNCOUNTED:
            continue
        severity: Severity = "error" if note.kind in {"skipped", "unread"} else "warning"
        line, column = note.position or (1, None)
        yield Problem(
            file=_within(note.file, name),
            line=line,
            column=column or 1,
            severity=severity,
            reason=note.reason(spelling),
            place=one_line(note.place),
        )


def _within(file: str, name: str) -> str:
    """The file in an archive of that name, or the file of that name itself."""
    return file if file.startswith(f"{name}/") else name


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
        file=_within(error.file, name),
        line=error.line or 1,
        column=error.column or 1,
        severity="error",
        reason=spelt(error.reason, spelling),
        place=one_line(error.place),
    )
