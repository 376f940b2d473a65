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
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_PROSE: Final = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".asc", ".log"))
_HEAD: Final = 1 << 14


def suffix_of(path: str) -> str:
    """The suffix in lower case, that of what is packed where the file is."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def format_of(data: bytes, path: str) -> str:
    """The name of the format of a file, whose bytes are unpacked."""
    known = SUFFIXES.get(suffix_of(path))
    return known or _by_content(data, suffix_of(path))


def _by_content(data: bytes, suffix: str) -> str:
    from relations_cli.readers.frontmatter import has_front_matter
    from relations_cli.readers.prose.article import form_of

    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head.split(b"\n", 1)[0].strip()
    if not head:
        return "json"  # which says what was expected
    if first.upper().startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    if head.startswith((b"{", b"[")) and suffix not in _PROSE:
        return "jsonl" if b'"events"' not in first and _is_object(first) else "json"
    if has_front_matter(data[: 1 << 20]):
        return "frontmatter"
    if _is_table(head):
        return "csv"
    if suffix not in _PROSE and re.match(rb"(?:---\s+|#[^\n]*\n)*(?:- +)?[\w\"'-]+ ?:(?: |\r?$)", head, re.MULTILINE):
        return "yaml"
    return form_of(head.decode("utf-8", "replace"), suffix)


def _is_object(line: bytes) -> bool:
    """Whether a line is a JSON object of its own."""
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    import msgspec

    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns that a chronology has."""
    from relations_cli.readers.dialect import DELIMITERS
    from relations_cli.readers.roles import roles_of

    first = head.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    for delimiter in DELIMITERS:
        names = [name.strip(' "') for name in first.split(delimiter)]
        roles = roles_of(names)
        if len(names) > 1 and ("date" in roles or "year" in roles) and len(roles) > 1:
            return True
    return False
