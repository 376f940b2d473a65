"""How many cells a sheet of a binary workbook (MS-XLSB) stands for: the library makes all between the outermost."""

import struct
from collections.abc import Iterator
from typing import Final

_ROW, _LAST_CELL, _DIMENSIONS, _SHEET, _SHEET_ENDS, _TEXTS = 0x00, 0x0B, 0x94, 0x91, 0x92, 0x9F
"""A row, the last kind of a cell; the outermost cells; where cells begin and end; how many texts are shared (2.3.2)."""
_ROWS, _COLUMNS = 1 << 20, 1 << 14
_LEAST_TEXT: Final = 7
"""Bytes of a text that is shared, with those that say so (2.4.875)."""
_LONGEST_NUMBER: Final = 4
"""Bytes of a length (2.1.4)."""


def cells_of_binary(part: bytes) -> int | None:
    """The cells of a sheet; 0: the part is none; None: a row, a column or a count is none that there can be.

    Args:
        part: of a workbook, in its form.
    """
    tallest = widest = 0
    is_within = False
    for kind, body in _records(part):
        if (kind == _TEXTS and _number(body, 4) * _LEAST_TEXT > len(part)) or (
            kind == _DIMENSIONS and not _are_dimensions(body)
        ):
            return None
        is_within = kind == _SHEET or (is_within and kind != _SHEET_ENDS)
        if is_within and kind <= _LAST_CELL:
            number = _number(body, 0)
            if number >= (_ROWS if kind == _ROW else _COLUMNS):
                return None
            tallest = max(tallest, number + 1) if kind == _ROW else tallest
            widest = max(widest, number + 1) if kind != _ROW else widest
    return tallest * widest


def _are_dimensions(body: bytes) -> bool:
    """Whether the first and the last row and column are in order, and within a sheet."""
    try:
        first, last, left, right = struct.unpack_from("<4I", body)
    except struct.error:
        return False
    return bool(first <= last < _ROWS and left <= right < _COLUMNS)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part, to its end or to where they end."""
    at = 0
    while at < len(part):
        kind = part[at]
        at += 1
        if kind & 0x80 and at < len(part):
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = 0
        for place in range(_LONGEST_NUMBER):
            if at >= len(part):
                return
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << 7 * place
            if not byte & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _number(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 4], "little")
