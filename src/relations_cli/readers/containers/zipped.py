"""What a zip archive holds, within bounds: what it says of its lengths is not believed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from relations_cli.limits import Budget, lifted_by
from relations_cli.readers.reading import Reading

_PIECE: Final = 1 << 16


def members(data: bytes, reading: Reading) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file in an archive, in its order.

    Raises:
        DataError: it is broken or locked, or holds more than its length allows (``limits.packed``).
    """
    room = max(reading.limits.packed_room, len(data) * reading.limits.packed)
    budget = Budget(room)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if not info.filename.endswith("/"):  # what is_dir() asks, which fails where there is no name
                    yield info.filename, _bytes_of(archive, info, budget, room, reading)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        reading.refuse("is no whole zip archive", why="pack it again")
    except NotImplementedError:
        reading.refuse("is packed in a way that is not read", why="pack it with deflate, as zip does")


def _bytes_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, room: int, reading: Reading) -> bytes:
    if info.flag_bits & 1:
        reading.refuse("is locked with a password", why="save it without one")
    unpacked = bytearray()
    with archive.open(info) as file:
        while piece := file.read(_PIECE):
            unpacked += piece
            if not budget.take(len(piece)):
                reading.refuse(f"its {reading.length:,} bytes unpack to more than {room:,}", why=lifted_by())
    return bytes(unpacked)
