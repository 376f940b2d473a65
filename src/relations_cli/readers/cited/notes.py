"""Notes of an article: the sources that each cites go to where the text refers to it, and the note is left out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from relations_cli.escaping import web_address
from relations_cli.model.facts import Source
from relations_cli.readers.cited.citation import WEB, cited
from relations_cli.readers.prose.block import LeftOut
from relations_cli.readers.prose.forms.tree import LINES, Piece, Whereabouts

_NOTE: Final = "a note"
_PARTS: Final = frozenset(("p", "li", "dd", "div", "td", LINES))
"""What holds one note."""
_FEW: Final = 2
"""Parts of one note: an item, and a paragraph in it."""
_FOLLOWED: Final = re.compile(r"#(\^\S{1,99}|(?:timeline-[0-9a-f]{8}-source-|source_)[0-9]{1,9})")
"""A footnote of Markdown, and where the numbers of our own pages and documents lead: others number much besides."""
_BARE: Final = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]}”\"'’]", re.IGNORECASE)


def without_notes(pieces: list[Piece], lines: Whereabouts) -> Iterator[LeftOut]:
    """Put the sources of notes in place of what refers to them; what the notes say, which is gone from the pieces.

    A note that cites nothing is an ordinary text, and so is what refers to it.
    """
    marks = [(at, match[1]) for at, piece in enumerate(pieces) if (match := _FOLLOWED.fullmatch(piece.attribute))]
    found: dict[str, tuple[Source, ...]] = {}
    names = {name for _, name in marks} | {piece.name for piece in pieces if piece.name[:1] == "^"}
    for name, block in _notes(pieces, names):
        sources = cited(list(_told(block, f"[{name}]:")), is_list=name[0] != "^")
        if sources:
            found[name] = sources
            line, words = max(piece.line for piece in block[:2]), _emptied(block)
            yield LeftOut(line or lines.line_of(words), words, _NOTE)
    for at, name in marks:
        mark, end = pieces[at], pieces[at].end or _end(pieces, at)
        words = "".join(piece.value for piece in pieces[at:end] if piece.kind == "text").strip()
        if not mark.attribute or not (words == f"[{name}]" or words.isdecimal()):
            continue  # of a note, or a link of another kind
        if name in found:
            _emptied(pieces[at:end])
            mark.sources = found[name]
            _strip_before(pieces, at)
        if name in found or name[0] == "^":
            for piece in (mark, pieces[end]):
                piece.kind, piece.value = "gone", ""


def _notes(pieces: Sequence[Piece], names: set[str]) -> Iterator[tuple[str, list[Piece]]]:
    """The pieces of the part that holds each name, once each."""
    opened: list[int] = []
    waiting: dict[int, list[str]] = {}
    for at, piece in enumerate(pieces if names else ()):
        if piece.kind == "open" and piece.value in _PARTS:
            opened.append(at)
        if piece.name in names and opened:
            waiting.setdefault(opened[-1], []).append(piece.name)
        if piece.kind == "close" and piece.value in _PARTS and opened:
            start = opened.pop()
            for name in waiting.pop(start, ()):
                block = pieces[start : at + 1]
                names.discard(name)
                if sum(one.kind == "open" and one.value in _PARTS for one in block) <= _FEW:
                    yield name, list(block)


def _told(block: Sequence[Piece], label: str) -> Iterator[tuple[str, str, str]]:
    """The words before each link but the label, its address, spelt as its words spell it, and these."""
    words = address = shown = ""
    for piece in block:
        if piece.kind == "text" and address:
            shown += piece.value
        elif piece.kind == "text":
            for text, bare in _parted(piece.value):
                words = (words + text).removeprefix(label).lstrip()
                if bare:
                    yield words, bare, bare
                    words = ""
        elif piece.value == "cite":
            words += "“" if piece.kind == "open" else "”"
        elif piece.kind == "open" and WEB.match(piece.attribute):
            address = piece.attribute
        elif piece.kind == "close" and piece.value == "a" and address:
            yield words, shown if web_address(shown) == web_address(address) else address, shown
            words = address = shown = ""
    yield words.rstrip(" ↑"), "", ""


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The words before each address that stands in a text as it is, and the address; then the rest."""
    start = 0
    for match in _BARE.finditer(text):
        yield text[start : match.start()], match[0]
        start = match.end()
    yield re.sub(r"\s+", " ", text[start:]), ""


def _end(pieces: Sequence[Piece], at: int) -> int:
    """Where the link closes that opens there."""
    return next((end for end in range(at, len(pieces)) if (pieces[end].kind, pieces[end].value) == ("close", "a")), at)


def _emptied(block: Sequence[Piece]) -> str:
    """The words of the pieces, which they no longer have."""
    said = ""
    for piece in block:
        if piece.kind == "text":
            said, piece.value = said + piece.value, ""
        piece.attribute = ""
    return " ".join(said.split())


def _strip_before(pieces: Sequence[Piece], at: int) -> None:
    """Take the blank away that parted a text from what referred to a note."""
    before = next((one for one in reversed(pieces[max(0, at - 3) : at]) if one.kind == "text"), None)
    if before is not None:
        before.value = before.value.rstrip(" \t\u00a0")
