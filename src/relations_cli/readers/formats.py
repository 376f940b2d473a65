"""Which format a file has: by its suffix, then by how it begins."""

import os
import re
from typing import Final

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
}
_TEXTS: Final = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ".asc"))
_HEAD: Final = 1 << 14


def suffix_of(path: str) -> str:
    """The suffix in lower case, that of what is packed where the file is."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def format_of(data: bytes, path: str) -> str:
    """The name of the format of a file, whose bytes are unpacked."""
    known = SUFFIXES.get(suffix_of(path))
    if data.startswith(b"PK\x03\x04"):  # the reader of tables says what to do with a spreadsheet
        return "csv"
    if known == "json" and re.match(rb"\s*\{[^\n]*\}[ \t]*\r?\n\s*\{[^\n]*\}[ \t]*(?:\r?\n|$)", data[:_HEAD]):
        return "jsonl"
    return known or _by_content(data, suffix_of(path))


def _by_content(data: bytes, suffix: str) -> str:
    from relations_cli.readers.frontmatter import has_front_matter

    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head.split(b"\n", 1)[0].strip()
    if first.upper().startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    if head.startswith((b"{", b"[")) and suffix not in _TEXTS:
        is_line = first.startswith(b"{") and first.endswith(b"}") and b'"events"' not in first
        return "jsonl" if is_line else "json"
    if has_front_matter(data[: 1 << 20]):
        return "frontmatter"
    if _is_table(head):
        return "csv"
    if suffix not in _TEXTS and re.match(rb"(?:---\s+|#[^\n]*\n)*(?:- +)?[\w\"'-]+ ?:(?: |\r?$)", head, re.MULTILINE):
        return "yaml"
    return "json"


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns that a chronology has, or is a record of a known table without a header."""
    from relations_cli.readers.coded import coding_of_rows
    from relations_cli.readers.dialect import DELIMITERS
    from relations_cli.readers.roles import roles_of

    first = head.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    if coding_of_rows([first.split("\t")]) is not None:
        return True
    for delimiter in DELIMITERS:
        names = [name.strip(' "') for name in first.split(delimiter)]
        roles = roles_of(names)
        if len(names) > 1 and ("date" in roles or "year" in roles) and len(roles) > 1:
            return True
    return False
