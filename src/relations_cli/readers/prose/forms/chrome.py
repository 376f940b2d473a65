"""What of a page is its article: elements that are around it go, the one that calls itself the main text stays."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice
from typing import Final

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.forms.elements import Walk, words
from relations_cli.readers.prose.forms.marks import is_date
from relations_cli.readers.prose.forms.tree import Piece, Whereabouts
from relations_cli.readers.prose.opening import STRONG, opening_of
from relations_cli.readers.prose.publication import why_no_entry

_FEW_PIECES: Final = 12  # of an element that holds only a date
_GONE: Final = Piece("gone", "")


def without_chrome(pieces: Sequence[Piece]) -> tuple[list[Piece], list[range]]:
    """The pieces, gaps in place of the elements that are around the article, and where these are.

    What an element is called, or its tag, counts for nothing against a dated entry in it, but for menus and comments;
    where all the entries are in such elements, these count for nothing as well.
    """
    bare, never = _parted(pieces, lambda piece, _: piece.chrome == "always")
    sizes = _sizes(bare)
    has_margin = sum(map(partial(_holds_only_date, bare), range(len(bare)))) > 1  # of dates
    next_entry = -1

    def is_empty(index: int, end: int) -> bool:
        nonlocal next_entry
        if next_entry < index:
            next_entry = next(_entries(bare, range(index, end)), end)
        return next_entry >= end

    def is_around(piece: Piece, index: int) -> bool:
        if piece.chrome == "always":
            return True
        if has_margin and _holds_only_date(bare, index):
            return False
        is_small = (sizes[piece.end] - sizes[index]) * 2 < sizes[-1]
        return (is_small or piece.chrome == "soft") and (piece.chrome == "stubborn" or is_empty(index, piece.end))

    kept, around = _parted(pieces, is_around)
    whole = range(len(pieces))
    has_none_left = next(_entries(kept, whole), -1) < 0 <= next(_entries(bare, whole), -1)
    return (bare, never) if has_none_left else (kept, around)


def _parted(pieces: Sequence[Piece], is_around: Callable[[Piece, int], bool]) -> tuple[list[Piece], list[range]]:
    kept, around, end = list(pieces), list[range](), 0
    for index, piece in enumerate(pieces):
        if index >= end and piece.chrome and is_around(piece, index):
            end = piece.end + 1
            kept[index:end] = [_GONE] * (end - index)
            around.append(range(index, end))
    return kept, around


def _holds_only_date(pieces: Sequence[Piece], index: int) -> bool:
    """Whether an element stands aside with the date of what is behind it."""
    piece = pieces[index]
    if piece.value != "aside" or piece.kind != "open" or piece.end - index > _FEW_PIECES:
        return False
    return is_date(words(one.value for one in pieces[index : piece.end] if one.kind == "text"))


def _sizes(pieces: Sequence[Piece]) -> list[int]:
    """Before each piece, and behind the last, how many characters of text there were."""
    return list(accumulate([len(piece.value) if piece.kind == "text" else 0 for piece in pieces], initial=0))


def _entries(pieces: Sequence[Piece], span: range) -> Iterator[int]:
    """Where in a part of the page a block begins that begins with a date and goes on with words that are no link."""
    walk = Walk(Whereabouts(""))
    return (walk.began for block in walk.blocks(pieces, span) if _is_entry(block))


def _is_entry(block: Block) -> bool:
    opening = None if block.is_link else opening_of(block.text)
    if opening is None or opening.separator not in STRONG or not opening.text:
        return False
    return why_no_entry(block, opening) is None


def main_of(pieces: Sequence[Piece]) -> range:
    """Where the smallest element lies that calls itself the main text and has half of text and entries."""
    sizes, whole = _sizes(pieces), range(len(pieces))
    spans = [range(index, piece.end + 1) for index, piece in enumerate(pieces) if piece.is_main]
    named = [(sizes[span.stop] - sizes[span.start], span) for span in spans]
    large = [span for size, span in sorted(named, key=lambda one: one[0]) if size * 2 >= sizes[-1]]
    if not large:
        return whole
    before, behind = range(large[0].start), range(large[0].stop, len(pieces))
    outside = [*_entries(pieces, before), *_entries(pieces, behind)]
    inside = islice(_entries(pieces, large[0]), len(outside))  # as many are half of all
    found = sorted((*outside, *inside))
    return next((span for span in large if _within(found, span) * 2 >= len(found)), whole)


def _within(places: Sequence[int], span: range) -> int:
    """How many of the places, in order, lie in a part."""
    return bisect_left(places, span.stop) - bisect_left(places, span.start)
