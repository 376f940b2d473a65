"""Where each value of a JSON document stands: decoders do not tell."""

import re
from collections.abc import Callable
from json import JSONDecoder
from math import isinf
from typing import Any, NamedTuple

from relations_cli.readers.located.positions import Position

Path = tuple[str | int, ...]
"""The way to a value from the top of a document: keys of objects and places in arrays, from 0."""
Locate = Callable[[Path], Position | None]
"""The line and column of a value."""

_BLANK = re.compile(r"[ \t\n\r]*")
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_HALF = re.compile("[\ud800-\udfff]")


def place_text(path: Path) -> str:
    """A way as people and ``jq`` read it: ``$.events[3].date``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def path_of(place: str) -> Path:
    """The way that ``$.events[3].date`` names, as far as msgspec knows it: a key of an object is ``[...]``."""
    steps = re.findall(r"\.([^.\[\]]+)|\[(\d+)\]|(\[\.\.\.\])", place)
    path: list[str | int] = []
    for key, index, unknown in steps:
        if unknown:
            break
        path.append(int(index) if index else key)
    return tuple(path)


class Place(NamedTuple):
    """Something in a document that is wrong."""

    offset: int
    reason: str
    path: Path


class Places:
    """The values of a document that Python's decoder takes, and where they and their keys stand, in characters.

    ``duplicates`` are keys that their object has already had; ``faults`` what that decoder takes and JSON has not, or
    no decoder has to take (RFC 8259, sections 6 and 8.2): NaN, numbers that are out of range, half a surrogate pair.
    """

    def __init__(self, text: str, *, whole: bool = True) -> None:
        """Read the document once; where it is not whole, as far as it goes."""
        self.value: Any = None
        """What Python's decoder makes of it, but for what is out of range or half a pair."""
        self.values: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.duplicates: list[Place] = []
        self.faults: list[Place] = []
        self._text = text
        self._decode = JSONDecoder(parse_int=_whole).raw_decode
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        try:
            self.value, _ = self._value((), self._blank(0))
        except (ValueError, IndexError, TypeError):
            if whole:
                raise

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset."""
        from bisect import bisect_right

        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def offset(self, path: Path, *, at_key: bool = False) -> int:
        """Where the value, or its key, stands; where it is missing, what should hold it."""
        while path and path not in self.values:
            path, at_key = path[:-1], False
        return self.keys[path] if at_key and path in self.keys else self.values[path]

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _value(self, path: Path, at: int) -> tuple[Any, int]:
        """The value at an offset, noted with everything in it, and the offset behind it."""
        self.values[path] = at
        opening = self._text[at]
        if opening == "{":
            return self._object(path, at)
        if opening == "[":
            return self._array(path, at)
        value, end = self._decode(self._text, at)
        if self._text.startswith(_CONSTANTS, at):
            self.faults.append(Place(at, "NaN and Infinity are no JSON", path))
        elif value is None and opening != "n":
            self.faults.append(Place(at, "integer value out of range", path))
            value = 0
        elif isinstance(value, float) and isinf(value):
            self.faults.append(Place(at, "number out of range", path))
        elif isinstance(value, str):
            value = self._paired(value, path, at)
        return value, end

    def _paired(self, text: str, path: Path, at: int) -> str:
        if text.isprintable():
            return text
        half = _HALF.search(text)
        if half:
            reason = f"no valid JSON: \\u{ord(half[0]):04x} is half of a surrogate pair"
            self.faults.append(Place(at, reason, path))
        return _HALF.sub("\ufffd", text)

    def _array(self, path: Path, at: int) -> tuple[list[Any], int]:
        array: list[Any] = []
        at = self._blank(at + 1)
        while self._text[at] != "]":
            if self._text[at] == ",":
                at = self._blank(at + 1)
            value, at = self._value((*path, len(array)), at)
            array.append(value)
            at = self._blank(at)
        return array, at + 1

    def _object(self, path: Path, at: int) -> tuple[dict[str, Any], int]:
        at = self._blank(at + 1)
        found: dict[str, Any] = {}
        while self._text[at] != "}":
            if self._text[at] == ",":
                at = self._blank(at + 1)
            key, colon = self._decode(self._text, at)
            if not isinstance(key, str):
                raise TypeError
            key = self._paired(key, (*path, key), at)
            inner = (*path, key)
            if key in found:
                self.duplicates.append(Place(at, "the key stands twice; the last one counts", inner))
            self.keys[inner] = at
            value, at = self._value(inner, self._blank(self._blank(colon) + 1))
            found[key] = value
            at = self._blank(at)
        return found, at + 1


def _whole(digits: str) -> int | None:
    try:
        return int(digits)
    except ValueError:  # more digits than Python converts (sys.set_int_max_str_digits)
        return None
