"""Ids, made where there are none: of the date, the title and what the entry says, never of its place in the file."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2s

from msgspec.json import encode
from msgspec.structs import replace

from relations_cli.model.facts import Event
from relations_cli.readers.reading import Position, Reading

_LONGEST_SLUG = 40
_MOST_OF_A_TITLE = 200
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def made_id(event: Event) -> str:
    """An id that stays while the entry does: ``2020-02-03-ships-arrive-4f2a91``."""
    digest = blake2s(encode(event), digest_size=3).hexdigest()
    day = (event.date or "undated").split("/")[0]
    return "-".join(part for part in (_slug(day), slug(event.title), digest) if part)


def slug(text: str) -> str:
    """The words of a text in lower case with hyphens between, cut at a word; letters lose their accents."""
    text = text[:_MOST_OF_A_TITLE]
    plain = _slug(text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())
    if len(plain) <= _LONGEST_SLUG:
        return plain
    return plain[: _LONGEST_SLUG + 1].rpartition("-")[0] or plain[:_LONGEST_SLUG]


def _slug(text: str) -> str:
    return _NO_LETTERS.sub("-", text.lower()).strip("-")


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
            reading.note("duplicate", f"'{named.id}' is told already{where}: left out", position)
            continue
        number = taken.get(named.id, 1) + 1
        while f"{named.id}-{number}" in kept:
            number += 1
        taken[named.id] = number
        renamed = f"{named.id}-{number}"
        reading.note("renamed", f"the id '{named.id}' is taken{where}: this one is '{renamed}'", position)
        kept[renamed] = replace(named, id=renamed), position
    return tuple(event for event, _ in kept.values())
