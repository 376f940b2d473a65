"""Our own form in YAML: every value is the text that stands there but for numbers, where ours are numbers."""

from typing import Any, Final

import msgspec

from relations_cli.errors import DataError
from relations_cli.model.facts import VOCABULARIES, Chronology
from relations_cli.model.version import newer_form, too_new
from relations_cli.readers.documents.nodes import YamlPlaces
from relations_cli.readers.located.faults import DEEPEST_EXTRA, TOO_DEEP
from relations_cli.readers.located.strict import is_shallow
from relations_cli.readers.located.syntax import mismatched
from relations_cli.readers.own.checks import check, refusal
from relations_cli.readers.own.recognised import is_own_entry, means_to_be_ours, speaks_otherwise
from relations_cli.readers.own.standalone import chronology_of_entries
from relations_cli.readers.reading import Reading

_NUMBERS: Final = frozenset(("low", "high"))
_HOLDERS: Final = frozenset(("events", "claims", "figures", "propositions", "chronology"))
"""What holds figures, however deep, in a chronology or an entry."""


def own_chronology(document: Any, places: YamlPlaces, reading: Reading) -> Chronology | None:  # noqa: ANN401
    """The chronology of a document that is ours; None where it is another's, or has what ours have not.

    Raises:
        DataError: it says that it is ours, by its schema or a vocabulary, and has a mistake.
    """
    if isinstance(document, dict) and means_to_be_ours(document):
        newer = newer_form(document.get("$schema"))
        if newer is not None:
            raise refusal(too_new(newer), ("$schema",), reading.name, places.locate)
        try:
            return _whole(_with_numbers(document, places.typed()), places, reading)
        except DataError:
            if "$schema" in document or any(isinstance(document.get(name), dict) for name in VOCABULARIES):
                raise
    elif isinstance(document, list) and document and all(map(_is_ours_alone, document)):
        entries = _with_numbers(document, places.typed())
        quiet = Reading(name=reading.name, path=reading.path)
        try:
            return chronology_of_entries([((at,), one) for at, one in enumerate(entries)], quiet, places.locate)
        except DataError:
            return None
    return None


def _is_ours_alone(entry: object) -> bool:
    return isinstance(entry, dict) and is_own_entry(entry) and not speaks_otherwise(entry)


def _whole(document: dict[str, Any], places: YamlPlaces, reading: Reading) -> Chronology:
    """The chronology of a map.

    Raises:
        DataError: it is none; with its place.
    """
    try:
        chronology = msgspec.convert(document, Chronology)
    except msgspec.ValidationError as error:
        raise mismatched(error, document, reading.name, Chronology, places.locate) from None
    if not is_shallow([chronology.extra, *[event.extra for event in chronology.events]], DEEPEST_EXTRA):
        reading.refuse(TOO_DEEP)
    check(chronology, reading.name, places.locate)
    return chronology


def _with_numbers(value: Any, typed: Any) -> Any:  # noqa: ANN401 -- any YAML
    """What holds figures, with numbers where ours are numbers; under ``extra`` all as JSON would have it.

    Args:
        value: every number as its text.
        typed: the same with numbers as numbers.
    """
    if isinstance(value, list):
        return [_with_numbers(one, same) for one, same in zip(value, typed, strict=True)]
    if not isinstance(value, dict):
        return value
    return {key: _of_key(key, one, typed[key]) for key, one in value.items()}


def _of_key(key: str, value: Any, typed: Any) -> Any:  # noqa: ANN401
    if key == "extra" or key in _NUMBERS:
        return typed
    if key == "propositions" and isinstance(value, dict):  # by their names
        return {name: _with_numbers(one, typed[name]) for name, one in value.items()}
    return _with_numbers(value, typed) if key in _HOLDERS else value
