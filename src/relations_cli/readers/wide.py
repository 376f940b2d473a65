"""UTF-16 that no mark names: told by how a text looks as it, and as what it would be otherwise."""

import codecs
import re
import unicodedata
from typing import Final

_SAMPLE: Final = 1 << 16
_FEWEST: Final = 4
"""So many characters of ASCII or Latin-1 are the least evidence: each has a byte 0 on the same side."""
_LEAST_SHARE: Final = 20
"""One in so many characters of a text in another script is still of ASCII: a space, a digit, a delimiter."""
_PAIRS: Final = 5
"""Half of the small kana look like two letters of ASCII, hence so many pairs for each byte 0."""
_ODD: Final = 50
"""One in so many characters may be no character at all: a pictogram of a private font, a control."""
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_PAIR: Final = re.compile(rb"[\t\n\r -~]{2}")


def wide_encoding(data: bytes) -> str | None:
    """The form of UTF-16 that the bytes are in; None where they are in none, or are too few to tell."""
    sample = data[:_SAMPLE]
    high, low = sample[1::2].count(0), sample[::2].count(0)
    encoding, zeros, others = ("utf-16-le", high, low) if high > low else ("utf-16-be", low, high)
    units = len(sample) // 2
    # A zero on the other side is 一, an ideographic space and the like: rare beside spaces, digits and delimiters
    if zeros < max(_FEWEST, _FEWEST * others, units / _LEAST_SHARE) or not _is_text(sample, encoding):
        return None
    if is_plain(sample.replace(b"\0", b"")):
        # As UTF-8 it is a text with zeros in it. Few characters of UTF-16 consist of two that ASCII has: each of them
        # outweighs three zeros on the right side.
        return encoding if zeros >= _FEWEST + 3 * (units - zeros) else None
    pairs = sum(_PAIR.match(sample, at) is not None for at in range(0, len(sample) - 1, 2))
    return encoding if _PAIRS * zeros >= pairs else None


def is_plain(data: bytes) -> bool:
    """Whether bytes are UTF-8, but for a character that the end cuts, without controls that no text has."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return controls(data) == 0


def controls(data: bytes) -> int:
    """How many bytes are controls that a text does not have, 0 among them."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether the bytes can be decoded, and nearly all of what comes out are characters."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    odd = sum(unicodedata.category(char) in {"Cc", "Cn", "Co"} and char not in "\t\n\v\f\r\x1b\x85" for char in text)
    return odd * _ODD <= len(text)
