"""JSON: a whole chronology of ours, an array of our events, TimelineJS, or any document that holds dated entries."""

from typing import Any

import msgspec

from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers import syntax
from relations_cli.readers.checks import check
from relations_cli.readers.places import Locate, Path, Places
from relations_cli.readers.reading import Position, Reading

_BOM = b"\xef\xbb\xbf"
_REQUIRED = ("id", "date", "title")
_ONLY_OURS = frozenset(("$schema", "types", "tags", "measures", "actors", "propositions"))


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology in the bytes of a file.

    Raises:
        DataError: no JSON, no chronology, a date that cannot be read, or an id given twice; it says where.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        from relations_cli.readers.text import decoded

        data = decoded(data, reading).encode()
    data = data.removeprefix(_BOM)
    if not data.strip():
        reading.refuse("is empty: expected a chronology in JSON")
    if not data.lstrip().startswith(b"["):
        try:
            chronology = msgspec.json.decode(data, type=Chronology)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return _other(data, error, reading)
        check(chronology, reading.name, locator(data))
        return chronology
    document = syntax.decode(data, reading.name)
    if not reading.options.columns and all(map(is_own_entry, document)):
        from relations_cli.readers.entries import chronology_of_entries

        return chronology_of_entries([((at,), entry) for at, entry in enumerate(document)], reading, locator(data))
    from relations_cli.readers.document import read_document

    return read_document(document, locator(data), reading)


def _other(data: bytes, error: Exception, reading: Reading) -> Chronology:
    """The chronology of a document that is not quite ours.

    Raises:
        DataError: it is no JSON, or means to be ours and has a mistake, or holds no entries.
    """
    if not isinstance(error, msgspec.ValidationError):
        raise syntax.located(error, data, reading.name, Chronology) from None
    document = syntax.decode(data, reading.name)
    if not isinstance(document, dict) or _means_to_be_ours(document):
        raise syntax.located(error, data, reading.name, Chronology) from None
    from relations_cli.readers import timelinejs

    if timelinejs.is_timelinejs(document):
        return timelinejs.read_document(document, locator(data), reading)
    from relations_cli.readers.document import read_document

    return read_document(document, locator(data), reading)


def is_own_entry(entry: object) -> bool:
    """Whether a value has what an event of ours must have."""
    return isinstance(entry, dict) and all(name in entry for name in _REQUIRED)


def holds_entries(data: bytes) -> bool:
    """Whether the bytes are JSON with dated entries that does not mean to be a chronology of ours."""
    try:
        document = msgspec.json.decode(data.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    if isinstance(document, dict):
        return not _means_to_be_ours(document) and not {"title", "events"} <= document.keys()
    return isinstance(document, list)


def _means_to_be_ours(document: dict[str, Any]) -> bool:
    events = document.get("events")
    if not isinstance(events, list) or not isinstance(document.get("title", ""), str):
        return False
    vocabularies = [key for key in _ONLY_OURS & document.keys() if key == "$schema" or isinstance(document[key], dict)]
    return bool(vocabularies) or (
        "title" in document
        and all(isinstance(event, dict) and "id" in event and {"date", "title"} & event.keys() for event in events)
    )


def locator(data: bytes) -> Locate:
    """What tells the line and column of a value; the document is read for it when it is first asked."""
    places: list[Places] = []

    def locate(path: Path) -> Position | None:
        if not places:
            try:
                places.append(Places(data.decode()))
            except (UnicodeDecodeError, RecursionError, DataError):
                return None
        return places[0].position(places[0].offset(path))

    return locate
