"""Which format a file has: by its suffix, then by how it begins."""

import re
from typing import Final

from relations_cli.readers.fences import has_front_matter
from relations_cli.readers.reading import suffix_of

SUFFIXES: Final = {
    ".json": "json",
    ".geojson": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".psv": "csv",
    ".yml": "yaml",
    ".yaml": "yaml",
    ".ics": "ics",
    ".ical": "ics",
    ".ifb": "ics",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".mw": "markwhen",
    ".markwhen": "markwhen",
}
FILES: Final = frozenset(
    (
        *SUFFIXES,
        *(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".docx", ".eml", ".mbox", ".mbx"),
        *(".rss", ".atom", ".zip", ".md", ".markdown", ".mdown"),
    )
)
"""Suffixes of files that can hold events."""
DATABASES: Final = frozenset((".sqlite", ".sqlite3", ".db"))
"""Suffixes of databases, of which few are chronologies."""
_PROSE: Final = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".asc", ".log"))
_HEAD: Final = 1 << 14


def format_of(data: bytes, path: str) -> str:
    """The name of the format of a file, whose bytes are unpacked."""
    known = SUFFIXES.get(suffix_of(path))
    if known == "json" and re.match(rb"\s*\{[^\n]*\}[ \t]*\r?\n\s*\{[^\n]*\}[ \t]*(?:\r?\n|$)", data[:_HEAD]):
        return "jsonl"
    return known or _by_content(data, suffix_of(path))


def _by_content(data: bytes, suffix: str) -> str:
    from relations_cli.readers.prose.forms.form import form_of

    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head.split(b"\n", 1)[0].strip()
    is_json = head.startswith((b"{", b"[")) and suffix not in _PROSE
    if not head or is_json:  # of nothing, the reader of json says what was expected
        return "jsonl" if is_json and _is_line(first, is_only=head.strip() == first) else "json"
    begins_as = {
        "ics": first.upper().startswith(b"BEGIN:VCALENDAR"),
        "frontmatter": has_front_matter(data[: 1 << 20]),
        "csv": _is_table(head),
        "yaml": suffix not in _PROSE and _is_yaml(head),
    }
    return next((name for name, is_it in begins_as.items() if is_it), form_of(head.decode("utf-8", "replace"), suffix))


def _is_yaml(head: bytes) -> bool:
    """Whether most of the first lines are keys with values, the first among them."""
    lines = [line for line in head.splitlines()[:40] if line.strip() and not line.startswith((b"#", b"---"))]
    keyed = [re.match(rb" *(?:- +)?[\w\"'-]+ ?:(?: |$)", line) is not None for line in lines]
    return bool(lines) and keyed[0] and 2 * sum(keyed) > len(keyed) > 1


def _is_line(line: bytes, *, is_only: bool) -> bool:
    """Whether a line is a JSON object of its own and one of several, or, where it is the only one, an event of ours."""
    if not (line.startswith(b"{") and line.endswith(b"}")) or b'"events"' in line:
        return False
    import msgspec

    from relations_cli.readers.own.recognised import is_own_entry

    try:
        entry = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return not is_only or is_own_entry(entry)


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns that a chronology has, or is a record of a known table without a header."""
    from relations_cli.readers.entries.roles import roles_of
    from relations_cli.readers.tables.coded import coding_of_rows
    from relations_cli.readers.tables.dialect import DELIMITERS

    first, *behind = head.decode("utf-8", "replace").split("\n", 2)
    if behind and re.fullmatch(r"(?=.*--)[\s|:-]+", behind[0]):  # a table of Markdown
        return False
    if coding_of_rows([first.strip().split("\t")]) is not None:
        return True
    for delimiter in DELIMITERS:
        names = [name.strip(' "') for name in first.strip().split(delimiter)]
        roles = roles_of(names)
        if len(names) > 1 and ("date" in roles or "year" in roles) and len(roles) > 1:
            return True
    return False
