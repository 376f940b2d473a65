"""What a workbook tells beside its events: who says what of them, where they are published, what they are about."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from relations_cli.dates.days import day_text
from relations_cli.model.facts import Claim, Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
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
        "statuses as of": day_text(rows[0].day) if rows else None,
        "events here": len(rows),
        "events in the chronology": answer.searched,
        "undated left out": answer.left_out.undated or None,
        "cut by a limit": answer.left_out.limit or None,
    }
    return [(name, value) for name, value in facts.items() if value is not None]
