"""JSON lines: an event a line; blank lines are passed over."""

from typing import Any

from relations_cli.model.facts import Chronology
from relations_cli.readers.located import syntax
from relations_cli.readers.located.places import Path
from relations_cli.readers.located.positions import Position
from relations_cli.readers.own.recognised import is_own_entry
from relations_cli.readers.reading import Reading


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the events in the lines.

    Raises:
        DataError: a line is no JSON, or no event; it says which.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    entries: list[Any] = []
    numbers: list[int] = []
    for number, line in numbered:
        entries.append(syntax.decode(line, reading.name, line=number))
        numbers.append(number)

    def locate(path: Path) -> Position | None:
        return (numbers[int(path[0])], None) if path else None

    if not reading.options.columns and all(map(is_own_entry, entries)):
        from relations_cli.readers.own.standalone import chronology_of_entries

        return chronology_of_entries([((at,), entry) for at, entry in enumerate(entries)], reading, locate)
    from relations_cli.readers.documents.document import read_document

    return read_document(entries, locate, reading)
