"""Tables in a document: names and rows apart, or values under each name."""

from collections.abc import Callable
from typing import Any, Final

from relations_cli.readers.documents.datekeys import Found
from relations_cli.readers.documents.evidence import is_entry
from relations_cli.readers.documents.values import json_of
from relations_cli.readers.located.places import Path
from relations_cli.readers.reading import Reading

_NAMES: Final = ("columns", "fields", "headers", "header")
_ROWS: Final = ("data", "rows", "values")


def in_columns(document: dict[Any, Any], reading: Reading) -> Found | None:
    """The rows of a table: of names and rows apart, or of a list or an object of values for each name."""
    names = next((document[key] for key in _NAMES if isinstance(document.get(key), list)), None)
    for key in _ROWS:
        rows = document.get(key)
        if names and isinstance(rows, list) and rows and all(isinstance(row, list) for row in rows):
            return of_rows(names, rows, reading, lambda at, key=key: (key, at))  # type: ignore[misc]
    columns = list(document.values())
    if len(columns) > 1 and all(isinstance(one, dict) for one in columns) and columns[0]:
        if all(one.keys() == columns[0].keys() for one in columns) and not is_entry(columns[0], reading):
            return of_rows(list(document), [[one[key] for one in columns] for key in columns[0]], reading, lambda _: ())
    elif len(columns) > 1 and all(isinstance(one, list) for one in columns) and len(set(map(len, columns))) == 1:
        return of_rows(list(document), [list(row) for row in zip(*columns, strict=True)], reading, lambda _: ())
    return None


def of_rows(names: list[Any], rows: list[Any], reading: Reading, way: Callable[[int], Path]) -> Found | None:
    """The rows under names that have a date and a text."""
    if not all(isinstance(name, str) for name in names) or not is_entry(dict.fromkeys(names), reading):
        return None
    found: Found = []
    for at, row in enumerate(rows):
        if not isinstance(row, list) or len(row) > len(names):
            reading.skip(f"row {at + 1} has more values than the {len(names)} names", says=json_of(row))
        else:
            found.append((way(at), dict(zip(names, row, strict=False))))
    return found
