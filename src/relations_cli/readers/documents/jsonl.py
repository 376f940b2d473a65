"""JSON lines: an event a line; blank lines are passed over."""

from typing import Any

import msgspec

from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers.located import syntax
from relations_cli.readers.located.places import Path
from relations_cli.readers.located.positions import Position
from relations_cli.readers.located.strict import is_shallow, is_whole
from relations_cli.readers.own.recognised import are_own_entries
from relations_cli.readers.reading import Reading


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the events in the lines.

    Raises:
        DataError: a line is no JSON, or no event; it says which.
    """
    entries, numbers = _rows(data.removeprefix(b"\xef\xbb\xbf"), reading)

    def locate(path: Path) -> Position | None:
        return (numbers[int(path[0])], None) if path else None

    if not reading.options.columns and are_own_entries(entries):
        from relations_cli.readers.own.standalone import chronology_of_entries

        return chronology_of_entries([((at,), entry) for at, entry in enumerate(entries)], reading, locate)
    from relations_cli.readers.documents.document import read_document

    return read_document(entries, locate, reading)


def _rows(data: bytes, reading: Reading) -> tuple[list[Any], list[int]]:
    """The values of the lines, and their numbers; a line that is no JSON is skipped where the options say so.

    Raises:
        DataError: a line is no JSON.
    """
    numbered = [(number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip()]
    numbers = [number for number, _ in numbered]
    try:
        entries = [msgspec.json.decode(line) for _, line in numbered]
    except (ValueError, RecursionError):
        pass
    else:
        if is_shallow(entries) and is_whole(data, entries):  # of all lines at once, it takes a tenth of the time
            return entries, numbers
    entries, numbers = [], []
    for number, line in numbered:
        try:
            entries.append(syntax.decode(line, reading.name, line=number))
        except DataError as error:
            reading.skip(
                error.reason, (number, error.column), place=error.place, says=line.decode("utf-8", "backslashreplace")
            )
        else:
            numbers.append(number)
    return entries, numbers
