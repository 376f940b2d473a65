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
_UNSAID = "since when an event is known, whether it is a landmark"
_NOT_REPORTED = (
    "ids, types, tags, actors, places, landmarks, known, claims, propositions, related events, notes, extra, most of"
    " which show has; of a source its kind, language and day of access"
)
_REPORTS: tuple[Format, ...] = (
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        keeps="events as a list with their sources as footnotes, or a section each for show; other rows as a table",
        loses=f"{_NOT_REPORTED}; line breaks in a paragraph",
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
        loses=f"{_NOT_REPORTED}; line breaks in a paragraph",
        home="writers.html_fragment:write",
    ),
)
"""For somebody who reads: markdown and its kin."""

_OFFICE: tuple[Format, ...] = (
    Format(
        name="xlsx",
        suffixes=(".xlsx",),
        gives="bytes",
        keeps="events, claims and sources on sheets of their own, with dates to sort by; other rows on one sheet",
        loses="extra, notes, propositions without claims; of a cell what is beyond 32,767 characters",
        needs="office",
        home="writers.xlsx:write",
        left_out="left_out",
    ),
    Format(
        name="docx",
        suffixes=(".docx",),
        takes="events",
        gives="bytes",
        keeps="a chronology to hand in: headings by year, sources as numbered endnotes with links",
        loses=f"{_NOT_REPORTED}; line breaks in a paragraph",
        needs="office",
        columns=False,
        options=("numbered",),
        home="writers.docx:write",
    ),
)
"""For an office."""

_CALENDARS: tuple[Format, ...] = (
    Format(
        name="ics",
        suffixes=(".ics",),
        takes="events",
        keeps="dated events as a calendar: days and times, title, summary, status, actors, places, tags, sources",
        loses="undated events, years before 1 and after 9999, which are counted; claims,"
        f" propositions, related events, {_UNSAID}; notes are in the text alone",
        needs="ics",
        columns=False,
        home="writers.ics:write",
        left_out="left_out",
    ),
    Format(
        name="timelinejs",
        meaning="a page of TimelineJS",
        takes="events",
        keeps="dated events as slides: dates, title, summary, status, type as group, sources as links",
        loses="undated events, which are counted; tags, actors, places, claims, propositions, related events, notes,"
        f" {_UNSAID}; of sources all but address and title; the day of years before 1",
        columns=False,
        home="writers.timelinejs:write",
        left_out="left_out",
    ),
    Format(
        name="mermaid",
        suffixes=(".mmd", ".mermaid"),
        takes="events",
        keeps="dated events by year, in order of time: date in words, title",
        loses="undated events, which are counted; ids and the other fields",
        columns=False,
        home="writers.mermaid:write",
        left_out="left_out",
    ),
    Format(
        name="markwhen",
        suffixes=(".mw", ".markwhen"),
        takes="events",
        keeps="dated events: dates, title, id, type, tags, actors, places, summary, status, sources as links",
        loses="undated events, years of five digits, which are counted; claims, propositions, related events, notes,"
        f" {_UNSAID}; archived copies of sources",
        columns=False,
        home="writers.markwhen:write",
        left_out="left_out",
    ),
)
"""For calendars, and for programs that draw lines of time."""

_CITATIONS: tuple[Format, ...] = (
    Format(
        name="graphviz",
        suffixes=(".dot", ".gv"),
        meaning="a graph",
        takes="events",
        keeps="events with dates, what they bear on, who takes which stance on either, related events",
        loses="summaries, tags, who took part, sources but one; references to what was not selected, counted",
        columns=False,
        home="writers.graphviz:write",
        left_out="left_out",
    ),
    Format(
        name="bibtex",
        suffixes=(".bib",),
        meaning="sources",
        takes="events",
        keeps="the sources of the events, each once, for BibLaTeX, under keys that stay",
        loses="the events themselves; those without a source are counted",
        columns=False,
        home="writers.bibtex:write",
        left_out="left_out",
    ),
    Format(
        name="csl-json",
        meaning="sources",
        takes="events",
        keeps="the sources of the events, each once, for pandoc, Zotero and citeproc, under the same keys",
        loses="the events themselves; those without a source are counted",
        columns=False,
        home="writers.csl_json:write",
        left_out="left_out",
    ),
)
"""For those who cite, and for graphs."""

_STORES: tuple[Format, ...] = (
    Format(
        name="yaml",
        suffixes=(".yml", ".yaml"),
        keeps="every field; of events a whole chronology, for people who edit it",
        loses="references to what was not selected, which is counted",
        home="writers.yaml:write",
    ),
    Format(
        name="jsonld",
        suffixes=(".jsonld",),
        takes="chronology",
        keeps="linked data: Event and Claim of schema.org, with statuses and stances",
        loses="what is kept as extra, what types, tags and measures mean, references to what was not selected",
        columns=False,
        home="writers.jsonld:write",
        left_out="left_out",
    ),
    Format(
        name="sqlite",
        suffixes=(".sqlite", ".sqlite3", ".db"),
        takes="chronology",
        gives="bytes",
        keeps="a whole chronology in tables, with statuses, views and full text",
        loses="references to what was not selected, which is counted",
        options=("datasette",),
        columns=False,
        home="writers.sqlite:write",
        left_out="left_out",
    ),
)
"""For programs that ask further."""

_FORMATS = (*_ROWS, *_REPORTS, *_OFFICE, *_CALENDARS, *_CITATIONS, *_STORES)
WRITERS = {one.name: one for one in _FORMATS}
"""Every format for programs, by name."""
FEEDS: tuple[Format, ...] = (
    Format(
        name="atom",
        suffixes=(".atom",),
        meaning="a feed",
        keeps="what became known, an entry a change, the newest first, under ids that stay",
        loses="ids of events; years before 1 and after 9999, which are counted; addresses that are not of the web",
        columns=False,
        home="writers.atom:write",
        left_out="left_out",
    ),
    Format(
        name="jsonfeed",
        meaning="a feed",
        keeps="what became known, as JSON Feed 1.1: an entry a change, the newest first, under ids that stay",
        loses="ids of events; years before 1 and after 9999, which are counted; addresses that are not of the web",
        columns=False,
        home="writers.jsonfeed:write",
        left_out="left_out",
    ),
)
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
_YAML_CHRONOLOGY = Format(
    name="chronology in yaml",
    suffixes=(".yml", ".yaml"),
    takes="chronology",
    home="writers.yaml:write",
    left_out="left_out",
)
WHOLE = {"json": CHRONOLOGY, "yaml": _YAML_CHRONOLOGY}
"""What a file of these formats is, where the rows are events with all their fields."""
TEMPLATE = Format(name="template", meaning="a row as the reader words it", home="writers.template:write")
"""Nor is this."""


def rendered(format_: Format, answer: Answer[Any], how: How) -> Parts:
    """The answer in the format, part by part; the module that renders it is imported now."""
    render: Callable[[Answer[Any], How], Parts] = _function(format_, format_.home.partition(":")[2])
    return render(answer, how)


def remarks(format_: Format, answer: Answer[Any], how: How | None = None) -> Iterable[Remark]:
    """What of the answer the format leaves out, rendered in that way."""
    said: Iterable[Remark] = _function(format_, format_.left_out)(answer, how or How()) if format_.left_out else ()
    return said


def _function(format_: Format, name: str) -> Any:  # noqa: ANN401 -- any function of the format's module
    return getattr(import_module(f"relations_cli.{format_.home.partition(':')[0]}"), name)
