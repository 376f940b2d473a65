"""The entries of a decoded JSON or YAML document that is not ours: where they are, and what their keys mean."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology, Source
from relations_cli.readers.entries import COMPUTED
from relations_cli.readers.entry import Entry, joined_date, several, sources_of
from relations_cli.readers.foreign import chronology_of
from relations_cli.readers.places import Locate, Path
from relations_cli.readers.reading import Position, Reading
from relations_cli.readers.roles import folded, roles_of

_HOLDERS: Final = (
    *("events", "timeline", "items", "entries", "data", "chronology", "records", "results", "rows", "list"),
    *("milestones", "history", "articles", "posts", "features", "incidents"),
)
"""Keys that hold the entries, the likeliest first."""
_STRUCTURED: Final = ("claims", "propositions", "related", "landmark", "known")
"""Keys of ours whose values have to be as ours are."""
_DEEPEST = 3
_SOURCE_FIELDS: Final = tuple(field.encode_name for field in msgspec.structs.fields(Source))


def read_document(document: Any, locate: Locate, reading: Reading) -> Chronology:  # noqa: ANN401 -- any JSON
    """The chronology of a document's entries.

    Raises:
        DataError: it holds none, or one cannot be read.
    """
    found = find_entries(document, reading)
    if found is None:
        reading.refuse(_no_entries(document), locate(()))
    title = document.get("title") if isinstance(document, dict) else None
    entries = (entry_of(value, locate(path), reading) for path, value in found)
    return chronology_of(entries, reading, title=title.strip() if isinstance(title, str) else None)


def _no_entries(document: object) -> str:
    kind = "an object" if isinstance(document, dict) else "an array" if isinstance(document, list) else "a single value"
    return f"is no chronology: {kind} without entries that have a date and a text"


def find_entries(document: object, reading: Reading, depth: int = 0) -> list[tuple[Path, dict[str, Any]]] | None:
    """The entries with the way to each: of an array, of an object that holds one, or of an object whose keys are dates.

    None where there are none.
    """
    if isinstance(document, list):
        found: list[tuple[Path, Any]] = [((at,), value) for at, value in enumerate(document)]
        return _checked(found, reading) if any(_is_entry(value, reading) for value in document) else None
    if not isinstance(document, dict) or depth > _DEEPEST:
        return None
    by_date = _keyed_by_date(document)
    if by_date:
        return by_date
    order = {name: rank for rank, name in enumerate(_HOLDERS)}
    holders = sorted(document, key=lambda key: order.get(folded(str(key)), len(order)))
    for key in holders:
        if isinstance(document[key], (list, dict)):
            inner = find_entries(document[key], reading, depth + 1)
            if inner is not None:
                return [((key, *path), value) for path, value in inner]
    return [((), document)] if depth == 0 and _is_entry(document, reading) else None


def _checked(found: list[tuple[Path, Any]], reading: Reading) -> list[tuple[Path, dict[str, Any]]]:
    """The entries that are objects; what else stands among them is no entry."""
    for path, value in found:
        if not isinstance(value, dict):
            reading.skip(f"{quoted(str(value))} is no entry, but a single value @ $[{path[0]}]")
    return [(path, value) for path, value in found if isinstance(value, dict)]


def _is_entry(value: object, reading: Reading) -> bool:
    """Whether it has a date and some text under names that mean these."""
    if not isinstance(value, dict):
        return False
    chosen = reading.options.columns
    if chosen and chosen.get("date") in value:
        return True
    roles = roles_of(_names(value))
    return ("date" in roles or "year" in roles) and ("title" in roles or "summary" in roles)


def _names(value: Mapping[Any, Any]) -> list[str]:
    return [str(key) for key in value if str(key) not in COMPUTED]


_DATE_KEY = re.compile(
    r"-?\d{4}(?:-\d\d?(?:-\d\d?)?)?(?:/[\d-]*)?|\d\d?[/.]\d\d?[/.]\d{4}|[A-Z][a-z]{2,8}\.? \d[\d, ]+"
)


def _keyed_by_date(document: Mapping[Any, Any]) -> list[tuple[Path, dict[str, Any]]]:
    """The entries of an object whose keys are dates, each a text, an object, or an array of them."""
    if not document or not all(_DATE_KEY.fullmatch(str(key)) for key in document):
        return []
    entries: list[tuple[Path, dict[str, Any]]] = []
    for key, value in document.items():
        several_values = value if isinstance(value, list) else [value]
        for at, one in enumerate(several_values):
            path: Path = (key, at) if isinstance(value, list) else (key,)
            given = one if isinstance(one, dict) else {"title": one}
            entries.append((path, given if "date" in roles_of(_names(given)) else {"date": str(key), **given}))
    return entries


def entry_of(value: Mapping[str, Any], position: Position | None, reading: Reading) -> Entry:
    """The entry of an object whose keys mean what a chronology knows; the others are kept under ``extra``."""
    names = _names(value)
    roles = roles_of(names, {role: name for role, name in reading.options.columns.items() if name in names})
    taken = {name for several_names in roles.values() for name in several_names}

    def one(role: str) -> str:
        return _text(value[roles[role][0]]) if role in roles else ""

    def many(role: str) -> tuple[str, ...]:
        parts = [part for name in roles.get(role, ()) for part in _texts(value[name], commas=role == "tags")]
        return tuple(dict.fromkeys(parts))

    own = {key: value[key] for key in _STRUCTURED if value.get(key) is not None and key not in taken}
    kept = value.get("extra")
    taken = {name for name in taken if not _has_parts(value[name]) or name in roles.get("sources", ())}
    extra = {key: item for key, item in value.items() if key not in taken and key not in own and key not in COMPUTED}
    if isinstance(kept, dict):
        extra = kept | {key: item for key, item in extra.items() if key != "extra"}
    has_parts = "year" in roles and "date" not in roles
    return Entry(
        position=position,
        date=joined_date(one("year"), one("month"), one("day")) if has_parts else one("date"),
        end=joined_date(one("end_year"), one("end_month"), one("end_day")) if "end_year" in roles else one("end"),
        title=one("title"),
        summary=one("summary"),
        type=one("type").strip(),
        note=one("note").strip(),
        id=one("id").strip(),
        tags=many("tags"),
        actors=many("actors"),
        places=many("places"),
        sources=tuple(dict.fromkeys(one for name in roles.get("sources", ()) for one in _sources(value[name]))),
        own=own,
        extra={key: item for key, item in extra.items() if item is not None},
    )


def _has_parts(value: object) -> bool:
    """Whether a value says more than the texts that are taken from it."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value))


def _text(value: object) -> str:
    """A single value as text; what has parts is no text."""
    if value is None or isinstance(value, (bool, dict)):
        return ""
    if isinstance(value, list):
        return "\n\n".join(part for part in map(_text, value) if part)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _texts(value: object, *, commas: bool) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _texts(one, commas=False)
    elif isinstance(value, dict):
        yield from (name for key in ("name", "title", "label") if (name := _text(value.get(key)))[:1])
    elif isinstance(value, str):
        yield from several(value, commas=commas)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _sources(value: object) -> Iterator[Source]:
    if isinstance(value, list):
        for one in value:
            yield from _sources(one)
    elif isinstance(value, dict):
        known = {"name": "publisher", "href": "url", "link": "url", "label": "title", "text": "title"}
        given = {known.get(key, key): one for key, one in value.items() if isinstance(one, str) and one}
        own = {key: given[key] for key in _SOURCE_FIELDS if key in given}
        if "url" in own or "publisher" in own:
            try:
                yield msgspec.convert(own, Source)
            except msgspec.ValidationError:  # a kind that is not one of ours
                yield msgspec.convert({key: one for key, one in own.items() if key != "kind"}, Source)
    else:
        yield from sources_of(_text(value))
