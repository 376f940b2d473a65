"""Events that stand alone, as json arrays and jsonl hold them: what our writers add to an event is taken up again.

Computed keys are ignored, embedded propositions and actors go back into the chronology's vocabularies, and keys that
are not ours are kept under the event's ``extra``.
"""

from typing import Any, TypeVar

import msgspec

from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Actor, Chronology, Event, Proposition
from relations_cli.readers.checks import check

COMPUTED = frozenset(
    (
        "lower",
        "upper",
        "lower_kind",
        "upper_kind",
        "precision",
        "status",
        "denied_by",
        "rank",
        "snippet",
        "distance",
        "days",
        "context",
    )
)
"""Keys that our writers work out anew."""

_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Event))
_PROPOSITION_FIELDS = frozenset(field.encode_name for field in msgspec.structs.fields(Proposition))

T = TypeVar("T")


def chronology_of_entries(entries: list[tuple[str, Any]], name: str) -> Chronology:
    """A chronology of entries, each given with its place in the file.

    Raises:
        DataError: an entry is no event; it says which and why.
    """
    actors: dict[str, Actor] = {}
    propositions: dict[str, Proposition] = {}
    events = []
    for place, entry in entries:
        if not isinstance(entry, dict):
            raise DataError(f"{one_line(name)}: expected an event (an object) @ {place}")
        for key, value in _mapping(entry.get("who"), f"{place}.who", name).items():
            actors.setdefault(key, _convert(value, Actor, f"{place}.who", name))
        events.append(_event(entry, propositions, place, name))
    chronology = Chronology(title=name, actors=actors, propositions=propositions, events=tuple(events))
    check(chronology, name)
    return chronology


def _event(entry: dict[str, Any], propositions: dict[str, Proposition], place: str, name: str) -> Event:
    named = []
    given = entry.get("propositions")
    for index, value in enumerate(given if isinstance(given, list) else ()):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            kept = {key: item for key, item in value.items() if key in _PROPOSITION_FIELDS and item is not None}
            at = f"{place}.propositions[{index}]"
            propositions.setdefault(value["id"], _convert(kept, Proposition, at, name))
            named.append(value["id"])
        else:
            named.append(value)
    own = {key: value for key, value in entry.items() if key in _FIELDS and (value is not None or key == "date")}
    if named:
        own["propositions"] = named
    foreign = {key: value for key, value in entry.items() if key not in _FIELDS | COMPUTED | {"who"}}
    if foreign:
        own["extra"] = _mapping(own.get("extra"), f"{place}.extra", name) | foreign
    return _convert(own, Event, place, name)


def _mapping(value: object, place: str, name: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise DataError(f"{one_line(name)}: expected an object @ {place}")
    return value


def _convert(value: object, type_: type[T], place: str, name: str) -> T:
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at ")
        where = place + path.strip("`").removeprefix("$")
        reason = one_line(reason[0].lower() + reason[1:]).replace("`", "'")
        raise DataError(f"{one_line(name)}: {reason} @ {where}") from None
