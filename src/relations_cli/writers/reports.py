"""What every report says of an event, and which number each source has: in words, before any markup."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from relations_cli.escaping import shown_line
from relations_cli.model.facts import Source
from relations_cli.model.wording import date_words, day_words, days_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.writers.told import status_words

_VALID = re.compile(
    r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?"
)
"""An EDTF date that HTML takes for a time element: a year, a month, a day, a time of it."""


class Words(Struct, frozen=True, kw_only=True):
    """An event as people read it; nothing is escaped yet."""

    date: str
    """``undated`` where it has none."""
    machine: str
    """The same for a time element; empty where HTML has no value for it."""
    title: str
    apart: str
    """How far it lies from what was asked for, or from the event before; empty where nobody asks."""
    status: str
    """With who denies it; empty where it is uncontested."""
    summary: tuple[str, ...]
    """Its paragraphs."""


class Numbers:
    """The sources of a report, numbered through; what would be printed alike is one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._sources: list[Source] = []

    def of(self, sources: Iterable[Source]) -> list[int]:
        """The number of each source, from 1, each once."""
        found: dict[int, None] = {}
        for source in sources:
            key = (source.publisher, source.title, source.date, source.url, source.archived)
            if key not in self._numbers:
                self._sources.append(source)
                self._numbers[key] = len(self._sources)
            found[self._numbers[key]] = None
        return list(found)

    def __iter__(self) -> Iterator[tuple[int, Source]]:
        """Each number with its source."""
        return enumerate(self._sources, start=1)

    def __len__(self) -> int:
        """How many sources there are."""
        return len(self._sources)


def words_of(hit: Hit, answer: Answer[Hit]) -> Words:
    """What a report says of an event of the answer."""
    return Words(
        date="undated" if hit.date is None else str(hit.date),
        machine=machine_date(hit.date.text if hit.date is not None else None),
        title=shown_line(hit.event.title),
        apart=_apart(hit),
        status=shown_line(status_words(hit, answer.vocabulary.actors)),
        summary=paragraphs(hit.event.summary),
    )


def machine_date(edtf: str | None) -> str:
    """The date as the value of a time element of HTML; empty where that has none for it."""
    return edtf if edtf and _VALID.fullmatch(edtf) else ""


def paragraphs(text: str | None) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line."""
    parts = re.split(r"(?:\r\n?|[\n\u2028\u2029]){2,}", text or "")
    return tuple(shown for part in parts if (shown := shown_line(part).strip()))


def published(source: Source) -> str:
    """When a source was published, in words; empty where it does not say."""
    return date_words(source.date) if source.date else ""


def _apart(hit: Hit) -> str:
    if hit.distance is not None:
        return hit.distance if hit.anchor is None else f"{hit.distance} from {shown_line(hit.anchor)}"
    return f"{days_text(hit.gap)} after the one before" if hit.gap is not None else ""


def asked_words(answer: Answer[Hit]) -> str:
    """How many events, what was asked for, and of which day the data is, in a sentence or two."""
    query, vocabulary = answer.query, answer.vocabulary
    said = [f"{len(answer)} event{'' if len(answer) == 1 else 's'}", *_asked(query)]
    parts = [", ".join(said)]
    if query.as_of is not None:
        parts.append(f"As known at the end of {day_words(query.as_of)}")
    if vocabulary.updated:
        parts.append(f"The data covers what was known by {date_words(vocabulary.updated)}")
    return ". ".join(parts) + "."


def _asked(query: Query) -> Iterator[str]:
    """The filters of a question, each in words."""
    if query.window is not None:
        yield str(query.window)
    for date in (*filter(None, (query.on,)), *query.years):
        yield str(date)
    groups = {
        "tag": query.tags,
        "actor": query.actors,
        "place": (query.places,),
        "type": (query.types,),
        "publisher": (query.publishers,),
        "kind of source": (query.kinds,),
        "language": (query.languages,),
        "about": (query.about,),
        "status": (query.statuses,),
        "not tag": (query.not_tags,),
        "not actor": (query.not_actors,),
        "not place": (query.not_places,),
        "not type": (query.not_types,),
    }
    for name, several in groups.items():
        yield from (f"{name} {' or '.join(group)}" for group in several if group)
    if query.landmarks:
        yield "landmarks only"
    if query.text is not None:
        yield f"words {query.text}"
    if query.limit is not None:
        yield f"no more than {query.limit}"
