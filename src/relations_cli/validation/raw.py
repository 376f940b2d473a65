"""The objects and texts of a decoded document, each with the way to it; what has another shape is passed over."""

from collections.abc import Iterable, Iterator
from typing import Any

from relations_cli.readers.located.places import Path

Located = tuple[Path, dict[str, Any]]
"""The way to an object, and the object."""


def objects(holder: dict[str, Any], key: str, path: Path = ()) -> Iterator[Located]:
    """The objects of an array."""
    value = holder.get(key)
    for index, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, dict):
            yield (*path, key, index), one


def members(holder: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of an object, by their keys."""
    value = holder.get(key)
    for name, member in (value if isinstance(value, dict) else {}).items():
        if isinstance(member, dict):
            yield name, member


def texts(holder: dict[str, Any], key: str) -> list[tuple[int, str]]:
    """The strings of an array, with their places."""
    value = holder.get(key)
    return [(at, one) for at, one in enumerate(value if isinstance(value, list) else ()) if isinstance(one, str)]


def claims_of(events: Iterable[Located], propositions: dict[str, dict[str, Any]]) -> Iterator[Located]:
    """The claims on events, then those on propositions."""
    for path, event in events:
        yield from objects(event, "claims", path)
    for name, proposition in propositions.items():
        yield from objects(proposition, "claims", ("propositions", name))
