"""A document that holds no entry and means none: what it says of its chronology is kept, all else is told."""

from typing import Any, Final, NamedTuple

import msgspec

from relations_cli.model.facts import Chronology, Vocabulary
from relations_cli.readers.documents.leftover import note_left
from relations_cli.readers.documents.shapes import HOLDERS
from relations_cli.readers.entries.roles import folded
from relations_cli.readers.located.places import Locate
from relations_cli.readers.own.checks import check
from relations_cli.readers.reading import Reading

_OURS: Final = frozenset(("extra", *(field.encode_name for field in msgspec.structs.fields(Vocabulary))))


class Bare(NamedTuple):
    """What a document without entries says."""

    ours: dict[str, Any]
    """Under keys of a chronology of ours."""
    others: dict[str, Any]
    """Under keys that mean nothing here."""


def bare(document: object) -> Bare | None:
    """What a document says that has room for entries and none; None: it may be something else altogether.

    It is an empty array or object; one of keys of ours without events; or one that holds nothing under a key for
    entries, whatever stands beside it.
    """
    if document == []:
        return Bare({}, {})
    if not isinstance(document, dict):
        return None
    room = [key for key, value in document.items() if folded(str(key)) in HOLDERS and _is_nothing(value)]
    ours = {key: value for key, value in document.items() if key in _OURS and value is not None and key not in room}
    others = {str(key): value for key, value in document.items() if key not in _OURS and key not in room}
    found = Bare(ours, others)
    return found if (room or not others) and _chronology_of(found, "") is not None else None


def chronology_without_entries(document: object, locate: Locate, reading: Reading) -> Chronology | None:
    """The chronology of such a document, without events; None: it is none.

    Raises:
        DataError: a date in it cannot be read.
    """
    found = bare(document)
    chronology = None if found is None else _chronology_of(found, reading.title)
    if found is None or chronology is None:
        return None
    check(chronology, reading.name, locate)
    for key, value in found.others.items():
        note_left(key, value, locate((key,)), reading)
    return chronology


def _chronology_of(found: Bare, title: str) -> Chronology | None:
    try:
        return msgspec.convert({"title": title, **found.ours, "events": []}, Chronology)
    except msgspec.ValidationError:
        return None


def _is_nothing(value: object) -> bool:
    if value is None or value in ("", [], {}):
        return True
    return isinstance(value, dict) and bare(value) == ({}, {})
