"""The formats that can be read, by name: a module each, with ``read(data: bytes, reading: Reading) -> Chronology``."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from relations_cli.errors import NO_MEMORY, DataError, UsageError, parameter
from relations_cli.model.facts import Chronology
from relations_cli.suggesting import one_of

if TYPE_CHECKING:  # reading is imported where a file is read: the bundled one needs none of it
    from relations_cli.readers.reading import Reading

READERS = {
    "json": "relations_cli.readers.documents.json",
    "jsonl": "relations_cli.readers.documents.jsonl",
    "csv": "relations_cli.readers.tables.csv",
    "tsv": "relations_cli.readers.tables.csv",
    "yaml": "relations_cli.readers.documents.yaml",
    "frontmatter": "relations_cli.readers.documents.frontmatter",
    "ics": "relations_cli.readers.ics.calendars",
    "text": "relations_cli.readers.prose.reader",
    "markdown": "relations_cli.readers.prose.reader",
    "html": "relations_cli.readers.prose.reader",
    "xlsx": "relations_cli.readers.containers.sheets",
    "xls": "relations_cli.readers.containers.sheets",
    "ods": "relations_cli.readers.containers.sheets",
    "docx": "relations_cli.readers.containers.word",
    "eml": "relations_cli.readers.containers.mail",
    "mbox": "relations_cli.readers.containers.mail",
    "rss": "relations_cli.readers.containers.feeds",
    "atom": "relations_cli.readers.containers.feeds",
    "mermaid": "relations_cli.readers.diagrams.mermaid",
    "markwhen": "relations_cli.readers.diagrams.markwhen",
}
"""Format: the module that reads it."""
IN_BYTES = frozenset(("xlsx", "xls", "ods", "docx", "eml", "mbox", "rss", "atom", "zip"))
"""Those that are no text, or say themselves in which encoding they are; and an archive of files."""


def reader_named(name: str | None) -> str | None:
    """The format of that name, blind to case; None stays.

    Raises:
        UsageError: there is none; it names the nearest.
    """
    if name is None:
        return None
    if name[:1].isdigit():
        raise UsageError("reader", name, "is no format", f"for events since then, did you mean {parameter('since')}?")
    return one_of("reader", name, READERS)


def read(data: bytes, reading: "Reading") -> Chronology:
    """The chronology in the bytes of a file, by the reader that is named, else by the one that suffix and content tell.

    Raises:
        DataError: they are no chronology, or an entry cannot be read.
    """
    from relations_cli.readers.kinds import refuse_other_markup
    from relations_cli.readers.located.faults import TOO_DEEP
    from relations_cli.readers.sniffing import FILES, format_of
    from relations_cli.readers.text import unpacked

    reading = replace(reading, length=len(data))
    data = unpacked(data, reading)
    name, data = prepared(data, reading)
    if name == "zip":
        from relations_cli.readers.containers.archive import chronology_in

        return chronology_in(data, reading, read, FILES)
    if reading.options.encoding is not None:  # it was the encoding of the file
        reading = replace(reading, options=replace(reading.options, encoding=None))
    if name is None:
        refuse_other_markup(data, reading.name)
    module: Any = import_module(READERS[name or format_of(data, reading.path)])
    try:
        chronology: Chronology = module.read(data, reading)
    except RecursionError:
        why = TOO_DEEP
    except MemoryError:
        why = NO_MEMORY
    else:
        return chronology
    raise DataError(why, file=reading.name)  # here, where the frames are gone that hold what was read


def prepared(data: bytes, reading: "Reading") -> tuple[str | None, bytes]:
    """The format that options or bytes name (None: content and suffix tell), and the bytes that its reader takes.

    Args:
        data: of the whole file, unpacked from gzip.
        reading: the file.

    Raises:
        DataError: they are neither a container nor text, or the encoding of the options does not fit.
    """
    from relations_cli.readers.containers.kind import container_of
    from relations_cli.readers.text import in_utf_8

    name = reading.options.reader or container_of(data, reading.path)
    return name, data if name in IN_BYTES else in_utf_8(data, reading)
