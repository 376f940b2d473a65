"""What a workbook tells beside its events: who says what of them, where they are published, what they are about."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct

from relations_cli.dates import FuzzyDate
from relations_cli.dates.days import day_text
from relations_cli.model.facts import Claim, Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.query.table import column


class Said(Struct, frozen=True):
    """A claim, and what it is about."""

    about: str
    text: str
    status: str
    by_name: str
    event: str
    claim: Claim


class Published(Struct, frozen=True):
    """A source, and the ids of the events that use it."""

    source: Source
    events: tuple[str, ...]


CLAIMS = (
    column("date", "claim.date", ""),
    column("by", "by_name", ""),
    column("stance", "claim.stance", ""),
    column("about", "about", ""),
    column("text", "text", ""),
    column("status", "status", ""),
    column("note", "claim.note", ""),
    column("quote", "claim.quote", ""),
    column("figures", "claim.figures", "", "objects"),
    column("source", "claim.source", ""),
    column("locator", "claim.locator", ""),
    column("event", "event", ""),
)
SOURCES = (
    column("publisher", "source.publisher", ""),
    column("title", "source.title", ""),
    column("date", "source.date", ""),
    column("kind", "source.kind", ""),
    column("language", "source.language", ""),
    column("url", "source.url", ""),
    column("archived", "source.archived", ""),
    column("accessed", "source.accessed", ""),
    column("events", "events", "", "texts"),
)


def claims_of(hits: Iterable[Hit]) -> Iterator[Said]:
    """The claims on the events and on what they bear on, in the order of the events, each once."""
    told: set[str] = set()
    seen: set[str] = set()
    for hit in hits:
        event = hit.event
        if event.id not in seen:
            seen.add(event.id)
            for claim in event.claims:
                said = claim.event or event.id
                yield Said(event.id, event.title, hit.status, _name(hit, claim.by), said, claim)
        for state in hit.propositions:
            if state.id not in told:
                told.add(state.id)
                for claim in state.claims:
                    by = _name(hit, claim.by)
                    yield Said(state.id, state.text, state.status, by, claim.event or "", claim)


def _name(hit: Hit, actor: str) -> str:
    """How people read an actor; the id of one that is not declared."""
    known = hit.moment.vocabulary.actors.get(actor)
    return actor if known is None else known.name


def sources_of(hits: Iterable[Hit]) -> Iterator[Published]:
    """The sources of the events in the order in which they are first used: what is the same in all is one."""
    used: dict[Source, dict[str, None]] = {}
    for hit in hits:
        for source in hit.event.sources:
            used.setdefault(source, {})[hit.event.id] = None
    return (Published(source, tuple(events)) for source, events in used.items())


def about(answer: Answer[Any]) -> list[tuple[str, object]]:
    """Facts of the chronology and of the question, by their names; what is not said is left out."""
    vocabulary, rows = answer.vocabulary, answer.rows
    facts = {
        "title": vocabulary.title,
        "description": vocabulary.description,
        "licence": vocabulary.license,
        "updated": vocabulary.updated,
        "asked for": _question(answer.query),
        "statuses as of": day_text(rows[0].day) if rows else None,
        "events here": len(rows),
        "events in the chronology": answer.searched,
        "undated left out": answer.left_out.undated or None,
        "cut by a limit": answer.left_out.limit or None,
    }
    return [(name, value) for name, value in facts.items() if value is not None]


def _question(query: Query) -> str:
    """What was asked, a filter after another; empty parts ask for nothing."""
    asked = [(name, getattr(query, name), default) for name, default in _DEFAULTS.items()]
    said = [
        f"{_NAMED.get(name, name.replace('_', ' '))}: {_words(value)}"
        for name, value, default in asked
        if value != default
    ]
    return "; ".join(said) or "everything"


_NAMED: Final = {"window": "when", "text": "words"}
_DEFAULTS: Final = {
    one.name: one.default for one in msgspec.structs.fields(Query) if one.name not in ("today", "order", "as_of")
}
"""What a query asks for where nothing is said; its day has a line of its own."""


def _words(value: object) -> str:
    """A part of a question: one name of several is enough, of several groups one of each."""
    if isinstance(value, tuple) and isinstance(value[0], int):  # a month, or a day of it, of any year
        return "-".join(f"{part:02}" for part in value if part is not None)
    if isinstance(value, tuple):
        grouped = any(isinstance(one, tuple) and isinstance(one[0], str) for one in value)
        return (" and " if grouped else " or ").join(map(_words, value))
    if isinstance(value, bool):
        return "yes"
    return value.text if isinstance(value, FuzzyDate) else str(value)
