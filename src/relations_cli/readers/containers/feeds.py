"""Feeds, RSS and Atom: an event is an entry, of the day on which it was published."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec.json import encode

from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology, Source
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.reading import Reading

_READ: Final = frozenset(
    ("title", "link", "links", "published", "updated", "created", "summary", "content", "tags", "author", "authors")
)
_OF_FEED: Final = frozenset(("title", "link", "links", "id", "guidislink", "updated", "published"))
"""What a feed says of itself that is its title, its address, or when it was written."""
_DETAILS: Final = ("_detail", "_parsed")
"""Endings of what the library says of a value besides."""
_BROKEN: Final = "is no whole feed"
_ANEW: Final = "get it again"


def read(data: bytes, reading: Reading) -> Chronology:
    """The entries of a feed; what has no title has the first sentence of its text for one.

    When an entry was published counts, else when it was changed. Its texts are words without markup; what has no field
    of an event is in ``extra``.

    Raises:
        DataError: it is no whole feed, or an entry has no day.
    """
    try:
        import feedparser
    except ImportError:
        reading.refuse("a feed needs the extra readers", why="pip install 'relations-cli[readers]'")
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 -- the library repairs what it can, and what it cannot may raise anything
        reading.refuse(_BROKEN, why=_ANEW)
    if not feed.entries:
        if feed.bozo:
            line = getattr(feed.bozo_exception, "getLineNumber", lambda: None)()
            reading.refuse(_BROKEN, None if line is None else (line, None), why=_ANEW)
        reading.note("said", "the feed has no entry")
    elif feed.bozo and "CharacterEncoding" not in type(feed.bozo_exception).__name__:
        reading.note("said", "the feed is no whole XML: entries behind the fault may be missing")
    title = untagged(str(feed.feed.get("title", "")))
    _list_envelope(feed.feed, feed.entries, reading)
    for key, value in sorted(feed.feed.items()):
        if key not in _OF_FEED and not key.endswith(_DETAILS) and value not in ("", None, [], {}):
            said = one_line(untagged(value) if isinstance(value, str) else encode(value, enc_hook=str).decode())
            reading.note("left out", f"{quoted(key)} is of no entry", why=said)
    return chronology_of(
        list(_entries(feed.entries)), reading, title=title or None, lacking="give it a title or a text"
    )


def _list_envelope(feed: Mapping[str, Any], entries: list[Mapping[str, Any]], reading: Reading) -> None:
    """List what a feed says of its address and its form, and its entries of lists of tags and of links."""
    keys = set(feed)
    for key in sorted((_OF_FEED - {"title", "links", "guidislink"}) & keys):
        reading.note("listed", f"{quoted(key)} is of no entry", why=one_line(str(feed[key])))
    for one in entries:
        for tag in one.get("tags", ()):
            if tag.get("scheme"):
                reading.note_once("listed", f"tags are of {quoted(str(tag['scheme']))}")
        for link in one.get("links", ()):
            if link.get("title"):
                what = f"{quoted(str(link.get('href', '')))} is called {quoted(str(link['title']))}"
                reading.note_once("listed", what)


def _entries(found: list[Mapping[str, Any]]) -> Iterator[Entry]:
    for one in found:
        keys = set(one)  # to ask the library itself for a day gives another where there is none
        contents = [untagged(str(part.get("value", ""))) for part in one.get("content", ())]
        texts = dict.fromkeys(text for text in (untagged(str(one.get("summary", ""))), *contents) if text)
        people = [(person.get("name", ""), person.get("email", "")) for person in one.get("authors", ())]
        names = [f"{name} <{address}>" if name and address else name or address for name, address in people]
        tags = [tag.get(key) or "" for tag in one.get("tags", ()) for key in ("term", "label")]
        yield Entry(
            date=next((str(one[key]) for key in ("published", "created", "updated") if key in keys), ""),
            title=untagged(str(one.get("title", ""))),
            summary="\n\n".join(texts),
            tags=tuple(dict.fromkeys(filter(None, tags))),
            sources=tuple(_sources(one)),
            extra=dict(_rest(one)) | ({"author": names} if any(names) else {}),
        )


def _sources(one: Mapping[str, Any]) -> Iterator[Source]:
    links = [link.get("href", "") for link in one.get("links", ()) if link.get("rel", "alternate") == "alternate"]
    for address in dict.fromkeys([*links, str(one.get("link", ""))]):
        if address.startswith(("http://", "https://")):
            yield Source(url=address)


def _rest(one: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What an entry says that is in no field of an event."""
    for key in one:
        value = one[key]
        if key not in _READ and not key.endswith(_DETAILS) and value not in ("", None, [], {}):
            yield key, value if isinstance(value, str | int | float | bool) else str(value)
    if {"published", "updated"} <= set(one) and one["updated"] != one["published"]:
        yield "updated", one["updated"]
    others = [link for link in one.get("links", ()) if link.get("rel", "alternate") != "alternate"]
    if others:
        yield "links", [str(link.get("href", "")) for link in others]
