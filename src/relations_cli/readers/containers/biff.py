"""How many cells the sheets of an old workbook stand for (MS-XLS): the library makes all between the outermost."""

import struct
from collections.abc import Iterator
from typing import Final

_END, _LOCKED, _DIMENSIONS, _SHEET, _TEXTS = 0x0A, 0x2F, 0x0200, 0x85, 0xFC
_CELLS: Final = frozenset((0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
"""Records that begin with a row and a column (2.3)."""
_SEVERAL: Final = frozenset((0xBD, 0xBE))
"""Of these, those that end with their last column."""
_LEAST_TEXT: Final = 3
"""Bytes of a text that is shared (2.5.293)."""
_MOST: Final = 1 << 24
"""Cells of a sheet in this form: 65,536 rows of 256."""


def cells_of_stream(stream: bytes) -> int | None:
    """The cells of the largest sheet; None: a count is larger than what there is room for, which the library believes.

    Args:
        stream: that of the workbook.
    """
    largest = 0
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:  # what follows is encrypted, and the library says so
            return 0
        if kind == _TEXTS and _number(body, 4) * _LEAST_TEXT > len(stream):
            return None
        if kind == _SHEET:
            cells = _cells(stream, _number(body, 0))
            if cells is None:
                return None
            largest = max(largest, cells)
    return largest


def _cells(stream: bytes, start: int) -> int | None:
    rows, columns = [], []
    for kind, body in _records(stream, start):
        if kind == _DIMENSIONS and not _are_dimensions(body):
            return None
        if kind in _CELLS and len(body) >= 4:  # noqa: PLR2004 -- two numbers of two bytes
            row, column = struct.unpack_from("<2H", body)
            rows.append(row)
            columns += [column, *(struct.unpack("<H", body[-2:]) if kind in _SEVERAL else ())]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if rows else 0


def _are_dimensions(body: bytes) -> bool:
    """Whether the first and the last row and column are in order, and no more cells between than a sheet has."""
    try:
        first, last, left, right = struct.unpack_from("<4H" if len(body) < 14 else "<2I2H", body)  # noqa: PLR2004
    except struct.error:
        return True  # the library refuses it
    return bool(first <= last and left <= right and (last - first) * (right - left) <= _MOST)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, from a place to its end."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _number(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 4], "little")
