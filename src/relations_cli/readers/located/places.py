"""Where each value of a JSON document stands: decoders do not tell."""

import re
from collections.abc import Callable
from json import JSONDecoder
from typing import NamedTuple

from relations_cli.readers.located.positions import Position

Path = tuple[str | int, ...]
"""The way to a value from the top of a document: keys of objects and places in arrays, from 0."""
Locate = Callable[[Path], Position | None]
"""The line and column of a value."""

_BLANK = re.compile(r"[ \t\n\r]*")
_CONSTANTS = ("NaN", "Infinity", "-Infinity")


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


class Duplicate(NamedTuple):
    """A key that its object has already had."""

    path: Path
    offset: int


class Places:
    """The offsets, in characters, of the values and keys of a document that is valid JSON.

    ``duplicates`` are keys given twice, ``constants`` the values NaN and Infinity, which Python's decoder takes and
    JSON (RFC 8259, section 6) does not have.
    """

    def __init__(self, text: str) -> None:
        """Read the document once."""
        self.values: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.duplicates: list[Duplicate] = []
        self.constants: list[Path] = []
        self._text = text
        self._decode = JSONDecoder().raw_decode
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._value((), self._blank(0))

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

    def _value(self, path: Path, at: int) -> int:
        """Note the value at an offset and everything in it; the offset behind it."""
        self.values[path] = at
        opening = self._text[at]
        if opening == "{":
            return self._object(path, at)
        if opening == "[":
            return self._array(path, at)
        if self._text.startswith(_CONSTANTS, at):
            self.constants.append(path)
        return self._decode(self._text, at)[1]

    def _array(self, path: Path, at: int) -> int:
        at, index = self._blank(at + 1), 0
        while self._text[at] != "]":
            if self._text[at] == ",":
                at = self._blank(at + 1)
            at, index = self._blank(self._value((*path, index), at)), index + 1
        return at + 1

    def _object(self, path: Path, at: int) -> int:
        at = self._blank(at + 1)
        seen: set[str] = set()
        while self._text[at] != "}":
            if self._text[at] == ",":
                at = self._blank(at + 1)
            key, colon = self._decode(self._text, at)
            inner = (*path, key)
            if key in seen:
                self.duplicates.append(Duplicate(inner, at))
            seen.add(key)
            self.keys[inner] = at
            at = self._blank(self._value(inner, self._blank(self._blank(colon) + 1)))
        return at + 1
