"""The text in the bytes of a file: unpacked, decoded, and nothing guessed without a word."""

import codecs
import zlib

from relations_cli.errors import parameter
from relations_cli.escaping import one_line
from relations_cli.limits import lifted_by
from relations_cli.readers.guessing import likely_encoding
from relations_cli.readers.kinds import refuse_other_kinds
from relations_cli.readers.located.positions import Position, in_bytes, in_text
from relations_cli.readers.reading import Reading
from relations_cli.readers.wide import controls, is_plain, wide_encoding

_GZIP = b"\x1f\x8b"
_PIECE = 1 << 14
"""Packed bytes taken at once: what they stand for is 16 MB at most."""
_ZIP = b"PK\x03\x04"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # it begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (_ZIP, *(mark for mark, encoding in _MARKS if encoding != "utf-8"))
_A_FEW = 20
"""Where one byte in so many is a control, it is no text."""
_RARE = 4
"""Where one byte in so many is 0, it is no text with a wrong character in it."""


def unpacked(data: bytes, reading: Reading) -> bytes:
    """The bytes themselves, or what they hold where they are gzip (RFC 1952).

    Raises:
        DataError: the archive is broken, or holds more than its length allows (``limits.packed``).
    """
    if not data.startswith(_GZIP):
        return data
    most = max(reading.limits.packed_room, len(data) * reading.limits.packed)
    unpacked = bytearray()
    packed, at = memoryview(data), 0
    while packed[at : at + 2] == _GZIP:  # members follow each other (section 2.2)
        unpack = zlib.decompressobj(wbits=31)
        while not unpack.eof:
            if at == len(data):
                reading.refuse("the gzip file ends too early", why="get it again")
            try:
                unpacked += unpack.decompress(packed[at : at + _PIECE])
            except zlib.error:
                reading.refuse("is no whole gzip file", why="pack it again")
            if len(unpacked) > most:
                reading.refuse(f"its {len(data):,} bytes unpack to more than {most:,}", why=lifted_by())
            at = min(at + _PIECE, len(data))
        at -= len(unpack.unused_data)
    if data[at:].strip(b"\0"):  # zeros fill up the blocks of a tape
        reading.note("left out", f"{len(data) - at:,} bytes behind the gzip file", why="they are none of it")
    return bytes(unpacked)


def in_utf_8(data: bytes, reading: Reading) -> bytes:
    """The bytes of a text in UTF-8, or themselves where they are in a code that has ASCII's characters where ASCII has.

    All that comes before a reader, such as telling the format, needs no more than ASCII; and JSON is not decoded twice.

    Raises:
        DataError: they are no text, or the encoding of the options does not fit.
    """
    refuse_other_kinds(data, reading.name)
    if reading.options.encoding is None and b"\0" not in data and not data.startswith(_WIDE):
        return data
    return decoded(data, reading).encode()


def decoded(data: bytes, reading: Reading) -> str:
    """The text of the bytes, without a byte order mark.

    UTF-8, or what a mark says, or the encoding of the options; else the most likely one, which is noted.

    Raises:
        DataError: they are no text, or the encoding of the options does not fit.
    """
    text = _decoded(data, reading)
    at = text.find("\0")
    if at >= 0:
        why = "remove it" if reading.options.encoding else f"remove it, or give {parameter('encoding')}"
        reading.refuse("a character 0 (NUL), which no text has", in_text(text, at), why=why)
    return text


def _decoded(data: bytes, reading: Reading) -> str:
    if reading.options.encoding is not None:
        return _decoded_as(data, reading.options.encoding, reading).removeprefix("\ufeff")
    if data.startswith(_ZIP):
        reading.refuse("is a zip archive", why=f"leave out {parameter('reader')}, or unpack it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_as(data[len(mark) :], encoding, reading)
    if b"\0" in data:
        return _with_zeros(data, reading)
    try:
        return data.decode()
    except UnicodeDecodeError as bad:
        return _likely(data, bad.start, reading)


def _decoded_as(data: bytes, encoding: str, reading: Reading) -> str:
    try:
        text = data.decode(encoding)
        text.encode()  # what is none of Unicode's characters, as half a pair of UTF-16, could not be written again
    except LookupError:
        reading.refuse(f"there is no encoding '{one_line(encoding)}'", why="write utf-8, cp1252, utf-16 or the like")
    except (UnicodeError, ValueError) as bad:
        at = bad.start if isinstance(bad, UnicodeDecodeError) else 0
        what = f"not {one_line(encoding)} (byte 0x{data[at : at + 1].hex()})"
        reading.refuse(what, _position(data, at, encoding), why=f"give {parameter('encoding')}")
    return text


def _position(data: bytes, at: int, encoding: str) -> Position:
    """Line and column of a byte; in UTF-16 and UTF-32 a byte such as a line feed may be half a letter."""
    if encoding.lower().startswith(("utf-16", "utf16", "utf_16", "utf-32", "utf32", "utf_32")):
        text = data[:at].decode(encoding, "ignore")
        return in_text(text, len(text))
    return in_bytes(data, at, encoding)


def _with_zeros(data: bytes, reading: Reading) -> str:
    """The text of bytes with zeros among them: UTF-16, or a text of one byte a character with a wrong one in it.

    Raises:
        DataError: it is neither.
    """
    encoding = wide_encoding(data)
    if encoding is not None:
        reading.note("inferred", f"read as {encoding}")
        return _decoded_as(data, encoding, reading)
    zeros = data.count(0)
    if is_plain(data.replace(b"\0", b"")) and zeros * _RARE < len(data):
        return data.decode(errors="replace")
    if controls(data) * _A_FEW > len(data):
        why = f"give a chronology, or the {parameter('encoding')} of this one"
        reading.refuse("is no text, but binary data", why=why)
    return data.decode("latin-1")


def _likely(data: bytes, at: int, reading: Reading) -> str:
    """The text in the encoding that it most likely has.

    Raises:
        DataError: none is likely.
    """
    encoding = likely_encoding(data, at, reading)
    text = _decoded_as(data, encoding, reading)
    if text.count("\n") != data.count(b"\n"):  # it has not even ASCII's characters where ASCII has them
        reading.refuse("its encoding cannot be told", in_bytes(data, at), why=f"give {parameter('encoding')}")
    reading.note("inferred", f"read as {encoding}, since it is not UTF-8", in_bytes(data, at))
    return text
