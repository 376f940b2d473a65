"""Events that stand alone, as json arrays and jsonl hold them: what our writers add to an event is taken up again.

Computed keys are ignored; embedded propositions and actors, meanings and what a line says of its chronology go back
there; keys that are not ours are kept under the event's ``extra``.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from relations_cli.errors import DataError
from relations_cli.model.facts import Actor, Chronology, Event, Proposition
from relations_cli.readers.entries.computed import computed_in
from relations_cli.readers.kept import note_kept
from relations_cli.readers.located.faults import DEEPEST_EXTRA, TOO_DEEP
from relations_cli.readers.located.mismatch import mismatch_of
from relations_cli.readers.located.places import Locate, Path, path_of
from relations_cli.readers.located.strict import is_shallow
from relations_cli.readers.own.checks import check_claims, check_date, check_event, refusal
from relations_cli.readers.own.gathered import Gathered, Heading, Meanings, are_meanings, is_heading
from relations_cli.readers.reading import Reading

_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Event))
_PROPOSITION_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Proposition))

T = TypeVar("T")


def chronology_of_entries(entries: Sequence[tuple[Path, Any]], reading: Reading, locate: Locate) -> Chronology:
    """A chronology of entries, each given with the way to it.

    Raises:
        DataError: an entry is no event, and such entries are not to be skipped; it says which and why.
    """
    taker = _Taker(reading.name, locate)
    for path, entry in entries:
        try:
            taker.take(entry, path)
        except DataError as error:
            position = None if error.line is None else (error.line, error.column)
            reading.skip(error.reason, position, place=error.place, says=msgspec.json.encode(entry).decode())
    note_kept(taker.foreign, locate, reading)
    return taker.gathered.chronology(reading.title, taker.events)


class _Taker:
    """What entries say, each taken whole or not at all."""

    def __init__(self, name: str, locate: Locate) -> None:
        self.gathered = Gathered()
        self.events: list[Event] = []
        self.foreign: list[tuple[Sequence[str], Path]] = []
        """Keys of each event that are not ours, and the way to it."""
        self._ids: dict[str, Path] = {}
        self._name = name
        self._locate = locate

    def take(self, entry: dict[str, Any], path: Path) -> None:
        """Take an entry up.

        Raises:
            DataError: it is no event.
        """
        who = self._mapping(entry.get("who"), (*path, "who"))
        actors = {key: self._converted(value, Actor, (*path, "who", key)) for key, value in who.items()}
        propositions: dict[str, Proposition] = {}
        said = self._said_besides(entry, path)
        event = self._event(entry, propositions, set(said), path)
        if not is_shallow([event.extra], DEEPEST_EXTRA):
            raise refusal(TOO_DEEP, (*path, "extra"), self._name, self._locate)
        check_event(event, path, self._ids, self._name, self._locate)
        self.gathered.add("actors", actors)
        self.gathered.add("propositions", propositions)
        for one in said.values():
            self.gathered.add_all(one)
        self.events.append(event)

    def _said_besides(self, entry: dict[str, Any], path: Path) -> dict[str, Meanings | Heading]:
        """What an entry says under keys of ours that are none of an event."""
        said: dict[str, Meanings | Heading] = {}
        if are_meanings(entry.get("meanings")):
            said["meanings"] = self._converted(entry["meanings"], Meanings, (*path, "meanings"))
        if is_heading(entry.get("chronology")):
            at = (*path, "chronology")
            said["chronology"] = heading = self._converted(entry["chronology"], Heading, at)
            check_date(heading.updated, at, "updated", self._name, self._locate)
            for key, one in heading.propositions.items():
                check_claims(one.claims, (*at, "propositions", key), self._name, self._locate)
        return said

    def _event(self, entry: dict[str, Any], propositions: dict[str, Proposition], taken: set[str], path: Path) -> Event:
        named = []
        given = entry.get("propositions")
        for index, value in enumerate(given if isinstance(given, list) else ()):
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                kept = {key: item for key, item in value.items() if key in _PROPOSITION_FIELDS and item is not None}
                at = (*path, "propositions", index)
                one = self._converted(kept, Proposition, at)
                check_claims(one.claims, at, self._name, self._locate)
                propositions.setdefault(value["id"], one)
                named.append(value["id"])
            else:
                named.append(value)
        own = {key: value for key, value in entry.items() if key in _FIELDS and (value is not None or key == "date")}
        if named:
            own["propositions"] = named
        computed = computed_in(entry)
        foreign = {key: value for key, value in entry.items() if key not in _FIELDS | computed | taken | {"who"}}
        if foreign:
            self.foreign.append((list(foreign), path))
            own["extra"] = self._mapping(own.get("extra"), (*path, "extra")) | foreign
        return self._converted(own, Event, path)

    def _mapping(self, value: object, path: Path) -> dict[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise refusal("expected an object", path, self._name, self._locate)
        return value

    def _converted(self, value: object, type_: type[T], path: Path) -> T:
        try:
            return msgspec.convert(value, type_)
        except msgspec.ValidationError as error:
            wrong = mismatch_of(error)
            raise refusal(wrong.reason, (*path, *path_of(wrong.place)), self._name, self._locate) from None
