"""The vocabulary with counts: which tags and actors there are, how often and when; and what a chronology is about."""

from collections import Counter
from collections.abc import Callable, Iterable
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer, Field, Hit, Table, in_order


class Term(Struct, frozen=True, kw_only=True):
    """A tag or an actor with the events that name it."""

    id: str
    name: str
    """The actor's name, or what the tag means; empty where the file does not say."""
    n: int
    """How many events name it."""
    first: str | None
    """EDTF date of the earliest of them."""
    last: str | None
    """EDTF date of the latest of them."""
    years: tuple[tuple[int, int], ...] = ()
    """Year and how many of them begin in it, in order."""
    kind: str = ""
    """What sort of actor it is."""
    parent: str = ""
    """Id of the actor for whom it speaks."""
    aliases: tuple[str, ...] = ()
    """Other names that find it."""


class Fact(Struct, frozen=True):
    """Something that a chronology says of itself."""

    name: str
    value: str


_ID = Field("id", "text", attrgetter("id"), "what --tag or --actor takes")
_N = Field("n", "number", attrgetter("n"), "how many events name it")
_FIRST = Field("first", "text", attrgetter("first"), "date of the earliest of them, EDTF")
_LAST = Field("last", "text", attrgetter("last"), "date of the latest of them, EDTF")

TAGS = Table.of(
    _ID, _N, _FIRST, _LAST,
    Field("meaning", "text", attrgetter("name"), "what the tag means"),
    tsv="id n first last meaning",
)  # fmt: skip
ACTORS = Table.of(
    _ID,
    Field("name", "text", attrgetter("name"), "how people read it"),
    _N, _FIRST, _LAST,
    Field("kind", "text", attrgetter("kind"), "state, organisation, media, person or unnamed"),
    Field("parent", "text", attrgetter("parent"), "id of the actor for whom it speaks"),
    Field("aliases", "texts", attrgetter("aliases"), "other names that find it"),
    tsv="id name n first last",
)  # fmt: skip
FACTS = Table.of(
    Field("name", "text", attrgetter("name"), "which fact"),
    Field("value", "text", attrgetter("value"), "the fact"),
    tsv="name value",
)


def tags(answer: Answer[Hit]) -> Answer[Term]:
    """A row a tag of the answer's events, most frequent first; of a whole chronology also those of no event."""
    meanings = answer.chronology.tags
    counted = _terms(lambda hit: hit.event.tags, meanings, answer)
    return answer.with_rows(TAGS, [replace(term, name=meanings.get(term.id, "")) for term in counted])


def actors(answer: Answer[Hit]) -> Answer[Term]:
    """A row an actor whom the answer's events name, most frequent first; of a whole chronology also all others."""
    declared = answer.chronology.actors
    rows = []
    for term in _terms(lambda hit: hit.event.actors, declared, answer):
        actor = declared.get(term.id)
        if actor is None:
            rows.append(term)
        else:
            known = {"name": actor.name, "kind": actor.kind, "parent": actor.parent or "", "aliases": actor.aliases}
            rows.append(replace(term, **known))
    return answer.with_rows(ACTORS, rows)


def about(chronology: Chronology, answer: Answer[Hit], path: str) -> Answer[Fact]:
    """What the chronology says of itself, how much it holds, and where its file lies; a row a fact."""
    dated = [hit.date for hit in in_order(answer) if hit.date is not None and not hit.date.undated]
    claims = sum(len(event.claims) for event in chronology.events)
    claims += sum(len(proposition.claims) for proposition in chronology.propositions.values())
    facts = {
        "title": chronology.title,
        "description": chronology.description,
        "updated": chronology.updated,
        "first": dated[0].text if dated else None,
        "last": dated[-1].text if dated else None,
        "events": len(chronology.events),
        "undated": len(answer) - len(dated),
        "landmarks": sum(event.landmark for event in chronology.events),
        "types": len(chronology.types),
        "tags": len(chronology.tags),
        "actors": len(chronology.actors),
        "propositions": len(chronology.propositions),
        "claims": claims,
        "sources": len({s.url or s for event in chronology.events for s in event.sources}),
        "licence": chronology.license,
        "file": path,
    }
    rows = tuple(Fact(name, str(value)) for name, value in facts.items() if value is not None)
    return answer.with_rows(FACTS, rows)


def _terms(names_of: Callable[[Hit], Iterable[str]], declared: Iterable[str], answer: Answer[Hit]) -> list[Term]:
    """A term a name, most frequent first, then by name; without names yet."""
    is_whole = len(answer) == answer.searched
    found: dict[str, list[Hit]] = {name: [] for name in declared if is_whole}
    for hit in in_order(answer):
        for name in dict.fromkeys(names_of(hit)):
            found.setdefault(name, []).append(hit)
    terms = []
    for name, hits in found.items():
        dates = [hit.date for hit in hits if hit.date is not None]
        first, last = (dates[0].text, dates[-1].text) if dates else (None, None)
        years = Counter(date.first_day[0] for date in dates if date.first_day is not None)
        terms.append(Term(id=name, name="", n=len(hits), first=first, last=last, years=tuple(sorted(years.items()))))
    return sorted(terms, key=lambda term: (-term.n, term.id))
