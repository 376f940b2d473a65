"""Where a decoded document holds its entries: the shapes in which JSON and YAML keep chronologies."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec.structs import replace

from relations_cli.escaping import quoted
from relations_cli.readers.documents.datekeys import Found, keyed_by_date
from relations_cli.readers.documents.evidence import is_entry, names_of
from relations_cli.readers.documents.grids import in_columns, of_rows
from relations_cli.readers.entries.roles import folded, roles_of
from relations_cli.readers.located.places import Path
from relations_cli.readers.reading import Reading

HOLDERS: Final = (
    *("events", "timeline", "items", "entries", "data", "chronology", "records", "results", "rows", "list"),
    *("milestones", "history", "articles", "posts", "features", "incidents", "bindings"),
)
"""Keys that hold the entries, the likeliest first."""
_TEXT_HOLDERS: Final = frozenset((*HOLDERS, "event", "notes", "points", "facts", "news", "changes", "texts"))
"""Keys that hold, beside a date, a text for each event."""
_WRAPPERS: Final = ("properties", "attributes", "fields", "node", "_source", "event", "item", "data")
"""Keys under which GeoJSON, JSON:API and the like keep what an element says."""
_ELEMENTS: Final = frozenset(("Feature", "node", "event", "item"))
"""Types of elements that say no more than that they are some."""
_PARTS: Final = frozenset(
    (
        *("articles", "posts", "history", "reports", "documents", "evidence", "quotes", "statements", "press", "links"),
        *("citations", "footnotes", "photos", "videos", "files", "reactions", "responses", "log", "seealso"),
        *("sources", "references", "claims", "propositions", "related", "updates", "followups", "comments", "replies"),
        *("annotations", "corrections", "revisions", "versions", "attachments", "media", "images", "coverage", "extra"),
    )
)
"""Keys of an entry that hold what belongs to it, though it has dates of its own."""
_MORE: Final = frozenset(("summary", "id", "tags", "actors", "places", "sources", "note", "end"))
"""Roles of which an entry that is no report has one."""
_OF_AN_EVENT: Final = frozenset(("id", "tags", "actors", "places", "sources"))
_HAPPENED: Final = frozenset(("date", "startdate", "eventdate", "start", "when", "day"))
"""With one of these roles and of these names of dates an object is an event with its coverage, and no list of posts."""
_DEEPEST: Final = 4


def find_entries(document: object, reading: Reading, depth: int = 0) -> Found | None:
    """The entries of an array, of an object that holds some, or whose keys are dates; None: there are none.

    What stands among them and is no object is among them, for the caller to refuse.
    """
    if depth > _DEEPEST:
        return None
    if isinstance(document, list):
        return _of_array(document, reading, depth)
    if not isinstance(document, dict):
        return None
    return (
        keyed_by_date(document)
        or in_columns(document, reading)
        or ([((), document)] if depth == 0 and _is_alone(document, reading) else None)
        or _held(document, reading, depth)
        or _keyed_by_id(document, reading)
    )


def _of_array(array: list[Any], reading: Reading, depth: int) -> Found | None:
    found: list[tuple[Path, Any]] = [((at,), _unwrapped(value, reading)) for at, value in enumerate(array)]
    if any(is_entry(value, reading) for _, value in found):
        return [one for path, value in found for one in _entries_at(path, value, reading, depth)]
    if array and all(isinstance(row, list) for row in array):
        return of_rows(array[0], array[1:], reading, lambda at: (at + 1,)) or _nested(found, reading, depth)
    return _nested(found, reading, depth)


def _entries_at(path: Path, value: Any, reading: Reading, depth: int) -> Found:  # noqa: ANN401 -- any JSON
    """An entry itself, or those in a group; what is neither is left to be refused."""
    if not isinstance(value, dict) or is_entry(value, reading):
        return [(path, value)]
    return _group(path, value, reading, depth) or [(path, value)]


def _nested(found: list[tuple[Path, Any]], reading: Reading, depth: int) -> Found | None:
    """The entries in the elements of an array, none of which is one."""
    entries: Found = []
    for path, value in found:
        if isinstance(value, dict):
            entries += _group(path, value, reading, depth)
        elif isinstance(value, list):
            inner = find_entries(value, reading, depth + 1) or []
            entries += [((*path, *way), entry) for way, entry in inner]
    return entries or None


def _group(path: Path, group: dict[str, Any], reading: Reading, depth: int) -> Found:
    """The entries in the lists of an object, with its date where they have none; its other values come with them."""
    roles = roles_of(names_of(group))
    dated = [name for role in ("date", "year", "month", "day") for name in roles.get(role, ())]
    date = {name: group[name] for name in dated if group[name] is not None}
    rest = {key: one for key, one in group.items() if not isinstance(one, (dict, list)) and key not in date}
    entries: Found = []
    for key, child in group.items():
        if isinstance(child, list) and date:
            texts = folded(key) in _TEXT_HOLDERS
            for at, one in enumerate(child):
                value = {"title": one} if isinstance(one, str) and texts else one
                if not isinstance(value, dict):
                    continue
                here = (*path, key, at)
                if is_entry(date | value, reading):
                    entries.append((here, _with_rest(_dated(date, value), rest)))
                elif depth < _DEEPEST:  # the months of a year
                    inner = _group(here, date | value, reading, depth + 1)
                    entries += [(way, _with_rest(entry, rest)) for way, entry in inner]
        if not entries and isinstance(child, (dict, list)):
            inner = find_entries(child, reading, depth + 1) or []
            entries += [((*path, key, *way), _with_rest(value, rest)) for way, value in inner]
    return entries


def _dated(date: Mapping[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """The entry with the date of its group: all of it, or only the year where it has a date of its own."""
    roles = roles_of(names_of(value))
    if "year" in roles:
        return value
    has_date = any(folded(name) != "day" for name in roles.get("date", ()))
    return {name: one for name, one in date.items() if not has_date or roles_of((name,)).get("year")} | value


def _with_rest(value: Any, rest: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if not rest or not isinstance(value, dict):
        return value
    given = value.get("extra")
    own = given if isinstance(given, dict) else {} if given is None else {"extra": given}
    others = {(f"{key} (above)" if own.get(key, one) != one else key): one for key, one in rest.items()}
    return {**value, "extra": {**others, **own}}


def _unwrapped(value: object, reading: Reading) -> object:
    """What an element says, where it says it under a key such as ``properties``; typed values as the values."""
    if not isinstance(value, dict) or is_entry(value, reading):
        if (
            isinstance(value, dict)
            and value
            and all(isinstance(one, dict) and "value" in one for one in value.values())
        ):
            _note_languages(value, reading)
            return {key: one["value"] for key, one in value.items()}
        return value
    for key in _WRAPPERS:
        inner = value.get(key)
        if isinstance(inner, dict) and is_entry(inner, reading):
            others = {name: one for name, one in value.items() if name != key and inner.get(name) != one}
            if isinstance(others.get("type"), str) and others["type"] in _ELEMENTS:
                del others["type"]
            return inner | {f"{name} (beside {key})" if name in inner else name: one for name, one in others.items()}
    return value


def _note_languages(value: Mapping[str, Any], reading: Reading) -> None:
    """List once in which languages typed values are (SPARQL 1.1 results in JSON, 3.2.2)."""
    for key, one in value.items():
        if "xml:lang" in one:
            reading.note_once("listed", f"the language of {quoted(str(key))} is {quoted(str(one['xml:lang']))}")


def _held(document: dict[Any, Any], reading: Reading, depth: int) -> Found | None:
    """The entries under the likeliest key, else those under all keys."""
    order = {name: rank for rank, name in enumerate(HOLDERS)}
    keys = sorted(
        (key for key in document if isinstance(document[key], (list, dict))),
        key=lambda key: order.get(folded(str(key)), len(order)),
    )
    entries: Found = []
    for key in keys:
        if isinstance(document[key], dict) and is_entry(document[key], reading):
            continue
        inner = find_entries(document[key], reading, depth + 1)
        if inner is None:
            continue
        if folded(str(key)) in order and not entries:
            return [((key, *way), value) for way, value in inner]
        if len(keys) > 1:
            inner = [(way, _with_rest(value, {"section": str(key)})) for way, value in inner]
        entries += [((key, *way), value) for way, value in inner]
    return entries or None


def _keyed_by_id(document: dict[Any, Any], reading: Reading) -> Found | None:
    """The entries of an object of objects, whose keys are their ids."""
    values = list(document.values())
    if not values or not all(isinstance(value, dict) for value in values) or not is_entry(values[0], reading):
        return None
    return [
        ((key,), value if "id" in roles_of(names_of(value)) else {"id": key, **value})
        for key, value in document.items()
    ]


def _is_alone(document: dict[Any, Any], reading: Reading) -> bool:
    """Whether the object is one entry, though it holds lists of others: its sources, what was added later.

    One that holds entries under a key for these is a chronology; one that holds other lists, such as a report, is an
    entry only where it says more of itself than a date and a title.
    """
    if not is_entry(document, reading):
        return False
    roles = roles_of(names_of(document))
    known = {name for several in roles.values() for name in several}
    lists = {
        key: value
        for key, value in document.items()
        if key not in known and isinstance(value, list) and any(isinstance(one, dict) for one in value)
    }
    quiet = Reading(name=reading.name, options=replace(reading.options, skip_bad=True))
    is_event = not _OF_AN_EVENT.isdisjoint(roles) and folded(roles.get("date", [""])[0]) in _HAPPENED
    parts = _PARTS if is_event else _PARTS - set(HOLDERS)
    others = {key: value for key, value in lists.items() if folded(str(key)) not in parts}
    return not others or (
        not _MORE.isdisjoint(roles) and not any(find_entries(value, quiet, 1) for value in others.values())
    )
