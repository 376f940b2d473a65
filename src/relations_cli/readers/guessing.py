"""Which encoding a text has that is not UTF-8, as its letters tell."""

import re
from typing import Final

from relations_cli.errors import parameter
from relations_cli.readers.located.positions import in_bytes
from relations_cli.readers.reading import Reading

_SAMPLE: Final = 1 << 16
_WESTERN = "cp1252"
_CYRILLIC = "cp1251"
_AS_LIKELY = 0.1
"""How much less coherent a text may be in the Western encoding: the library prefers its rare siblings to it."""


def likely_encoding(data: bytes, at: int, reading: Reading) -> str:
    """The encoding that a text most likely has, whose byte at a place is not UTF-8.

    Raises:
        DataError: it is UTF-8 in other places, or nothing is likely.
    """
    good, bad = _as_utf_8(data)
    if good >= bad:  # by chance it is so in short texts of two bytes a letter only
        what = f"not UTF-8 (byte 0x{data[at : at + 1].hex()}), as other places are"
        reading.refuse(what, in_bytes(data, at), why=f"mend it, or give {parameter('encoding')}")
    begin = data.rfind(b"\n", 0, at) + 1 if at >= _SAMPLE // 2 else 0
    return _detected(data[begin : begin + _SAMPLE], at - begin, reading)


def _as_utf_8(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are UTF-8, and how often something is not."""
    text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    return len(text) - len(re.sub(r"[^\0-\x7f]+", "", text)) - bad, bad


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
