"""Every problem of a file at once, in the order in which they stand in it."""

from typing import Any

from relations_cli.dates import Day
from relations_cli.errors import DataError, Spelling
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.model.version import newer_form, too_new
from relations_cli.readers.documents.json import holds_entries
from relations_cli.readers.located.places import Places, place_text
from relations_cli.readers.located.positions import in_text
from relations_cli.readers.located.syntax import text_of
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.sniffing import format_of
from relations_cli.readers.text import unpacked
from relations_cli.validation.meaning import doubtful
from relations_cli.validation.not_json import decoded
from relations_cli.validation.problems import Finding, Problem
from relations_cli.validation.reported import problems_of_entries
from relations_cli.validation.structure import misshapen

_BOM = "\ufeff"


def validate(
    data: bytes, name: str, today: Day, *, path: str = "", options: Options | None = None, spelling: Spelling = str
) -> list[Problem]:
    """Every problem of a file, from its top to its end: by all rules if it is ours, else what its reader finds.

    Args:
        data: the bytes of the file.
        name: how the file is called in the problems.
        today: the day after which an event lies in the future.
        path: where the file lies; its suffix tells the format.
        options: how the file is to be read, where it does not say it itself.
        spelling: how a parameter is shown that a reason names.
    """
    options, path = options or Options(), path or name
    data = unpacked(data, Reading(name=name, options=options))
    if (options.reader or format_of(data, path)) != "json" or holds_entries(data):
        return problems_of_entries(data, name, path, options, spelling)
    try:
        text = text_of(data, name)
    except DataError as error:
        return [_problem(name, (error.line or 1, error.column or 1), Finding((), error.reason))]
    return _of_text(text, name, today)


def _of_text(text: str, name: str, today: Day) -> list[Problem]:
    problems = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        reason = "a byte order mark: save it as UTF-8 without one"
        problems.append(_problem(name, (1, 1), Finding((), reason, "warning")))
    document, wrong = decoded(text)
    if wrong is not None:
        return [*problems, _problem(name, in_text(text, wrong.offset), Finding((), wrong.reason))]
    return problems + _located(document, text, name, today)


def _located(document: Any, text: str, name: str, today: Day) -> list[Problem]:  # noqa: ANN401 -- any JSON
    places = Places(text)
    problems = [
        _problem(name, places.position(twice.offset), Finding(twice.path, "the key stands twice; the last one counts"))
        for twice in places.duplicates
    ]
    form = newer_form(document.get("$schema")) if isinstance(document, dict) else None
    if form is not None:
        at = Finding(("$schema",), too_new(form))
        return [_problem(name, places.position(places.offset(at.path)), at)]
    findings = [Finding(path, "NaN and Infinity are no JSON") for path in places.constants]
    findings += [*misshapen(document, Chronology), *doubtful(document, today)]
    for finding in findings:
        offset = places.offset(finding.path, at_key=finding.at_key)
        problems.append(_problem(name, places.position(offset), finding))
    return sorted(problems, key=lambda one: (one.line, one.column, one.severity, one.reason))


def _problem(name: str, position: tuple[int, int], finding: Finding) -> Problem:
    return Problem(
        file=name,
        line=position[0],
        column=position[1],
        severity=finding.severity,
        reason=one_line(finding.reason),
        place=one_line(place_text(finding.path)),
    )
