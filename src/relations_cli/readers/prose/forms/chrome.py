"""What of a page is its article: elements that are around it go, the one that calls itself the main text stays."""

from relations_cli.readers.prose.forms.pieces import Piece


def drop_chrome(pieces: list[Piece]) -> None:
    """Take out elements that are chrome by name and hold less than a half of the text."""
    sizes = [0]
    for piece in pieces:
        sizes.append(sizes[-1] + (len(piece.value) if piece.kind == "text" else 0))
    kept: list[Piece] = []
    moved: dict[int, Piece] = {}
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == "open":
            size = sizes[piece.end] - sizes[index]
            if piece.is_chrome and size * 2 < sizes[-1]:
                index = piece.end + 1
                continue
            moved[piece.end] = piece
            piece.size = size
        elif piece.kind == "close":
            moved[index].end = len(kept)
        kept.append(piece)
        index += 1
    pieces[:] = kept


def main_of(pieces: list[Piece]) -> list[Piece]:
    """The pieces of the smallest element that calls itself the main text and holds a half of all of it."""
    total = sum(len(piece.value) for piece in pieces if piece.kind == "text")
    named = [(piece.size, index) for index, piece in enumerate(pieces) if piece.is_main and piece.size * 2 >= total]
    if not named:
        return pieces
    _, index = min(named)
    return pieces[index : pieces[index].end + 1]
