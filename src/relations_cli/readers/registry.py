"""The formats that can be read, a record each, and the one that a file has."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.errors import NO_MEMORY, DataError, UsageError, parameter
from relations_cli.model.facts import Chronology
from relations_cli.suggesting import one_of

if TYPE_CHECKING:  # reading is imported where a file is read: the bundled one needs none of it
    from relations_cli.readers.reading import Reading


class Reader(Struct, frozen=True, kw_only=True):
    """A format that can be read."""

    name: str
    """As the command line takes it."""
    suffixes: tuple[str, ...]
    """Of the files that hold it, each with its dot; some formats share one, and the content decides."""
    home: str
    """The module with ``read(data: bytes, reading: Reading) -> Chronology``: imported where a file of it is read."""
    keeps: str
    """What of such a file is read, in a few words."""
    loses: str = ""
    """What of it is in no event, in a few words; it is told. Empty: nothing."""
    needs: str = ""
    """The extra with the library that it needs; empty: none."""


_READERS = (
    Reader(
        name="json",
        suffixes=(".json", ".geojson"),
        home="documents.json",
        keeps="a chronology of ours; an array of events; TimelineJS, JSON Feed; any document that holds dated entries",
    ),
    Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), home="documents.jsonl", keeps="an event a line"),
    Reader(name="csv", suffixes=(".csv", ".psv"), home="tables.csv", keeps="a table: comma, semicolon, tab or bar"),
    Reader(name="tsv", suffixes=(".tsv", ".tab"), home="tables.csv", keeps="a table with tabs"),
    Reader(
        name="yaml",
        suffixes=(".yml", ".yaml"),
        home="documents.yaml",
        keeps="a chronology of ours; a list of maps, or a map that holds one",
        loses="comments",
        needs="readers",
    ),
    Reader(
        name="frontmatter",
        suffixes=(".md", ".markdown"),
        home="documents.frontmatter",
        keeps="a page with front matter in YAML or TOML: one event",
        needs="readers",
    ),
    Reader(
        name="ics",
        suffixes=(".ics", ".ical", ".ifb"),
        home="ics.calendars",
        keeps="a calendar (RFC 5545): events, tasks, journals, each time of what recurs",
        loses="what the calendar says of itself, free and busy times",
        needs="ics",
    ),
    Reader(
        name="text",
        suffixes=(".txt", ".text", ".log"),
        home="prose.reader",
        keeps="a chronology written as prose, in plain text",
        loses="what stands beside its entries",
    ),
    Reader(
        name="markdown",
        suffixes=(".md", ".markdown"),
        home="prose.reader",
        keeps="a chronology written as prose, in Markdown",
        loses="what stands beside its entries, emphasis",
    ),
    Reader(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        home="prose.reader",
        keeps="a chronology written as prose, in HTML",
        loses="what stands beside its entries, emphasis",
        needs="readers",
    ),
    Reader(
        name="xlsx",
        suffixes=(".xlsx", ".xlsm", ".xlsb"),
        home="containers.sheets",
        keeps="the sheet with the most dated rows, or the one that is named, as a table",
        loses="other sheets and comments, which are told; colours, formulas (their values are read)",
        needs="readers",
    ),
    Reader(
        name="xls",
        suffixes=(".xls",),
        home="containers.sheets",
        keeps="the sheet with the most dated rows, or the one that is named, as a table",
        loses="other sheets, which are told; colours, formulas (their values are read), comments",
        needs="readers",
    ),
    Reader(
        name="ods",
        suffixes=(".ods",),
        home="containers.sheets",
        keeps="the sheet with the most dated rows, or the one that is named, as a table",
        loses="other sheets and comments, which are told; colours, formulas (their values are read)",
        needs="readers",
    ),
    Reader(
        name="docx",
        suffixes=(".docx",),
        home="containers.word",
        keeps="a Word document, read as prose",
        loses="pictures, comments, what was deleted, all of which are told",
        needs="readers",
    ),
    Reader(
        name="sqlite",
        suffixes=(".sqlite", ".sqlite3", ".db"),
        home="containers.sqlite",
        keeps="a database that this timeline wrote: a whole chronology",
        loses="tables and columns of others",
    ),
    Reader(
        name="eml",
        suffixes=(".eml",),
        home="containers.mail",
        keeps="mail: an event a message, its headers in extra",
        loses="what is attached",
    ),
    Reader(
        name="mbox",
        suffixes=(".mbox", ".mbx"),
        home="containers.mail",
        keeps="a box of mail: an event a message, its headers in extra",
        loses="what is attached",
    ),
    Reader(
        name="rss",
        suffixes=(".rss", ".xml"),
        home="containers.feeds",
        keeps="a feed: an event an entry",
        loses="markup, the feed's own description",
        needs="readers",
    ),
    Reader(
        name="atom",
        suffixes=(".atom", ".xml"),
        home="containers.feeds",
        keeps="a feed: an event an entry",
        loses="markup, the feed's own description",
        needs="readers",
    ),
    Reader(
        name="mermaid",
        suffixes=(".mmd", ".mermaid"),
        home="diagrams.mermaid",
        keeps="a timeline: sections as tags",
        loses="themes",
    ),
    Reader(
        name="markwhen",
        suffixes=(".mw", ".markwhen"),
        home="diagrams.markwhen",
        keeps="events with sections and tags",
        loses="what is dated by another event, or recurs, is undated",
    ),
)
READERS = {one.name: one for one in _READERS}
"""Every format that can be read, by name."""
IN_BYTES = frozenset(("xlsx", "xls", "ods", "docx", "sqlite", "eml", "mbox", "rss", "atom", "zip"))
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
    module: Any = import_module(f"relations_cli.readers.{READERS[name or format_of(data, reading.path)].home}")
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
