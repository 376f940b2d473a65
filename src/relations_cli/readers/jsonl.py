"""JSON lines: an event a line; blank lines are passed over."""

from relations_cli.model.facts import Chronology
from relations_cli.readers import syntax
from relations_cli.readers.entries import chronology_of_entries


def read(data: bytes, name: str) -> Chronology:
    """The chronology of the events in the lines.

    Raises:
        DataError: a line is no JSON, or no event; it says which.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    entries = [
        (f"line {number}", syntax.decode(line, name, line=number))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    return chronology_of_entries(entries, name)
