"""Several chronologies as one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from relations_cli.dates import Day, parse_edtf
from relations_cli.errors import DataError
from relations_cli.escaping import quoted
from relations_cli.model.bundled import Origins
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition
from relations_cli.model.vocabulary import actor_names
from relations_cli.readers.declaring import declared, with_undeclared
from relations_cli.readers.notes import Kind, Note

T = TypeVar("T")


def merge(files: Sequence[tuple[str, Chronology]], notes: list[Note], origins: Origins | None = None) -> Chronology:
    """One chronology of the events of all files, each given with its name.

    Of a vocabulary entry, or a key of the files' own, that two have, the first counts; what a file uses that declares
    none is declared beside the others'. The licences all hold, and the update day is the earliest. An event that two
    hold alike is taken once; of two others that have one id, the later is ``id-2``, and what its own file says of it
    goes with it. Who a file names by a name or an alias is looked for among its own actors first.

    Args:
        files: the chronologies, in order.
        notes: takes what the files say differently.
        origins: takes which event comes from which file.

    Raises:
        DataError: an alias names two actors.
    """
    actors = _first_wins("actor", [(name, one.actors) for name, one in files], notes)
    Named().add(actors, ", ".join(name for name, _ in files))
    actors = with_undeclared(actors, [one for _, one in files])
    events, propositions = _resolved(files, actors, notes, {} if origins is None else origins.by_id)
    merged = Chronology(
        title=" + ".join(dict.fromkeys(chronology.title for _, chronology in files)),
        description=" ".join(_each(one.description for _, one in files)) or None,
        updated=min(_each(one.updated for _, one in files), key=_last_day, default=None),
        license=_together(_each(one.license for _, one in files)),
        types=_first_wins("type", [(name, one.types) for name, one in files], notes),
        tags=_first_wins("tag", [(name, one.tags) for name, one in files], notes),
        measures=_first_wins("measure", [(name, one.measures) for name, one in files], notes),
        actors=actors,
        propositions=_first_wins("proposition", propositions, notes),
        events=events,
        extra=_first_wins("key", [(name, one.extra) for name, one in files], notes),
    )
    return declared(merged, [one for _, one in files])


def _each(texts: Iterable[str | None]) -> list[str]:
    """The texts that there are, each once."""
    return list(dict.fromkeys(text for text in texts if text))


def _last_day(date: str) -> tuple[bool, Day]:
    """The last day that a date means; what has none is later than all."""
    last = parse_edtf(date).last_day
    return last is None, last or (0, 0, 0)


def _together(licences: Sequence[str]) -> str | None:
    """The licences as one, of which each holds (SPDX specification, annex D.4)."""
    if len(licences) < 2:  # noqa: PLR2004 -- one and another
        return licences[0] if licences else None
    return " AND ".join(f"({one})" if " OR " in one.upper() else one for one in licences)


def _resolved(
    files: Sequence[tuple[str, Chronology]],
    actors: Mapping[str, Actor],
    notes: list[Note],
    origins: dict[str, str],
) -> tuple[tuple[Event, ...], list[tuple[str, Mapping[str, Proposition]]]]:
    """The events of all files, and the propositions of each, with what they name as the merged chronology has it."""
    everyone = {key.casefold(): key for key in actors} | _names(actors)
    events: dict[str, Event] = {}
    propositions: list[tuple[str, Mapping[str, Proposition]]] = []
    for name, chronology in files:
        renamed = _renamed(name, chronology, events, notes)
        resolve = _Resolver(chronology.actors, actor_names(chronology), actors, everyone, renamed)
        for event in chronology.events:
            if event.id in events and event.id not in renamed:
                _note(notes, "duplicate", name, f"{quoted(event.id)} is in an earlier file too", "taken once")
                continue
            merged = resolve.event(event)
            events[merged.id] = merged
            if name != files[0][0]:
                origins[merged.id] = name
        propositions.append((name, {key: resolve.proposition(one) for key, one in chronology.propositions.items()}))
    return tuple(events.values()), propositions


def _note(notes: list[Note], kind: Kind, file: str, what: str, why: str) -> None:
    notes.append(Note(kind=kind, file=file, what=what, why=why))


def _renamed(name: str, chronology: Chronology, events: Mapping[str, Event], notes: list[Note]) -> dict[str, str]:
    """The ids of this file that an earlier one has for another event: what they become."""
    renamed: dict[str, str] = {}
    taken = {event.id for event in chronology.events} | events.keys()
    for event in chronology.events:
        known = events.get(event.id)
        if known is None or known == event:
            continue
        number = 2
        while (new := f"{event.id}-{number}") in taken:
            number += 1
        taken.add(new)
        renamed[event.id] = new
        _note(notes, "renamed", name, f"another file has the id {quoted(event.id)}", f"this one's is {quoted(new)}")
    return renamed


class _Resolver:
    """What a file means by its ids and names, in the merged chronology."""

    def __init__(
        self,
        own: Mapping[str, Actor],
        own_names: Mapping[str, str],
        everyone: Mapping[str, Actor],
        names: Mapping[str, str],
        renamed: Mapping[str, str],
    ) -> None:
        self._own = own
        self._own_names = own_names
        self._everyone = everyone
        self._names = names
        self._renamed = renamed

    def event(self, event: Event) -> Event:
        return replace(
            event,
            id=self._renamed.get(event.id, event.id),
            actors=tuple(dict.fromkeys(map(self._actor, event.actors))),
            related=tuple(self._renamed.get(other, other) for other in event.related),
            claims=self._claims(event.claims),
        )

    def proposition(self, proposition: Proposition) -> Proposition:
        return replace(proposition, claims=self._claims(proposition.claims))

    def _claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(
            replace(claim, by=self._actor(claim.by), event=self._renamed.get(claim.event or "", claim.event))
            for claim in claims
        )

    def _actor(self, name: str) -> str:
        """An id of this file, else who has the name in it, else who has it in any file."""
        if name in self._own:
            return name
        folded = name.casefold()
        if folded in self._own_names:
            return self._own_names[folded]
        return name if name in self._everyone else self._names.get(folded, name)


def _names(actors: Mapping[str, Actor]) -> dict[str, str]:
    return {
        name.casefold(): key for key, actor in reversed(list(actors.items())) for name in (*actor.aliases, actor.name)
    }


class Named:
    """Whom the names and aliases of files that are merged stand for."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._actors: set[str] = set()
        self._owner: dict[str, str] = {}

    def add(self, actors: Mapping[str, Actor], file: str) -> None:
        """Take the actors of one more file, of which those that are known count no more.

        Raises:
            DataError: an alias or a name stands for two; nobody of the file was taken.
        """
        more: dict[str, str] = {}
        others = {key: actor for key, actor in actors.items() if key not in self._actors}
        for key, actor in others.items():
            for alias in dict.fromkeys(name.casefold() for name in (key, actor.name, *actor.aliases)):
                other = self._owner.get(alias) or more.setdefault(alias, key)
                if other != key:
                    reason = f"{quoted(alias)} names two actors, {quoted(other)} and {quoted(key)}: rename one"
                    raise DataError(reason, file=file)
        self._owner |= more
        self._actors |= others.keys()


def _first_wins(what: str, vocabularies: Sequence[tuple[str, Mapping[str, T]]], notes: list[Note]) -> dict[str, T]:
    merged: dict[str, T] = {}
    for name, vocabulary in vocabularies:
        for key, value in vocabulary.items():
            if merged.setdefault(key, value) != value:
                said = f"the {what} {quoted(key)} is declared differently"
                _note(notes, "merged", name, said, "the first file's counts")
    return merged
