"""JSON documents one after another, as ``jq '.[]'`` and logs write them (RFC 7464 with or without its separators)."""

from collections.abc import Sequence
from json import JSONDecoder
from typing import Any, Final, NamedTuple

from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers.documents.document import read_document
from relations_cli.readers.located import syntax
from relations_cli.readers.located.places import Locate, Path, Places
from relations_cli.readers.located.positions import Position
from relations_cli.readers.own.recognised import are_own_entries, means_to_be_ours
from relations_cli.readers.own.standalone import chronology_of_entries
from relations_cli.readers.reading import Reading

_BETWEEN: Final = " \t\r\n\x1e"


class Part(NamedTuple):
    """One of the documents, and the line and column at which it begins, both from 1."""

    line: int
    column: int
    text: str


def parts_of(data: bytes) -> list[Part]:
    """The documents of a text, objects or arrays; the last may be broken. Fewer than two: it is no such text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return []
    decoder = JSONDecoder(parse_int=str, parse_float=str)
    parts: list[Part] = []
    line, end = 1, 0
    while (at := _behind_blanks(text, end)) < len(text):
        if text[at] not in "{[" and len(parts) < 2:  # noqa: PLR2004 -- what stands behind one document is no other
            return []
        line += text.count("\n", end, at)
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = len(text)
        parts.append(Part(line, at - text.rfind("\n", 0, at), text[at:end]))
        line += text.count("\n", at, end)
    return parts


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at


def read_parts(parts: Sequence[Part], reading: Reading) -> Chronology:
    """The chronology of the entries in all of them.

    Raises:
        DataError: one is no JSON, or is a chronology of ours, which stands alone; or an entry cannot be read.
    """
    values: list[Any] = []
    ways: list[tuple[Part, Path]] = []
    for part in parts:
        try:
            value = syntax.decode(part.text.encode(), reading.name, line=part.line)
        except DataError as error:
            reading.skip(error.reason, (error.line or part.line, error.column), place=error.place, says=part.text)
            continue
        if means_to_be_ours(value):
            reading.refuse("a chronology among other documents", (part.line, None), why="give it a file of its own")
        several = value if isinstance(value, list) else [value]
        values += several
        ways += [(part, (at,) if isinstance(value, list) else ()) for at in range(len(several))]
    locate = _locator(ways)
    if not reading.options.columns and are_own_entries(values):
        return chronology_of_entries([((at,), entry) for at, entry in enumerate(values)], reading, locate)
    return read_document(values, locate, reading)


def _locator(ways: Sequence[tuple[Part, Path]]) -> Locate:
    """What tells the line and column of a value; a document is read for it when it is first asked."""
    known: dict[Part, Places] = {}

    def locate(path: Path) -> Position | None:
        if not path:
            return None
        part, way = ways[int(path[0])]
        if part not in known:
            known[part] = Places(part.text)
        line, column = known[part].position(known[part].offset((*way, *path[1:])))
        return line + part.line - 1, column + (part.column - 1 if line == 1 else 0)

    return locate
