"""Chronology, Vocabulary, Event, Proposition, Claim, Source, Actor: what a file says, and nothing computed.

Every date is kept as it was written, in EDTF; ``relations_cli.dates.parse_edtf`` gives its days. An empty value means
that the file does not say.
"""

from typing import Any, Final, Literal, get_args

from msgspec import Struct, field

Stance = Literal["asserts", "denies", "corroborates", "confirms"]
STANCES: tuple[Stance, ...] = get_args(Stance)
ActorKind = Literal["state", "organisation", "media", "person", "unnamed"]
SourceKind = Literal["official", "press", "research", "archive", "reference", "checklist"]
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


class Figure(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A number that a claim gives; both ends count, either may be missing ("over 1,000", "up to 10,000")."""

    of: str
    """Id of the measure, which names the unit."""
    low: float | int | None = None
    """The least that was claimed."""
    high: float | int | None = None
    """The most that was claimed."""


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where something is published; it has a publisher or an address."""

    publisher: str | None = None
    """Who published it."""
    title: str | None = None
    """Its own title, in the publisher's words."""
    url: str | None = None
    """Its address."""
    date: str | None = None
    """The day of publication, EDTF."""
    kind: SourceKind | None = None
    """What sort of publication it is; a checklist only repeats what others have published."""
    language: str | None = None
    """In which language it is, a tag of BCP 47."""
    archived: str | None = None
    """Address of an archived copy."""
    accessed: str | None = None
    """The day on which it was read, EDTF."""


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Somebody's stance on an event as titled, or on a proposition."""

    by: str
    """Id of the actor who takes it."""
    stance: Stance
    """What the actor says of it."""
    date: str | None = None
    """When it was said, EDTF; empty: not known."""
    figures: tuple[Figure, ...] = ()
    """The numbers given with it."""
    note: str | None = None
    """What was said, in a sentence."""
    quote: str | None = None
    """The words themselves, in the language in which the source has them; at most 300 characters."""
    source: str | None = None
    """Address of the source of some event of the file."""
    locator: str | None = None
    """Where in the source it stands: a page, a paragraph, a time."""
    event: str | None = None
    """Id of the event in which it was said."""


class Proposition(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something contested, on which events bear."""

    text: str
    """A declarative sentence."""
    claims: tuple[Claim, ...] = ()
    """Who takes which stance on it."""


class Actor(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Somebody who acts or speaks."""

    name: str
    """How people read it."""
    kind: ActorKind
    """What sort of actor it is."""
    aliases: tuple[str, ...] = ()
    """Other names that find it."""
    parent: str | None = None
    """Id of the actor whom it speaks for; the root of this chain is its party."""


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something that happened, or is planned."""

    id: str
    """Unique in the file; a slug."""
    date: str | None
    """When it happened, EDTF; null: undated."""
    title: str
    """What happened, in a line."""
    summary: str | None = None
    """What happened, in a few sentences."""
    type: str | None = None
    """Id of its type."""
    tags: tuple[str, ...] = ()
    """Ids of its tags."""
    actors: tuple[str, ...] = ()
    """Ids of those who took part."""
    places: tuple[str, ...] = ()
    """Where, by name."""
    landmark: bool = False
    """One of the few that a briefing needs."""
    known: str | None = None
    """The day on which the public could know of it, EDTF, where that is not the day on which it began."""
    claims: tuple[Claim, ...] = ()
    """Stances on the event exactly as titled."""
    propositions: tuple[str, ...] = ()
    """Ids of the propositions on which it bears."""
    related: tuple[str, ...] = ()
    """Ids of events that belong with it."""
    sources: tuple[Source, ...] = ()
    """Where it is published."""
    note: str | None = None
    """What a reader should know about the entry itself."""
    extra: dict[str, Any] = {}
    """Whatever else the file keeps with it; it comes out again unread."""


class Vocabulary(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a chronology says of itself and of the names that its events use: all but the events."""

    schema: str | None = field(name="$schema", default=None)
    """Address of the JSON Schema, for editors."""
    title: str
    """What the chronology is about."""
    description: str | None = None
    """The same in a few sentences."""
    updated: str | None = None
    """The last day that its material covers, EDTF."""
    license: str | None = None
    """SPDX name of the licence of the data."""
    types: dict[str, str] = {}
    """Type id: what it means."""
    tags: dict[str, str] = {}
    """Tag id: what it means."""
    measures: dict[str, str] = {}
    """Measure id: what is counted, and in which unit."""
    actors: dict[str, Actor] = {}
    """Actor id: the actor."""
    propositions: dict[str, Proposition] = {}
    """Proposition id: the proposition."""


VOCABULARIES: Final = ("types", "tags", "measures", "actors", "propositions")
"""The fields of a Vocabulary that declare names, each with what it stands for."""


class Chronology(Vocabulary, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A file's events with the vocabularies that they use."""

    events: tuple[Event, ...]
    """In the order of the file."""
    extra: dict[str, Any] = {}
    """Whatever else the file keeps; it comes out again unread."""
