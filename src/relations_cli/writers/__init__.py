"""An answer as text or bytes for programs: the registry of what writes it, and never a print."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from relations_cli.errors import Remark
from relations_cli.query.answer import Answer
from relations_cli.writers.format import Format, How, Parts

_ROWS = (
    Format(
        name="tsv",
        suffixes=(".tsv",),
        meaning="in a pipe",
        keeps="the fields asked for, a row a line, for cut and awk",
        loses="line breaks, which are blanks; what has parts is JSON in its cell",
        home="writers.tsv:write",
    ),
    Format(
        name="csv",
        suffixes=(".csv",),
        keeps="the fields asked for, a row a record, safe in a spreadsheet",
        loses="what has parts is JSON in its cell",
        options=("excel",),
        home="writers.csv:write",
    ),
    Format(
        name="json",
        suffixes=(".json",),
        keeps="every field; a file of events is a whole chronology with the vocabulary that they use",
        loses="references to what was not selected, which is counted",
        home="writers.json:write",
    ),
    Format(
        name="jsonl",
        suffixes=(".jsonl", ".ndjson"),
        keeps="an event a line with every field and the vocabulary that it uses",
        loses="references to what was not selected, which is counted",
        home="writers.jsonl:write",
        left_out="left_out",
    ),
)
_REPORTS: tuple[Format, ...] = (
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        keeps="events as a list with their sources as footnotes, or a section each for show; other rows as a table",
        loses="ids, types, tags, actors, places, claims, which show has; line breaks in a paragraph",
        home="writers.markdown:write",
    ),
    Format(
        name="markdown-table",
        keeps="the fields that a pipe shows, or those asked for, as a table with bars",
        loses="line breaks, which are blanks",
        home="writers.markdown:table",
    ),
    Format(
        name="html-fragment",
        keeps="what markdown holds, as HTML for a page of yours: lists, times, citations, links; no style, no script",
        loses="ids, types, tags, actors, places, claims, which show has; line breaks in a paragraph",
        home="writers.html_fragment:write",
    ),
)
"""For somebody who reads: markdown and its kin."""

_OFFICE: tuple[Format, ...] = (
    Format(
        name="docx",
        suffixes=(".docx",),
        takes="events",
        gives="bytes",
        keeps="a chronology to hand in: headings by year, sources as numbered endnotes with links",
        loses="ids, types, tags, actors, places, claims; line breaks in a paragraph",
        needs="office",
        columns=False,
        options=("numbered",),
        home="writers.docx:write",
    ),
)
"""For an office."""

_CALENDARS: tuple[Format, ...] = ()
"""For calendars, and for programs that draw lines of time."""

_CITATIONS: tuple[Format, ...] = ()
"""For those who cite, and for graphs."""

_STORES: tuple[Format, ...] = ()
"""For programs that ask further."""

_FORMATS = (*_ROWS, *_REPORTS, *_OFFICE, *_CALENDARS, *_CITATIONS, *_STORES)
WRITERS = {one.name: one for one in _FORMATS}
"""Every format for programs, by name."""
FEEDS: tuple[Format, ...] = ()
"""Those of what became known: for the command that tells it."""
CHRONOLOGY = Format(
    name="chronology",
    suffixes=(".json",),
    meaning="what a file of json is, where the rows are events with all their fields",
    takes="chronology",
    home="writers.chronology:write",
    left_out="left_out",
)
"""Never asked for by its name."""
TEMPLATE = Format(name="template", meaning="a row as the reader words it", home="writers.template:write")
"""Nor is this."""


def rendered(format_: Format, answer: Answer[Any], how: How) -> Parts:
    """The answer in the format, part by part; the module that renders it is imported now."""
    render: Callable[[Answer[Any], How], Parts] = _function(format_, format_.home.partition(":")[2])
    return render(answer, how)


def remarks(format_: Format, answer: Answer[Any]) -> Iterable[Remark]:
    """What of the answer the format leaves out."""
    said: Iterable[Remark] = _function(format_, format_.left_out)(answer) if format_.left_out else ()
    return said


def _function(format_: Format, name: str) -> Any:  # noqa: ANN401 -- any function of the format's module
    return getattr(import_module(f"relations_cli.{format_.home.partition(':')[0]}"), name)
