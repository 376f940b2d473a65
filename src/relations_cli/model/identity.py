"""Ids, made where there are none: of the date, the title and what the entry says, never of its place in the file."""

import re
import unicodedata
from functools import cache
from hashlib import blake2s

from msgspec.json import encode
from msgspec.structs import replace

from relations_cli.dates import without_times
from relations_cli.model.facts import Event

_LONGEST_SLUG = 40
_MOST_OF_A_TITLE = 200
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def made_id(event: Event) -> str:
    """An id that stays while the entry does, but for times of day: ``2020-02-03-ships-arrive-4f2a91``."""
    if event.date and "T" in event.date:  # as in versions that knew days alone
        event = replace(event, date=without_times(event.date))
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


def is_made(id_: str) -> bool:
    """Whether an id has the form of one that is made: it changes with its entry."""
    return _made().fullmatch(id_) is not None


@cache
def _made() -> re.Pattern[str]:
    return re.compile(r"(?:[-\d]+|undated)(?:-[a-z0-9]+)*-[0-9a-f]{6}")
