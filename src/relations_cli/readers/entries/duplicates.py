"""Events with one id: told twice, or to be told apart."""

from collections.abc import Iterable, Iterator

from msgspec.json import encode
from msgspec.structs import replace

from relations_cli.escaping import one_line
from relations_cli.model.facts import Event
from relations_cli.model.identity import made_id
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading


def told_apart(events: Iterable[tuple[Event, Position | None]], reading: Reading) -> tuple[Event, ...]:
    """The events with an id each, in order: who has none gets one, what is told twice is taken once.

    Of two with one id, date and title the first is kept. Of two others with one id both are, the second as ``id-2``.
    """
    kept: dict[str, tuple[Event, Position | None]] = {}
    taken: dict[str, int] = {}
    for event, position in events:
        named = event if event.id else replace(event, id=made_id(event))
        first = kept.get(named.id)
        if first is None:
            kept[named.id] = named, position
            continue
        where = "" if first[1] is None else f" on line {first[1][0]}"
        if (first[0].date, first[0].title) == (named.date, named.title):
            why = "; ".join(("left out", *_otherwise(named, first[0])))
            reading.note("duplicate", f"'{one_line(named.id)}' is told already{where}", position, why=why)
            continue
        number = taken.get(named.id, 1) + 1
        while f"{named.id}-{number}" in kept:
            number += 1
        taken[named.id] = number
        renamed = f"{named.id}-{number}"
        what = f"the id '{one_line(named.id)}' is taken{where}"
        reading.note("renamed", what, position, why=f"this one is '{one_line(renamed)}'")
        kept[renamed] = replace(named, id=renamed), position
    return tuple(event for event, _ in kept.values())


def _otherwise(event: Event, kept: Event) -> Iterator[str]:
    """What an event says that the one that is kept does not."""
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if value and value != getattr(kept, name):
            yield one_line(f"{name}: {value if isinstance(value, str) else encode(value).decode()}")
