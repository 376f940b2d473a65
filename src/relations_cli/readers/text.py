"""The text in the bytes of a file: unpacked, decoded, and nothing guessed without a word."""

import codecs
import re
import zlib

from relations_cli.errors import parameter
from relations_cli.escaping import one_line
from relations_cli.limits import lifted_by
from relations_cli.readers.located.positions import in_bytes
from relations_cli.readers.reading import Reading

_GZIP = b"\x1f\x8b"
_PIECE = 1 << 14
"""Packed bytes taken at once: what they stand for is 16 MB at most."""
_SAMPLE = 1 << 16
_ZIP = b"PK\x03\x04"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # it begins as UTF-16 does
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = "cp1252"
_CYRILLIC = "cp1251"
_A_FEW = 20
"""One in so many characters of a text in another script is still of ASCII: a space, a digit, a delimiter."""
_AS_LIKELY = 0.1
"""How much less coherent a text may be in the Western encoding: the library prefers its rare siblings to it."""


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
    return bytes(unpacked)


def decoded(data: bytes, reading: Reading) -> str:
    """The text of the bytes, without a byte order mark.

    UTF-8, or what a mark says, or the encoding of the options; else the most likely one, which is noted.

    Raises:
        DataError: they are no text, or the encoding of the options does not fit.
    """
    if reading.options.encoding is not None:
        return _decoded_as(data, reading.options.encoding, reading).removeprefix("\ufeff")
    if data.startswith(_ZIP):
        reading.refuse("is a spreadsheet or another zip archive", why="save the sheet as csv")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_as(data[len(mark) :], encoding, reading)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as bad:
        return _likely(data, bad.start, reading)
    if "\0" in text[:_SAMPLE]:
        return _likely(data, data.index(0), reading)
    return text


def _decoded_as(data: bytes, encoding: str, reading: Reading) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        reading.refuse(f"there is no encoding '{one_line(encoding)}'", why="write utf-8, cp1252, utf-16 or the like")
    except (UnicodeError, ValueError) as bad:
        at = getattr(bad, "start", 0)
        what = f"not {one_line(encoding)} (byte 0x{data[at : at + 1].hex()})"
        reading.refuse(what, in_bytes(data, at, encoding), why=f"give {parameter('encoding')}")


def _likely(data: bytes, at: int, reading: Reading) -> str:
    """The text in the encoding that it most likely has."""
    high, low = data[1:_SAMPLE:2], data[:_SAMPLE:2]
    for encoding, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if zeros.count(0) > max(len(zeros) // _A_FEW, _A_FEW * others.count(0)):
            reading.note("inferred", f"read as {encoding}")
            return _decoded_as(data, encoding, reading)
    if b"\0" in data[:_SAMPLE]:
        reading.refuse("is no text, but binary data", why="give a chronology")
    encoding = _detected(data[:_SAMPLE], at, reading)
    text = _decoded_as(data, encoding, reading)
    reading.note("inferred", f"read as {encoding}, since it is not UTF-8", in_bytes(data, at))
    return text


def _detected(sample: bytes, at: int, reading: Reading) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        how = f"give {parameter('encoding')}, or pip install 'relations-cli[readers]'"
        reading.refuse(f"not UTF-8 (byte 0x{sample[at : at + 1].hex()})", in_bytes(sample, at), why=how)
    found = from_bytes(sample)
    best = found.best()
    if best is None:
        reading.refuse("its encoding cannot be told", why=f"give {parameter('encoding')}")
    for match in found:
        if _WESTERN in match.could_be_from_charset and match.chaos <= best.chaos:
            return _WESTERN if match.coherence >= best.coherence - _AS_LIKELY else str(best.encoding)
        if _CYRILLIC in match.could_be_from_charset and match.chaos <= best.chaos and _is_cyrillic(sample):
            return _CYRILLIC
    return str(best.encoding)


def _is_cyrillic(sample: bytes) -> bool:
    """Whether capitals begin words, as they do not where the same bytes are points of Hebrew or letters of Greek."""
    text = sample.decode(_CYRILLIC, "replace")
    return re.search("(?<![\u0400-\u04ff])[\u0410-\u042f][\u0430-\u044f]{2}", text) is not None
