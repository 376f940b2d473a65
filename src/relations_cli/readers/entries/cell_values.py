"""What the text of a cell holds: several values, sources, nothing; and the title that cells of a coded event make."""

import re
from collections.abc import Iterator
from typing import Final

from relations_cli.model.facts import Source
from relations_cli.readers.entries.roles import folded

DASH: Final = " \u2014 "


def related(first: str, relation: str, second: str) -> str:
    """The title of a coded event, of what is known of it: who, what, to whom."""
    return DASH.join(part.strip() for part in (first, relation, second) if part.strip())


SEPARATORS: Final = ";|"
"""What parts the values in one cell, the likeliest first; tags, which are words, also by a comma."""


def several(text: str, *, marks: str) -> tuple[str, ...]:
    """The values in one cell, each once: parted by the first of the marks that is in it."""
    mark = next((mark for mark in marks if mark in text), None)
    if mark is None:
        return (text.strip(),) if text.strip() else ()
    return tuple(dict.fromkeys(part for one in text.split(mark) if (part := one.strip())))


def distinct(*values: str) -> tuple[str, ...]:
    """The values that are not blank, without blanks around them, each once."""
    return tuple(dict.fromkeys(value for one in values if (value := one.strip())))


_ADDRESS: Final = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ONE_ADDRESS: Final = re.compile(r"https?://[^\s;|,]+")
_BETWEEN: Final = re.compile(r"[;|]\s*(?=[;|]|(?:https?|ftp)://)|,(?=\s*https?://)|[;|]\s+", re.IGNORECASE)
"""What parts sources; a semicolon within an address does not."""


def sources_of(text: str) -> tuple[Source, ...]:
    """The sources in one cell: addresses, or the names of publishers."""
    if _ONE_ADDRESS.fullmatch(text):
        return (Source(url=text),)
    text = text.strip(" \t\r\n;|")
    if is_missing(text):
        return ()
    if "://" not in text:
        is_address = re.match(r"www\.[\w-]+\.[\w.-]+(?:/\S*)?$", text) is not None
        return (Source(url=f"https://{text}"),) if is_address else (Source(publisher=text),)
    parts = (part.split() for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(source for words in parts if words for source in _sources(words)))


def _sources(words: list[str]) -> Iterator[Source]:
    """The sources in the words between two marks: addresses, one with what is said of it, or a publisher."""
    if all(map(_ADDRESS.match, words)):
        yield from (Source(url=word) for word in words)
    elif _ADDRESS.match(words[0]):
        yield Source(url=words[0], title=" ".join(words[1:]))
    else:
        yield Source(publisher=" ".join(words))


_MISSING: Final = frozenset(("", "na", "nan", "null", "none", "nil", "unknown", "undated", "tba", "tbd", "nd"))


_UNKNOWN_VALUE: Final = "http://www.wikidata.org/.well-known/genid/"
"""What the Wikidata query service gives for a value that nobody knows."""


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    if not text or text.startswith(_UNKNOWN_VALUE):
        return True
    return len(text) < len("an unknown day") and not text[0].isdigit() and folded(text) in _MISSING
