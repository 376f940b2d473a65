"""Events that stand alone, as json arrays and jsonl hold them: what our writers add to an event is taken up again.

Computed keys are ignored, embedded propositions and actors go back into the chronology's vocabularies, and keys that
are not ours are kept under the event's ``extra``.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from relations_cli.model.facts import Actor, Chronology, Event, Proposition
from relations_cli.readers.entries.computed import COMPUTED
from relations_cli.readers.located.mismatch import mismatch_of
from relations_cli.readers.located.places import Locate, Path, path_of
from relations_cli.readers.own.checks import check, refusal
from relations_cli.readers.reading import Reading

_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Event))
_PROPOSITION_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Proposition))

T = TypeVar("T")


def chronology_of_entries(entries: Sequence[tuple[Path, Any]], reading: Reading, locate: Locate) -> Chronology:
    """A chronology of entries, each given with the way to it.

    Raises:
        DataError: an entry is no event; it says which and why.
    """
    actors: dict[str, Actor] = {}
    propositions: dict[str, Proposition] = {}
    events = []
    take = _Taker(reading.name, locate)
    for path, entry in entries:
        for key, value in take.mapping(entry.get("who"), (*path, "who")).items():
            actors.setdefault(key, take.converted(value, Actor, (*path, "who", key)))
        events.append(_event(entry, propositions, path, take))
    chronology = Chronology(title=reading.name, actors=actors, propositions=propositions, events=tuple(events))
    check(chronology, reading.name, locate, top=())
    return chronology


def _event(entry: dict[str, Any], propositions: dict[str, Proposition], path: Path, take: "_Taker") -> Event:
    named = []
    given = entry.get("propositions")
    for index, value in enumerate(given if isinstance(given, list) else ()):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            kept = {key: item for key, item in value.items() if key in _PROPOSITION_FIELDS and item is not None}
            at = (*path, "propositions", index)
            propositions.setdefault(value["id"], take.converted(kept, Proposition, at))
            named.append(value["id"])
        else:
            named.append(value)
    own = {key: value for key, value in entry.items() if key in _FIELDS and (value is not None or key == "date")}
    if named:
        own["propositions"] = named
    foreign = {key: value for key, value in entry.items() if key not in _FIELDS | COMPUTED | {"who"}}
    if foreign:
        own["extra"] = take.mapping(own.get("extra"), (*path, "extra")) | foreign
    return take.converted(own, Event, path)


class _Taker(NamedTuple):
    """Values as what they should be, or an error that says where they stand."""

    name: str
    locate: Locate

    def mapping(self, value: object, path: Path) -> dict[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise refusal("expected an object", path, self.name, self.locate)
        return value

    def converted(self, value: object, type_: type[T], path: Path) -> T:
        try:
            return msgspec.convert(value, type_)
        except msgspec.ValidationError as error:
            wrong = mismatch_of(error)
            raise refusal(wrong.reason, (*path, *path_of(wrong.place)), self.name, self.locate) from None
