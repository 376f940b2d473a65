"""What lines say besides their events: of several that name a thing the first counts, as of several files."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from msgspec import Struct, field

from relations_cli.model.facts import VOCABULARIES, Chronology, Event, Vocabulary


class Meanings(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the type and the tags of an event mean, and what its claims measure, as far as the chronology says it."""

    types: dict[str, str] = {}
    tags: dict[str, str] = {}
    measures: dict[str, str] = {}


class Heading(Vocabulary, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a chronology says of itself, and the names that it declares and no event of it uses."""

    order: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Vocabulary: its names in the order of the file, where that of the lines is another and answers depend on it."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Whatever else the file keeps."""


_HEADING: Final = frozenset(one.encode_name for one in msgspec.structs.fields(Heading))
_MEANINGS: Final = frozenset(one.encode_name for one in msgspec.structs.fields(Meanings))


def is_heading(value: object) -> bool:
    """Whether what stands under ``chronology`` can be meant as ours: it has a title, and no key that a Heading has not.

    Others keep something else there, which stays theirs.
    """
    return isinstance(value, dict) and isinstance(value.get("title"), str) and value.keys() <= _HEADING


def are_meanings(value: object) -> bool:
    """Whether what stands under ``meanings`` can be meant as ours: objects, by the names of vocabularies."""
    return (
        isinstance(value, dict)
        and value.keys() <= _MEANINGS
        and all(isinstance(meanings, dict) for meanings in value.values())
    )


class Gathered:
    """The vocabulary of lines while they are read, and what they say of the whole."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, Any]] = {name: {} for name in VOCABULARIES}
        self._headings: list[Heading] = []

    def add(self, vocabulary: str, names: dict[str, Any]) -> None:
        """Take names up with what they stand for."""
        known = self._names[vocabulary]
        for key, value in names.items():
            known.setdefault(key, value)

    def add_all(self, of: Meanings | Heading) -> None:
        """Take meanings up, or keep a heading, whose names come behind those of all lines."""
        if isinstance(of, Heading):
            self._headings.append(of)
        else:
            for name in of.__struct_fields__:
                self.add(name, getattr(of, name))

    def chronology(self, title: str, events: Sequence[Event]) -> Chronology:
        """The chronology of the events; its title is that given, unless a line has another."""
        for one in self._headings:
            for name in VOCABULARIES:
                self.add(name, getattr(one, name))
        said: dict[str, Any] = {name: self._ordered(name) for name in VOCABULARIES}
        said["title"] = " + ".join(dict.fromkeys(one.title for one in self._headings)) or title
        for one in reversed(self._headings):
            said |= {key: value for key in ("description", "license") if (value := getattr(one, key)) is not None}
            said["extra"] = said.get("extra", {}) | one.extra
        updated = {one.updated for one in self._headings}
        return Chronology(**said, updated=updated.pop() if len(updated) == 1 else None, events=tuple(events))

    def _ordered(self, vocabulary: str) -> dict[str, Any]:
        names = self._names[vocabulary]
        order = dict.fromkeys(key for one in self._headings for key in one.order.get(vocabulary, ()))
        return {key: names[key] for key in order if key in names} | names
