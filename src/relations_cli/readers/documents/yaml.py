"""YAML: a list of maps, or a map that holds one; every value is taken as it is written."""

from typing import Any

from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers.documents.nodes import Node, YamlPlaces
from relations_cli.readers.located.faults import TOO_DEEP
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded


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
    if not reading.options.columns:
        from relations_cli.readers.documents.own_yaml import own_chronology

        own = own_chronology(document, places, reading)
        if own is not None:
            return own
    return read_document(document, places.locate, reading)


def parsed(text: str, reading: Reading, first_line: int = 1) -> tuple[Any, "YamlPlaces"]:
    """The value of a YAML text (several documents: a list of them), and where each value in it stands.

    Texts, numbers and dates are texts as they were written, so that ``2020-01-01``, ``yes`` and ``012`` stay what
    they are.

    Raises:
        DataError: it is no YAML, has a key twice, or refers to itself.
    """
    nodes = _composed(text, reading, first_line)
    places = YamlPlaces(nodes, reading, first_line, reading.length or len(text))
    try:
        document = places.document()
    except RecursionError:
        reading.refuse(TOO_DEEP)
    return document, places


def _composed(text: str, reading: Reading, first_line: int) -> list[Node]:
    """The top nodes of the documents in a text.

    Raises:
        DataError: it is no YAML.
    """
    try:
        import yaml
    except ImportError:
        reading.refuse("YAML needs the extra readers", why="pip install 'relations-cli[readers]'")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return list(yaml.compose_all(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        position = None if mark is None else (mark.line + first_line, mark.column + 1)
        why = one_line(error.problem or error.context or "it cannot be read")
        reading.refuse("no valid YAML", position, why=why)
    except yaml.YAMLError as error:
        reading.refuse("no valid YAML", why=one_line(str(error).splitlines()[0]))
    except RecursionError:
        reading.refuse(TOO_DEEP)
