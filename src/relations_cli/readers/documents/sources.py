"""The sources that a document names, and what it says of them for which a source of ours has no place."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final, NamedTuple, get_args

import msgspec

from relations_cli.dates import parse_edtf, parse_tabular
from relations_cli.errors import DateError
from relations_cli.model.facts import Source, SourceKind
from relations_cli.model.languages import is_language
from relations_cli.readers.documents.values import text_of
from relations_cli.readers.entries.cell_values import sources_of
from relations_cli.readers.entries.roles import folded

_FIELDS: Final = tuple(field.encode_name for field in msgspec.structs.fields(Source))
_OTHER_NAMES: Final = {
    "name": "publisher",
    "href": "url",
    "link": "url",
    "label": "title",
    "text": "title",
} | dict.fromkeys(("lang", "inLanguage"), "language")
_DATES: Final = ("date", "accessed")
_WHO_OR_WHERE: Final = ("author", "authors", "by", "creator", "page", "pages")
"""What names a source that has neither publisher nor address nor title, the likeliest first."""


class Found(NamedTuple):
    """The sources in a value."""

    sources: tuple[Source, ...]
    rest: Any
    """What none of them holds, in the shape of the value; None: nothing."""
    names: tuple[str, ...]
    """The keys of the rest."""


def sources_in(value: object) -> Found:
    """The sources in a value: addresses, publishers, or objects that name them."""
    if isinstance(value, list):
        found = [sources_in(one) for one in value]
        names = tuple(dict.fromkeys(name for one in found for name in one.names))
        # A source without a rest leaves an empty object, so that each rest stands where its source does
        rest = [{} if one.rest is None else one.rest for one in found] if names else None
        return Found(tuple(source for one in found for source in one.sources), rest, names)
    if isinstance(value, dict):
        return _of_object(value)
    return Found(sources_of(text_of(value)), None, ())


def _of_object(value: Mapping[Any, Any]) -> Found:
    own: dict[str, str] = {}
    rest: dict[str, Any] = {}
    for name, key, item in sorted(_keyed(value), key=lambda one: one[1] != one[0]):  # keys of ours come first
        text = _taken(key, item)
        if text and key not in own:
            own[key] = text
        if not text or own[key] != text or isinstance(item, dict):
            rest[name] = item
    if not own.keys() & {"url", "publisher", "title"}:
        named = {folded(name): text_of(item).strip() for name, item in rest.items()}
        title = next((named[name] for name in _WHO_OR_WHERE if named.get(name)), "")
        if not title:
            whole = {name: item for name, _, item in _keyed(value)}
            return Found((), whole or None, tuple(whole))
        own["url" if "://" in title else "title"] = title
    rest = {name: rest[name] for name in map(str, value) if name in rest}
    return Found((msgspec.convert(own, Source),), rest or None, tuple(rest))


def _keyed(value: Mapping[Any, Any]) -> Iterator[tuple[str, str, Any]]:
    """The name of each value that says something, the key of ours that it means, and the value."""
    for key, item in value.items():
        if item not in (None, "", [], {}):
            yield str(key), _OTHER_NAMES.get(str(key), str(key)), item


def _taken(key: str, item: object) -> str:
    """What a source of ours can say under the key; empty where it has no place for it."""
    if key not in _FIELDS or isinstance(item, list):
        return ""
    text = text_of(item)
    if key in _DATES:
        return _date(text)
    if key == "language":
        return text if is_language(text) else ""
    return "" if key == "kind" and text not in get_args(SourceKind) else text


def _date(text: str) -> str:
    """A date in EDTF; empty where it is none."""
    with suppress(DateError):
        parse_edtf(text)
        return text
    with suppress(DateError):
        return parse_tabular(text).text
    return ""
