"""The sources of an answer as those who cite need them: each once, under a key that stays."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from msgspec import Struct

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError, Remark
from relations_cli.escaping import shown_line, web_address
from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once
from relations_cli.writers.format import How

_LONGEST: Final = 24
"""Letters of a publisher in a key."""
_MARKED: Final = 3
_ONE_OF: Final = "abcdefghijkmnopqrstuvwxyz"
_EMPTY: Final = frozenset(
    ("about", "after", "against", "from", "into", "over", "that", "their", "this", "what", "when", "with")
)
"""Words of a title that say little."""


class Cited(Struct, frozen=True, kw_only=True):
    """A source with what a list of references calls it."""

    key: str
    """Letters and digits of ASCII."""
    source: Source
    title: str
    """Its own title; of one without any, the publisher and the date."""


def cited(answer: Answer[Hit]) -> Iterator[Cited]:
    """The sources of the events, each once, in the order of the rows.

    Two are the same that have one address, or without any one publisher, title and date; the first counts. A key is
    made of the source alone, so that it stays whatever stands beside it.
    """
    seen: set[bytes] = set()
    taken: set[str] = set()
    for source in chain.from_iterable(hit.event.sources for hit in each_once(answer.rows)):
        digest = _digest(source)
        if digest in seen:
            continue
        seen.add(digest)
        lengths = range(_MARKED, len(digest) + 1)
        key = next(key for key in (_key(source, digest, length) for length in lengths) if key not in taken)
        taken.add(key)
        yield Cited(key=key, source=source, title=_title(source))


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many events have no source, so that nothing of them is in the list."""
    without = sum(not hit.event.sources for hit in each_once(answer.rows))
    events = "event" if without == 1 else "events"
    return [Remark(f"{without:,} {events} without a source left out")] if without else []


def date_words(text: str) -> str:
    """A date as people read it; what is none stays as it is."""
    try:
        return str(parse_edtf(text))
    except DateError:
        return shown_line(text)


def address(text: str | None) -> str:
    """An address of the web in ASCII, empty where it is another one."""
    return web_address(text) or ""


def _title(source: Source) -> str:
    if source.title:
        return shown_line(source.title)
    said = (source.publisher and shown_line(source.publisher), source.date and date_words(source.date))
    return ", ".join(filter(None, said)) or shown_line(source.url or "")


def _digest(source: Source) -> bytes:
    """What tells a source from others."""
    told = ascii(source.url or (source.publisher, source.title, source.date))
    return hashlib.sha256(told.encode()).digest()


def _key(source: Source, digest: bytes, length: int) -> str:
    """Publisher, year and a word of the title, then letters of its own."""
    years = re.search(r"\d{4}", source.date or "")
    words = map(_plain, (source.title or "").split())
    long = (word for word in words if len(word) > _MARKED and word not in _EMPTY and not word.isdecimal())
    publisher = _plain(source.publisher or "")[:_LONGEST] or "source"
    mark = "".join(_ONE_OF[byte % len(_ONE_OF)] for byte in digest[:length])
    return f"{publisher}{years[0] if years else ''}{next(long, '')[:_LONGEST]}-{mark}"


@lru_cache(1024)
def _plain(text: str) -> str:
    """The letters and digits of ASCII in a text, small, without their accents."""
    return re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", text.casefold()))
