"""Compound files (MS-CFB), the form of old workbooks: whether their chains end, as the library trusts; a stream."""

import struct
from collections.abc import Sequence
from typing import Final

_HEADER: Final = 512
_IN_HEADER: Final = 109
"""Sectors of the allocation table that the header names (MS-CFB 2.2)."""
_ENTRY: Final = 128
"""Bytes of an entry of the directory (2.6.1)."""
_SMALL: Final = 64
"""Bytes of a sector of what is small (2.4)."""
_LARGEST: Final = 0xFFFFFFFA
"""What is no less is no sector but a mark: free, the end of a chain, part of a table (2.1)."""


def has_sound_chains(data: bytes) -> bool:
    """Whether every chain of sectors, of the file and of its small streams, ends within the file."""
    if len(data) < _HEADER:
        return False
    size = 1 << int.from_bytes(data[30:32], "little")
    if size not in (512, 4096):
        return False
    table = _table(data, size)
    if table is None or not _all_end(table):
        return False
    small = _chain(table, int.from_bytes(data[60:64], "little"))
    return _all_end([number for sector in small for number in _numbers(data, sector, size)])


def stream_in(data: bytes, name: str) -> bytes:
    """The stream of that name, as far as the file has it; empty where there is none.

    Args:
        data: a file whose chains are sound.
        name: as the directory has it.
    """
    size = 1 << int.from_bytes(data[30:32], "little")
    table = _table(data, size) or []
    directory = _joined(data, table, int.from_bytes(data[48:52], "little"), size)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    found = next((one for one in entries if one[:64].decode("utf-16-le", "replace").partition("\0")[0] == name), None)
    if found is None:
        return b""
    start, length = (int.from_bytes(found[at : at + 4], "little") for at in (116, 120))
    if length >= int.from_bytes(data[56:60], "little"):
        return _joined(data, table, start, size)[:length]
    held = _joined(data, table, int.from_bytes(entries[0][116:120], "little"), size)
    homes = _chain(table, int.from_bytes(data[60:64], "little"))
    small = [number for sector in homes for number in _numbers(data, sector, size)]
    return b"".join(held[at * _SMALL : (at + 1) * _SMALL] for at in _chain(small, start))[:length]


def _joined(data: bytes, table: Sequence[int], start: int, size: int) -> bytes:
    return b"".join(data[(at + 1) * size : (at + 2) * size] for at in _chain(table, start))


def _numbers(data: bytes, sector: int, size: int) -> Sequence[int]:
    """The numbers in a sector; none where it lies behind the end of the file."""
    at = (sector + 1) * size
    held = data[at : at + size]
    return struct.unpack(f"<{len(held) // 4}I", held[: len(held) // 4 * 4])


def _table(data: bytes, size: int) -> list[int] | None:
    """The next sector of each; None where the list of the table's own sectors has no end."""
    homes = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    more = int.from_bytes(data[68:72], "little")
    seen: set[int] = set()
    while more < _LARGEST:
        numbers = _numbers(data, more, size)
        if more in seen or not numbers:
            return None
        seen.add(more)
        homes += numbers[:-1]
        more = numbers[-1]
    return [number for home in homes if home < _LARGEST for number in _numbers(data, home, size)]


def _chain(table: Sequence[int], sector: int) -> list[int]:
    """The sectors from one on; the table has no circle."""
    chain = []
    while sector < len(table):
        chain.append(sector)
        sector = table[sector]
    return chain


def _all_end(table: Sequence[int]) -> bool:
    """Whether no chain leads into itself."""
    done = [False] * len(table)
    for start in range(len(table)):
        way: set[int] = set()
        at = start
        while at < len(table) and not done[at]:
            if at in way:
                return False
            way.add(at)
            at = table[at]
        for one in way:
            done[one] = True
    return True
