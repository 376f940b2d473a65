"""The composed nodes of YAML as values, and where each stands."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from relations_cli.escaping import quoted
from relations_cli.limits import Budget, lifted_by
from relations_cli.readers.located.places import Path
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

Node = Any
"""A composed node of PyYAML, whose types leave out the name of its kind."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_CHARACTERS_A_VALUE = 100
"""What a scalar is long beyond them counts as more values."""


class YamlPlaces:
    """The values of composed nodes, and where they stand."""

    def __init__(
        self, nodes: Sequence[Node], reading: Reading, first_line: int, length: int, *, numbers: bool = False
    ) -> None:
        """Read nothing yet of a file of that length in bytes, as it lies there; numbers are texts, unless asked for."""
        self._scalar = _with_numbers if numbers else _scalar
        self._length = length
        self._nodes = nodes
        self._reading = reading
        self._first_line = first_line
        self._most = reading.limits.aliased + length
        self._aliased = Budget(self._most)
        self._values: dict[int, tuple[Any, int]] = {}
        self._open: set[int] = set()
        self._keys: dict[int, dict[str, Node]] = {}

    def document(self) -> Any:  # noqa: ANN401 -- any YAML
        """The value of the only document, or a list of those of several; None where there is nothing.

        Raises:
            RecursionError: it is nested too deep.
        """
        values = [self.value(node) for node in self._nodes]
        return values[0] if len(values) == 1 else values or None

    def typed(self) -> Any:  # noqa: ANN401 -- any YAML
        """The same document, in which what is plain and a number in JSON is one."""
        places = YamlPlaces(self._nodes, self._reading, self._first_line, self._length, numbers=True)
        return places.document()

    def locate(self, path: Path) -> Position | None:
        """Line and column of a value, or of what should hold it."""
        nodes: Any = self._nodes
        node = nodes[0] if len(nodes) == 1 else nodes[path[0]] if path else nodes[0]
        for step in path if len(nodes) == 1 else path[1:]:
            if isinstance(node.value, list) and isinstance(step, int) and not isinstance(node.value[0], tuple):
                node = node.value[step]
            elif isinstance(node.value, list):
                node = self._keyed(node).get(str(step), node)
        return self._position(node)

    def _keyed(self, node: Node) -> dict[str, Node]:
        """The values of a mapping by their keys, made once: entries are often asked for one by one."""
        if id(node) not in self._keys:
            self._keys[id(node)] = {str(key.value): value for key, value in reversed(node.value)}
        return self._keys[id(node)]

    def _position(self, node: Node) -> Position:
        return node.start_mark.line + self._first_line, node.start_mark.column + 1

    def value(self, node: Node) -> Any:  # noqa: ANN401 -- any YAML
        """The value of a node."""
        return self._valued(node)[0]

    def _valued(self, node: Node) -> tuple[Any, int]:
        """The value of a node, and how many values that is."""
        known = self._values.get(id(node))
        if known is not None:
            self._repeat(known[1], node)
            return known
        if id(node) in self._open:
            self._reading.refuse("a value that holds itself", self._position(node))
        self._open.add(id(node))
        valued: tuple[Any, int] = self._composed(node)
        self._open.discard(id(node))
        self._values[id(node)] = valued
        return valued

    def _repeat(self, size: int, node: Node) -> None:
        """Count what an alias or a merge key says again: a few lines can stand for billions of values."""
        if not self._aliased.take(size):
            what = f"its aliases and merge keys stand for more than {self._most:,} values"
            self._reading.refuse(what, self._position(node), why=lifted_by())

    def _composed(self, node: Node) -> tuple[Any, int]:
        if node.id == "mapping":
            return self._mapping(node)
        if node.id == "sequence":
            parts = [self._valued(item) for item in node.value]
            return [part for part, _ in parts], 1 + sum(size for _, size in parts)
        return self._scalar(node), 1 + len(node.value) // _CHARACTERS_A_VALUE

    def _mapping(self, node: Node) -> tuple[dict[str, Any], int]:
        mapping: dict[str, Any] = {}
        own: set[str] = set()
        size = 1
        for key, item in node.value:
            name = str(key.value) if key.id == "scalar" else None
            if name is None:
                self._reading.refuse("a key that is no text", self._position(key))
            if name == "<<" and key.tag == "tag:yaml.org,2002:merge":
                size += self._merge(item, mapping)
                continue
            if name in own:
                self._reading.refuse(f"the key {quoted(name)} stands twice", self._position(key))
            own.add(name)
            mapping[name], part = self._valued(item)
            size += part
        return mapping, size

    def _merge(self, item: Node, mapping: dict[str, Any]) -> int:
        """What a merge key (``<<``) brings, which gives way to the map's own keys; how many values that is."""
        brought = 0
        for source in item.value if item.id == "sequence" else [item]:
            value, size = self._valued(source)
            self._repeat(size, source)
            brought += size
            for name, one in (value if isinstance(value, dict) else {}).items():
                mapping.setdefault(name, one)
        return brought


def _scalar(node: Node) -> str | int | float | bool | None:
    kind = node.tag.rpartition(":")[2]
    text = str(node.value)
    if kind == "null":
        return None
    if kind == "bool" and text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    return text


def _with_numbers(node: Node) -> str | int | float | bool | None:
    text = _scalar(node)
    if not isinstance(text, str) or node.style or not _NUMBER.fullmatch(text):
        return text
    try:
        number: int | float = msgspec.json.decode(text)
    except msgspec.DecodeError:  # out of range
        return text
    return number
