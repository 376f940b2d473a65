"""What of a page is its article: elements that are around it go, the one that calls itself the main text stays."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.forms.marks import with_tab
from relations_cli.readers.prose.forms.pieces import PARTS, SEAMS, Piece
from relations_cli.readers.prose.opening import STRONG
from relations_cli.readers.prose.openings import opening_of
from relations_cli.readers.prose.publication import why_no_entry

_LOOKED_AT: Final = 160
_MOST_PIECES: Final = 12


def without_chrome(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Sequence[Piece]]]:
    """The pieces without the elements that are around the article, and these, each balanced.

    What an element is called, or its tag, counts for nothing against a dated entry in it, but for menus and comments;
    where all the entries are in such elements, these count for nothing as well.
    """
    entries = list(accumulate(_begins_entry(pieces), initial=0))
    sizes = list(accumulate(_sizes(pieces), initial=0))

    def is_around(index: int) -> bool:
        piece = pieces[index]
        is_small = (sizes[piece.end] - sizes[index]) * 2 < sizes[-1]
        is_empty = entries[piece.end] == entries[index]
        match piece.chrome:
            case "named":
                return is_small and is_empty
            case "stubborn":
                return is_small
            case "soft":
                return is_empty
            case chrome:
                return chrome == "always"

    kept, around = _parted(pieces, is_around)
    if any(_begins_entry(kept)) or not entries[-1]:
        return kept, around
    return _parted(pieces, lambda index: pieces[index].chrome == "always")


def _parted(pieces: Sequence[Piece], is_around: Callable[[int], bool]) -> tuple[list[Piece], list[Sequence[Piece]]]:
    kept: list[Piece] = []
    around: list[Sequence[Piece]] = []
    moved: dict[int, Piece] = {}
    index = size = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == "open":
            if is_around(index):
                around.append(pieces[index : piece.end + 1])
                index = piece.end + 1
                continue
            moved[piece.end] = piece = replace(piece, chrome="", end=0, size=-size)
        elif piece.kind == "close":
            moved[index].end = len(kept)
            moved[index].size += size
        else:
            size += len(piece.value)
        kept.append(piece)
        index += 1
    return kept, around


def _sizes(pieces: Sequence[Piece]) -> Iterator[int]:
    """Of each piece the characters of its text, none of what is never of an article."""
    until = 0
    for index, piece in enumerate(pieces):
        if piece.kind == "open" and piece.chrome in {"always", "soft"}:
            until = max(until, piece.end)
        yield len(piece.value) if piece.kind == "text" and index >= until else 0


def _begins_entry(pieces: Sequence[Piece]) -> Iterator[bool]:
    """Of each piece whether it begins a block that begins with a date and goes on with words that are no link."""
    until, is_new, is_link = 0, True, False
    for index, piece in enumerate(pieces):
        if piece.kind == "open" and piece.chrome == "always":
            until = max(until, piece.end)
        if piece.kind != "text":
            is_new = is_new or piece.value in PARTS
            is_link = piece.kind == "open" if piece.value == "a" else is_link
            yield False
        elif not piece.value.strip():
            yield False
        else:
            yield is_new and not is_link and index >= until and _is_entry(pieces[index : index + _MOST_PIECES])
            is_new = False


def _is_entry(pieces: Sequence[Piece]) -> bool:
    text, parts = "", 0
    for piece in pieces:
        if len(text) > _LOOKED_AT or (piece.kind == "open" and piece.value in PARTS):
            break
        parts += piece.kind == "open" and piece.value in {"td", "th"}
        text += piece.value if piece.kind == "text" else "\t" if piece.value in {"td", "th"} else ""
        text = with_tab(" ".join(text.split(" "))) if piece.kind == "close" and piece.value in SEAMS else text
        if piece.kind == "open" and piece.value == "a" and opening_of(text) is None and text.strip():
            break
    text = " ".join(text.split(" ")).strip()
    opening = opening_of(text)
    if opening is None or opening.separator not in STRONG or not opening.text:
        return False
    return why_no_entry(Block(line=1, text=text), opening) is None


def main_of(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Where the smallest element begins and ends that calls itself the main text and has half of text and entries."""
    total = sum(len(piece.value) for piece in pieces if piece.kind == "text")
    entries = list(accumulate(_begins_entry(pieces), initial=0))
    named = [
        (piece.size, index)
        for index, piece in enumerate(pieces)
        if piece.is_main and piece.size * 2 >= total and (entries[piece.end] - entries[index]) * 2 >= entries[-1]
    ]
    if not named:
        return 0, len(pieces)
    _, index = min(named)
    return index, pieces[index].end + 1
