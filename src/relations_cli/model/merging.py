"""Several chronologies as one."""

from collections.abc import Sequence
from typing import TypeVar

from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology, Event

T = TypeVar("T")


def merge(chronologies: Sequence[Chronology]) -> tuple[Chronology, tuple[str, ...]]:
    """One chronology of the events of all, with a line on whatever two of them say differently.

    Of a vocabulary entry that two declare, the first counts. An event that two hold alike is taken once.

    Raises:
        DataError: two different events have one id.
    """
    notes: list[str] = []
    events: dict[str, Event] = {}
    twice = 0
    for chronology in chronologies:
        for event in chronology.events:
            known = events.setdefault(event.id, event)
            if known is not event and known != event:
                raise DataError(f"--file: two different events have the id '{one_line(event.id)}': rename one")
            twice += known is not event
    if twice:
        are = "event is in several files and was" if twice == 1 else "events are in several files and were"
        notes.append(f"--file: {twice} {are} taken once")
    first = chronologies[0]
    merged = Chronology(
        title=" + ".join(dict.fromkeys(chronology.title for chronology in chronologies)),
        description=first.description,
        license=first.license,
        types=_first_wins("type", [chronology.types for chronology in chronologies], notes),
        tags=_first_wins("tag", [chronology.tags for chronology in chronologies], notes),
        measures=_first_wins("measure", [chronology.measures for chronology in chronologies], notes),
        actors=_first_wins("actor", [chronology.actors for chronology in chronologies], notes),
        propositions=_first_wins("proposition", [chronology.propositions for chronology in chronologies], notes),
        events=tuple(events.values()),
    )
    return merged, tuple(notes)


def _first_wins(what: str, vocabularies: Sequence[dict[str, T]], notes: list[str]) -> dict[str, T]:
    merged: dict[str, T] = {}
    for vocabulary in vocabularies:
        for key, value in vocabulary.items():
            if merged.setdefault(key, value) != value:
                notes.append(f"--file: the {what} '{one_line(key)}' is declared differently: the first file's counts")
    return merged
