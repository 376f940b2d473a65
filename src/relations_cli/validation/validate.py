"""Every problem of a file at once, in the order in which they stand in it."""

import codecs
from collections.abc import Iterator
from itertools import chain

from relations_cli.dates import Day
from relations_cli.errors import DataError, Spelling
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.model.version import newer_form, too_new
from relations_cli.readers.documents.json import holds_entries, holds_several
from relations_cli.readers.located.faults import parsed
from relations_cli.readers.located.places import Places, place_text
from relations_cli.readers.located.positions import in_text
from relations_cli.readers.located.strict import strict
from relations_cli.readers.located.syntax import key_stands_twice, text_of
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import prepared
from relations_cli.readers.sniffing import format_of
from relations_cli.readers.text import unpacked
from relations_cli.validation.meaning import doubtful
from relations_cli.validation.problems import Finding, Problem
from relations_cli.validation.reported import problems_of_entries, refused, word_of_reader
from relations_cli.validation.structure import misshapen


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
    reading = Reading(name=name, path=path, options=options)
    try:
        packed = unpacked(data, reading)
        known, data = prepared(packed, reading)
    except DataError as error:
        return [refused(error, name, spelling)]
    plain = data.removeprefix(codecs.BOM_UTF8)
    is_json = (known or format_of(data, path)) == "json"
    if not is_json or holds_entries(_decoded(plain)) or holds_several(plain):
        return problems_of_entries(packed, name, path, options, spelling)
    problems = _of_text(plain, name, today)
    if options.encoding is None:
        problems += _marked(packed, name, is_utf_8=data is packed)
    places = {(one.line, one.column) for one in problems if one.severity == "error"}
    word = word_of_reader(packed, name, path, options, spelling)
    if word is not None and (word.line, word.column) not in places:
        problems.append(word)
    return sorted(problems, key=lambda one: (one.line, one.column, one.severity, one.reason))


def _decoded(data: bytes) -> object:
    """The value of a document; None where it is no JSON."""
    try:
        return strict(data)
    except (ValueError, RecursionError):
        return None


def _marked(data: bytes, name: str, *, is_utf_8: bool) -> list[Problem]:
    """What is said of a form that other programs may not take: JSON that is exchanged is UTF-8 (RFC 8259, 8.1)."""
    if is_utf_8 and not data.startswith(codecs.BOM_UTF8):
        return []
    wide = "UTF-32" if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) else "UTF-16"
    reason = "a byte order mark: save it as UTF-8 without one" if is_utf_8 else f"{wide}: save it as UTF-8"
    return [_problem(name, (1, 1), Finding((), reason, "warning"))]


def _of_text(data: bytes, name: str, today: Day) -> list[Problem]:
    try:
        text = text_of(data, name)
    except DataError as error:
        return [_problem(name, (error.line or 1, error.column or 1), Finding((), error.reason))]
    places, faults = parsed(text)
    problems = [_problem(name, in_text(text, one.offset), Finding(one.path or (), one.reason)) for one in faults]
    if places is None:
        return problems
    theirs = holds_entries(places.value)
    for twice in places.duplicates:
        reason = key_stands_twice(twice) if theirs else twice.reason
        problems += [_problem(name, places.position(twice.offset), Finding(twice.path, reason))]
    return problems if theirs else [*problems, *_located(places, name, today)]


def _located(places: Places, name: str, today: Day) -> Iterator[Problem]:
    document = places.value
    form = newer_form(document.get("$schema")) if isinstance(document, dict) else None
    if form is not None:
        findings = iter([Finding(("$schema",), too_new(form))])
    else:
        findings = chain(misshapen(document, Chronology), doubtful(document, today))
    for finding in findings:
        offset = places.offset(finding.path, at_key=finding.at_key)
        yield _problem(name, places.position(offset), finding)


def _problem(name: str, position: tuple[int, int], finding: Finding) -> Problem:
    return Problem(
        file=name,
        line=position[0],
        column=position[1],
        severity=finding.severity,
        reason=one_line(finding.reason),
        place=one_line(place_text(finding.path)),
    )
