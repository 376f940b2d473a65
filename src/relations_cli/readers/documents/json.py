"""JSON: a whole chronology of ours, an array of our events, TimelineJS, or any document that holds dated entries."""

from typing import TYPE_CHECKING, Any

import msgspec

from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.model.version import newer_form, too_new
from relations_cli.readers.located import syntax
from relations_cli.readers.located.places import Locate, Path, Places
from relations_cli.readers.located.positions import Position
from relations_cli.readers.located.strict import strict, vouch
from relations_cli.readers.own.checks import check, refusal
from relations_cli.readers.own.recognised import are_own_entries, means_to_be_ours
from relations_cli.readers.reading import Options, Reading

if TYPE_CHECKING:  # few files hold several documents
    from relations_cli.readers.documents.stream import Part

_BOM = b"\xef\xbb\xbf"


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology in the bytes of a file.

    Raises:
        DataError: no JSON, no chronology, a date that cannot be read, or an id given twice; it says where.
    """
    data = data.removeprefix(_BOM)
    if not data.strip():
        reading.refuse("is empty", why="expected a chronology in JSON")
    try:
        return _array(data, reading) if data.lstrip().startswith(b"[") else _object(data, reading)
    except DataError:
        parts = _parts_of(data)
        if len(parts) < 2:  # noqa: PLR2004
            raise
    from relations_cli.readers.documents.stream import read_parts

    return read_parts(parts, reading)


def _parts_of(data: bytes) -> "list[Part]":
    """The documents of a file that holds several; fewer than two where it is one, whatever is wrong with it."""
    try:
        strict(data)
    except (ValueError, RecursionError):
        from relations_cli.readers.documents.stream import parts_of

        return parts_of(data)
    return []


def holds_several(data: bytes) -> bool:
    """Whether the text of a file is several documents, one after another."""
    return len(_parts_of(data)) > 1


def _object(data: bytes, reading: Reading) -> Chronology:
    try:
        chronology = msgspec.json.decode(data, type=Chronology)
        vouch(data, chronology)
        _refuse_newer(chronology.schema, data, reading)
        check(chronology, reading.name, locator(data))
    except (DataError, ValueError, RecursionError) as error:
        return _other(data, error, reading)
    return chronology


def _array(data: bytes, reading: Reading) -> Chronology:
    document = syntax.decode(data, reading.name)
    if not reading.options.columns and are_own_entries(document):
        from relations_cli.readers.own.standalone import chronology_of_entries

        return chronology_of_entries([((at,), entry) for at, entry in enumerate(document)], reading, locator(data))
    return _foreign(document, data, reading)


def _other(data: bytes, error: Exception, reading: Reading) -> Chronology:
    """The chronology of a document that is not ours as it is.

    Raises:
        DataError: it is no JSON, or means to be ours and has a mistake, or holds no entries.
    """
    document = syntax.decode(data, reading.name)
    if isinstance(document, dict):
        _refuse_newer(document.get("$schema"), data, reading)
    if isinstance(document, dict) and not means_to_be_ours(document):
        return _foreign(document, data, reading)
    if isinstance(error, msgspec.ValidationError):
        raise syntax.mistyped(error, data, reading.name, Chronology) from None
    raise error if isinstance(error, DataError) else syntax.refusal_of(data, reading.name, said=str(error)) from None


def _refuse_newer(schema: object, data: bytes, reading: Reading) -> None:
    """Refuse a file of a form that is not known yet: its keys may mean something else.

    Raises:
        DataError: it is of one.
    """
    form = newer_form(schema)
    if form is not None:
        raise refusal(too_new(form), ("$schema",), reading.name, locator(data))


def _foreign(document: Any, data: bytes, reading: Reading) -> Chronology:  # noqa: ANN401 -- any JSON
    """The chronology of the entries of a document.

    Raises:
        DataError: it has none, or one cannot be read.
    """
    from relations_cli.readers.documents import timelinejs

    if isinstance(document, dict) and "@graph" in document:
        from relations_cli.readers.documents.linked import is_linked, read_linked

        held = read_linked(document, locator(data), reading) if is_linked(document) else None
        if held is not None:
            return held
    if isinstance(document, dict) and timelinejs.is_timelinejs(document):
        return timelinejs.read_document(document, locator(data), reading)
    from relations_cli.readers.documents.document import read_document

    return read_document(document, locator(data), reading)


def holds_entries(document: object) -> bool:
    """Whether a decoded document has dated entries, or room for them, and does not mean to be a chronology of ours."""
    if not isinstance(document, dict):
        return isinstance(document, list)
    from relations_cli.readers.documents import bare, shapes, timelinejs

    quiet = Reading(name="", options=Options(skip_bad=True))
    return not means_to_be_ours(document) and (
        timelinejs.is_timelinejs(document)
        or shapes.find_entries(document, quiet) is not None
        or bare.bare(document) is not None
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
