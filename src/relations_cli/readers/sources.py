"""The bytes of a file, of standard input or of a device, as many as there may be."""

import os
import stat
from typing import BinaryIO, Final

from relations_cli.errors import DataError
from relations_cli.limits import Limits, lifted_by
from relations_cli.readers.containers.kind import SQLITE

NO_TEXT: Final = "is no text, but binary data: give a chronology"
_PIECE: Final = 1 << 20
_SAMPLE: Final = 1 << 16
_TEXT: Final = 10
"""At least one in so many bytes of a long text is no NUL, whatever its encoding."""


def all_of(source: BinaryIO, name: str, limits: Limits) -> bytes:
    """All bytes of an open file; of what is no plain file no more than the limits allow.

    Raises:
        DataError: it holds more, or begins with nothing but NULs, as a device without an end may.
    """
    first = source.read(_PIECE)
    may_be_empty = first.startswith(SQLITE)  # of a database with few rows most bytes are NULs
    if len(first) > _SAMPLE and not may_be_empty and (len(first) - first.count(0)) * _TEXT < len(first):
        raise DataError(NO_TEXT, file=name)
    pieces, room = [first], limits.stream - len(first)
    if _is_plain(source):
        return first + rest if (rest := source.read()) else first
    while piece := source.read(_PIECE):
        room -= len(piece)
        if room < 0:
            raise DataError(f"gives more than {limits.stream >> 20:,} MB: {lifted_by()}", file=name)
        pieces.append(piece)
    return b"".join(pieces)


def _is_plain(source: BinaryIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(source.fileno()).st_mode)
    except (OSError, ValueError):  # what a program gives for standard input
        return False
