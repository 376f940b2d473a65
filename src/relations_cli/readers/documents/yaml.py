"""YAML: a list of maps, or a map that holds one; every value is taken as it is written."""

from collections.abc import Sequence
from typing import Any

from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.located.places import Path
from relations_cli.readers.located.positions import Position
from relations_cli.readers.located.syntax import TOO_DEEP
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

Node = Any
"""A composed node of PyYAML, whose types leave out the name of its kind."""

LARGEST = 5_000_000
"""Values: what aliases make of more of them is refused, since a few lines can stand for billions."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the entries in a YAML file.

    Raises:
        DataError: it is no YAML, has a key twice, or is no chronology; it says where.
    """
    from relations_cli.readers.documents.document import read_document

    text = decoded(data, reading)
    document, places = parsed(text, reading)
    if document is None:
        reading.refuse("is empty", why="expected a chronology in YAML")
    return read_document(document, places.locate, reading)


def parsed(text: str, reading: Reading, first_line: int = 1) -> tuple[Any, "YamlPlaces"]:
    """The value of a YAML text (several documents: a list of them), and where each value in it stands.

    Texts, numbers and dates are texts as they were written, so that ``2020-01-01``, ``yes`` and ``012`` stay what
    they are.

    Raises:
        DataError: it is no YAML, has a key twice, or refers to itself.
    """
    try:
        import yaml
    except ImportError:
        reading.refuse("YAML needs the extra readers", why="pip install 'relations-cli[readers]'")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        nodes = list(yaml.compose_all(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        position = None if mark is None else (mark.line + first_line, mark.column + 1)
        why = one_line(error.problem or error.context or "it cannot be read")
        reading.refuse("no valid YAML", position, why=why)
    except yaml.YAMLError as error:
        reading.refuse("no valid YAML", why=one_line(str(error).splitlines()[0]))
    except RecursionError:
        reading.refuse(TOO_DEEP)
    places = YamlPlaces(nodes, reading, first_line)
    try:
        values = [places.value(node) for node in nodes]
    except RecursionError:
        reading.refuse(TOO_DEEP)
    return (values[0] if len(values) == 1 else values or None), places


class YamlPlaces:
    """The values of composed nodes, and where they stand."""

    def __init__(self, nodes: Sequence[Node], reading: Reading, first_line: int) -> None:
        """Read nothing yet."""
        self._nodes = nodes
        self._reading = reading
        self._first_line = first_line
        self._values: dict[int, tuple[Any, int]] = {}
        self._open: set[int] = set()
        self._keys: dict[int, dict[str, Node]] = {}

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
            return known
        if id(node) in self._open:
            self._reading.refuse("a value that holds itself", self._position(node))
        self._open.add(id(node))
        valued: tuple[Any, int] = self._composed(node)
        if valued[1] > LARGEST:
            self._reading.refuse(f"its aliases stand for more than {LARGEST:,} values", self._position(node))
        self._open.discard(id(node))
        self._values[id(node)] = valued
        return valued

    def _composed(self, node: Node) -> tuple[Any, int]:
        if node.id == "mapping":
            return self._mapping(node)
        if node.id == "sequence":
            parts = [self._valued(item) for item in node.value]
            return [part for part, _ in parts], 1 + sum(size for _, size in parts)
        return _scalar(node), 1

    def _mapping(self, node: Node) -> tuple[dict[str, Any], int]:
        mapping: dict[str, Any] = {}
        size = 1
        for key, item in node.value:
            name = str(key.value) if key.id == "scalar" else None
            if name is None:
                self._reading.refuse("a key that is no text", self._position(key))
            if name == "<<" and key.tag == "tag:yaml.org,2002:merge":
                self._merge(item, mapping)
                continue
            if name in mapping and not self._is_merged(node, name, key):
                self._reading.refuse(f"the key {quoted(name)} stands twice", self._position(key))
            mapping[name], part = self._valued(item)
            size += part
        return mapping, size

    def _merge(self, item: Node, mapping: dict[str, Any]) -> None:
        """What a merge key (``<<``) brings: it gives way to the map's own keys."""
        for source in item.value if item.id == "sequence" else [item]:
            value = self.value(source)
            for name, one in (value if isinstance(value, dict) else {}).items():
                mapping.setdefault(name, one)

    def _is_merged(self, node: Node, name: str, key: Node) -> bool:
        """Whether the name is in the map so far only because a merge key brought it."""
        return not any(other.value == name and other is not key for other, _ in node.value)


def _scalar(node: Node) -> str | int | float | bool | None:
    kind = node.tag.rpartition(":")[2]
    text = str(node.value)
    if kind == "null":
        return None
    if kind == "bool" and text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    return text
