"""An answer as text or bytes for programs: the registry of what writes it, and never a print."""

from relations_cli.writers.format import Format

_FORMATS = (
    Format(name="tsv", suffixes=(".tsv",), meaning="in a pipe", home="writers.tsv:write"),
    Format(name="csv", suffixes=(".csv",), home="writers.csv:write"),
    Format(name="json", suffixes=(".json",), home="writers.json:write"),
    Format(name="jsonl", suffixes=(".jsonl", ".ndjson"), home="writers.jsonl:write", left_out="left_out"),
)
WRITERS = {one.name: one for one in _FORMATS}
"""Every format for programs, by name."""
CHRONOLOGY = Format(
    name="chronology",
    suffixes=(".json",),
    meaning="what a file of json is, where the rows are events with all their fields",
    takes="chronology",
    home="writers.chronology:write",
    left_out="left_out",
)
"""Never asked for by its name."""
