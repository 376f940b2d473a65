"""What Datasette shows of a chronology as a database beside its tables: a file of metadata.

https://docs.datasette.io/en/stable/metadata.html names the keys. Titles and descriptions are texts there; what would be
HTML (``description_html``) is not used.
"""

from typing import Any, Final

import msgspec

from relations_cli.escaping import json_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.licence import licence_address

_TABLES: Final[dict[str, dict[str, Any]]] = {
    "events": {
        "description": "What happened; statuses are those of the day that the table chronology has as status_day.",
        "label_column": "title",
        "sort": "in_time",
        "facets": ["type", "status", "year", {"array": "tags"}],
        "fts_table": "events_fts",
        "fts_pk": "rowid",
    },
    "claims": {
        "description": "Who says what, of an event as titled or of a proposition.",
        "sort": "first_day",
        "facets": ["stance", "actor"],
    },
    "propositions": {"description": "What is contested.", "label_column": "text", "facets": ["status"]},
    "actors": {"description": "Who acts or speaks.", "label_column": "name", "facets": ["kind"]},
    "sources": {"description": "Where events are published.", "label_column": "title", "facets": ["kind", "publisher"]},
    **{name: {"label_column": "id"} for name in ("types", "tags", "measures")},
    "timeline": {"description": "Events in the order of time."},
    "contested": {"description": "What has claims, with its status and how many speak of it.", "facets": ["status"]},
    "claims_in_words": {"description": "The claims with the names of who makes them.", "facets": ["stance", "now"]},
    "figures_in_words": {"description": "Every number that somebody gave."},
    "citations": {"description": "Each source once, with how many events it has."},
    "parties": {"description": "For whom each actor speaks in the end."},
    "chronology": {"description": "What the chronology says of itself."},
}
_HIDDEN: Final = ("event_tags", "event_actors", "event_places", "event_propositions", "related")
"""What joins tables, which only a question in SQL needs."""


def metadata(answer: Answer[Hit], database: str) -> str:
    """The text of the file.

    Args:
        answer: what the database holds.
        database: as Datasette calls it: the name of its file without the suffix.
    """
    said = answer.vocabulary
    heading = {"title": said.title, "description": said.description, "license": said.license}
    heading["license_url"] = licence_address(said.license)
    tables = _TABLES | {name: {"hidden": True} for name in _HIDDEN}
    told = {key: value for key, value in heading.items() if value}
    whole = told | {"databases": {database: {"tables": tables}}}
    return json_text(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()) + "\n"
