"""JSON of our own: a whole chronology (an object with ``events``), or an array of events."""

import msgspec

from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers import syntax
from relations_cli.readers.checks import check

_BOM = b"\xef\xbb\xbf"


def read_trusted(data: bytes) -> Chronology:
    """The bundled chronology, whose dates and ids a test has checked: checking them anew costs 5 ms a start."""
    return msgspec.json.decode(data, type=Chronology)


def read(data: bytes, name: str) -> Chronology:
    """The chronology in the bytes of a file.

    Raises:
        DataError: no JSON, not of our structure, a date that cannot be read, or an id given twice; it says where.
    """
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise DataError(f"{one_line(name)}: is empty: expected a chronology in JSON")
    if data.lstrip().startswith(b"["):
        from relations_cli.readers.entries import chronology_of_entries

        entries = syntax.decode(data, name)
        return chronology_of_entries([(f"$[{index}]", entry) for index, entry in enumerate(entries)], name)
    try:
        chronology = msgspec.json.decode(data, type=Chronology)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise syntax.located(error, data, name, Chronology) from None
    check(chronology, name)
    return chronology
