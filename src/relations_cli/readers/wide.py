"""UTF-16 that no mark names: told by how a text looks as it, and as what it would be otherwise."""

import codecs
import re
import unicodedata
from typing import Final

_SAMPLE: Final = 1 << 16
_FEWEST: Final = 4
"""So many characters of ASCII or Latin-1 are the least evidence: each has a byte 0 on the same side."""
_FEWER: Final = 2
"""How many times more characters must have their byte 0 on the one side than on the other."""
_LEAST_SHARE: Final = 20
"""One in so many characters of a text in another script is still of ASCII: a space, a digit, a delimiter."""
_PAIRS: Final = 5
"""Half of the small kana look like two letters of ASCII, hence so many pairs for each byte 0."""
_ODD: Final = 50
"""One in so many characters may be no character at all: a pictogram of a private font, a control."""
_SPACES: Final = "\t\n\v\f\r\x1b\x85"
_CONTROLS: Final = bytes(code for code in range(32) if chr(code) not in _SPACES)
_PAIR: Final = re.compile(rb"[\t\n\r -~]{2}")


def wide_encoding(data: bytes) -> str | None:
    """The form of UTF-16 that the bytes are in; None where they are in none, or are too few to tell."""
    sample = data[:_SAMPLE]
    little, big = sample[::2], sample[1::2]
    after, before = _beside(little, big), _beside(big, little)
    encoding, zeros = ("utf-16-le", big.count(0)) if len(after) > len(before) else ("utf-16-be", little.count(0))
    units = len(sample) // 2
    # On the other side a zero is in 一, an ideographic space and the like: often, perhaps, but of few kinds
    is_one_sided = max(len(after), len(before)) >= _FEWER * min(len(after), len(before))
    is_evident = zeros >= max(_FEWEST, units / _LEAST_SHARE) and is_one_sided
    if not is_evident or not _is_text(sample, encoding):
        return None
    if is_plain(sample.replace(b"\0", b"")):
        # As UTF-8 it is a text with zeros in it. Few characters of UTF-16 consist of two that ASCII has: each of them
        # outweighs three zeros on the right side.
        return encoding if zeros >= _FEWEST + 3 * (units - little.count(0) - big.count(0)) else None
    pairs = sum(_PAIR.match(sample, at) is not None for at in range(0, len(sample) - 1, 2))
    return encoding if _PAIRS * zeros >= pairs else None


def _beside(these: bytes, others: bytes) -> set[int]:
    """Which of these bytes stand beside a 0."""
    return {this for this, other in zip(these, others, strict=False) if not other} - {0}


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
    """Whether nearly all of what the bytes are decoded to are characters."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    odd = sum(unicodedata.category(char) in {"Cc", "Cn", "Co"} and char not in _SPACES for char in text)
    return (odd + text.count("\ufffd")) * _ODD <= len(text)
