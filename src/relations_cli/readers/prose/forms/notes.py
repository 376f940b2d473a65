"""Notes of an article that say where something is published: what they cite, and which numbers lead to them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from relations_cli.dates import parse_prose
from relations_cli.errors import DateError
from relations_cli.escaping import web_address
from relations_cli.model.facts import Source
from relations_cli.readers.prose.forms.pieces import PARTS, Piece

Told = Sequence[tuple[str, str]]
"""The words before each link of a note, and the address; of what stands behind the last the address is empty."""

_WEB: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_CITATION: Final = re.compile(
    r"(?:([^“”]{1,300}?)(?:, |$))?(?:“(.{1,10000})”(?:, |$))?(?:([^,“”]{4,60})(?:, |$))?", re.DOTALL
)
_OURS: Final = re.compile(r"#((?:timeline-[0-9a-f]{8}-source-|source_)[0-9]{1,9})")
"""Where the numbers of our own documents and pages lead; pages of others number much besides."""


def cited(told: Told) -> tuple[Source, ...]:
    """The sources of a note: its links, with publisher, title and date where it says them as ours do."""
    found: list[Source] = []
    for words, address in told:
        if not address:
            if not found and words and ("“" in words or words[-1] not in ".!?…:;,"):  # and no remark
                found.append(_source(words, None))
        elif words.endswith("archived at ") and (not found or found[-1].archived is None):
            before = words.removesuffix("archived at ")
            found = [*found[:-1], replace(found[-1], archived=address)] if found else [_archived(before, address)]
        elif _WEB.match(address):
            found.append(_source(words, address))
    return tuple(one for one in found if one.url or one.publisher)


def _archived(words: str, address: str) -> Source:
    return replace(_source(words, None), archived=address)


def _source(words: str, address: str | None) -> Source:
    match = _CITATION.fullmatch(words.removeprefix(", "))
    if match is None:
        return Source(url=address)
    publisher, title, said = match[1], match[2], match[3]
    if publisher and not (title or said) and _date(publisher) is not None:
        publisher, said = None, publisher
    date = _date(said) if said else None
    if said and date is None and title is None:
        publisher = f"{publisher}, {said}" if publisher else said
    return Source(publisher=publisher, title=title, date=date, url=address)


def _date(text: str) -> str | None:
    try:
        return parse_prose(text).text
    except DateError:
        return None


def without_notes(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Take the sources that numbers lead to into the places of the numbers; the words of each, which are gone, and why.

    Only what our own pages and documents have is followed.
    """
    numbers = {match[1] for piece in pieces if piece.url and (match := _OURS.fullmatch(piece.url))}
    notes: dict[str, tuple[Source, ...]] = {}
    opened: list[int] = []
    for at, piece in enumerate(pieces if numbers else ()):
        while opened and pieces[opened[-1]].end <= at:
            opened.pop()
        if piece.kind == "open" and piece.value in PARTS:
            opened.append(at)
        if piece.kind == "open" and piece.name in numbers and piece.name not in notes and opened:
            block = pieces[opened[-1] : pieces[opened[-1]].end]
            notes[piece.name] = cited(list(_told(block)))
            yield _emptied(block), "a note"
    for at, piece in enumerate(pieces if notes else ()):
        match = _OURS.fullmatch(piece.url) if piece.url else None
        if match is not None and match[1] in notes:
            piece.sources = notes[match[1]]
            _emptied(pieces[at + 1 : piece.end])


def _told(block: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """The words before each link, and its address, which is spelt as its words spell it."""
    words = address = shown = ""
    for piece in block:
        if piece.kind == "text" and address:
            shown += piece.value
        elif piece.kind == "text":
            words += re.sub(r"\s+", " ", piece.value)
        elif piece.value == "cite":
            words += "“" if piece.kind == "open" else "”"
        elif piece.kind == "open" and _WEB.match(piece.url):
            address = piece.url
        elif piece.kind == "close" and piece.value == "a" and address:
            yield words, shown if web_address(shown) == address else address
            words = address = shown = ""
    yield words.rstrip(" ↑"), ""


def _emptied(block: Sequence[Piece]) -> str:
    """The words of the pieces, which they no longer have."""
    said = ""
    for piece in block:
        if piece.kind == "text":
            said, piece.value = said + piece.value, ""
        piece.url = ""
    return " ".join(said.split())
