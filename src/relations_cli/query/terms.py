"""The vocabulary with counts: which tags and actors there are, how often and when; and what a chronology is about."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.errors import Told, parameter
from relations_cli.query.answer import Answer
from relations_cli.query.filters import names_in
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.query import Query
from relations_cli.query.resolved import Named
from relations_cli.query.select import Askable, select
from relations_cli.query.table import Table, column


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
    value: str | int
    """A number where it counts something."""


_ID = column("id", "id", f"what {parameter('tags')} or {parameter('actors')} takes")
_N = column("n", "n", "how many events name it", "number")
_FIRST = column("first", "first", "date of the earliest of them, EDTF")
_LAST = column("last", "last", "date of the latest of them, EDTF")

TAGS = Table.of(
    _ID, _N, _FIRST, _LAST,
    column("meaning", "name", "what the tag means"),
    tsv="id n first last meaning",
)  # fmt: skip
ACTORS = Table.of(
    _ID,
    column("name", "name", "how people read it"),
    _N, _FIRST, _LAST,
    column("kind", "kind", "state, organisation, media, person or unnamed"),
    column("parent", "parent", "id of the actor for whom it speaks"),
    column("aliases", "aliases", "other names that find it", "texts"),
    tsv="id name n first last",
)  # fmt: skip
FACTS = replace(
    Table.of(column("name", "name", "which fact"), column("value", "value", "the fact", "value"), tsv="name value"),
    keyed=True,
)


def tags(asked: Askable, query: Query, *, notes: Iterable[Told] = ()) -> Answer[Term]:
    """A row a tag of the events that pass, most frequent first; of a whole chronology also those of no event."""
    answer = select(asked, query, notes, whole=True)
    meanings = answer.vocabulary.tags
    counted = _terms("tags", meanings, answer)
    return answer.with_rows(TAGS, [replace(term, name=meanings.get(term.id, "")) for term in counted])


def actors(asked: Askable, query: Query, *, notes: Iterable[Told] = ()) -> Answer[Term]:
    """A row an actor whom the events that pass name, most frequent first; of a whole chronology also all others."""
    answer = select(asked, query, notes, whole=True)
    declared = answer.vocabulary.actors
    rows = []
    for term in _terms("actors", declared, answer):
        actor = declared.get(term.id)
        if actor is None:
            rows.append(term)
        else:
            known = {"name": actor.name, "kind": actor.kind, "parent": actor.parent or "", "aliases": actor.aliases}
            rows.append(replace(term, **known))
    return answer.with_rows(ACTORS, rows)


def about(asked: Askable, query: Query, *, where: str = "", notes: Iterable[Told] = ()) -> Answer[Fact]:
    """What the chronology says of itself, how much it holds, and where its file lies; a row a fact.

    Types, tags and actors are those that ``tags`` and ``actors`` list: declared or used.
    """
    answer = select(asked, query, notes)
    vocabulary, events = answer.vocabulary, [hit.event for hit in answer]
    dated = [hit.date for hit in in_order(answer) if hit.date is not None and not hit.date.undated]
    claims = sum(len(event.claims) for event in events)
    claims += sum(len(proposition.claims) for proposition in vocabulary.propositions.values())
    facts = {
        "title": vocabulary.title,
        "description": vocabulary.description,
        "updated": vocabulary.updated,
        "first": dated[0].text if dated else None,
        "last": dated[-1].text if dated else None,
        "events": len(events),
        "undated": len(answer) - len(dated),
        "landmarks": sum(event.landmark for event in events),
        "types": len(_names("types", vocabulary.types, answer)),
        "tags": len(_names("tags", vocabulary.tags, answer)),
        "actors": len(_names("actors", vocabulary.actors, answer)),
        "propositions": len(vocabulary.propositions),
        "claims": claims,
        "sources": len({s.url or s for event in events for s in event.sources}),
        "licence": vocabulary.license,
        "file": where or None,
    }
    rows = tuple(Fact(name, value) for name, value in facts.items() if value is not None)
    return answer.with_rows(FACTS, rows)


def _names(field: Named, declared: Iterable[str], answer: Answer[Hit]) -> dict[str, None]:
    """The names that events have in a field, each once; of a whole chronology also those that it declares."""
    is_whole = len(answer) == answer.searched
    used = (name for hit in answer for name in names_in[field](hit.event))
    return dict.fromkeys((*(declared if is_whole else ()), *used))


def _terms(field: Named, declared: Iterable[str], answer: Answer[Hit]) -> list[Term]:
    """A term a name, most frequent first, then by name; without names yet."""
    found: dict[str, list[Hit]] = {name: [] for name in _names(field, declared, answer)}
    for hit in in_order(answer):
        for name in dict.fromkeys(names_in[field](hit.event)):
            found[name].append(hit)
    terms = []
    for name, hits in found.items():
        dates = [hit.date for hit in hits if hit.date is not None]
        first, last = (dates[0].text, dates[-1].text) if dates else (None, None)
        years = Counter(date.first_day[0] for date in dates if date.first_day is not None)
        terms.append(Term(id=name, name="", n=len(hits), first=first, last=last, years=tuple(sorted(years.items()))))
    return sorted(terms, key=lambda term: (-term.n, term.id))
