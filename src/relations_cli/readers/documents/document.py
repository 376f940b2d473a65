"""A decoded JSON or YAML document that is not ours as a chronology: what the keys of its entries mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from relations_cli.dates import parse_edtf
from relations_cli.errors import DataError, DateError
from relations_cli.escaping import quoted, unless_whole
from relations_cli.model.facts import Chronology
from relations_cli.readers.documents.bare import chronology_without_entries
from relations_cli.readers.documents.evidence import names_of
from relations_cli.readers.documents.leftover import note_leftover
from relations_cli.readers.documents.shapes import find_entries
from relations_cli.readers.documents.sources import Found, sources_in
from relations_cli.readers.documents.values import date_in, end_in, json_of, text_of, texts_of
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.cell_values import is_missing, related
from relations_cli.readers.entries.computed import computed_among
from relations_cli.readers.entries.date_parts import (
    DATES,
    PARTS,
    at_time,
    can_stand_in,
    dated_in,
    end_at,
    joined_date,
    unsaid_in,
)
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.numbers import says_hour, two_years
from relations_cli.readers.entries.role_names import OF_TIMES, TIMED
from relations_cli.readers.entries.roles import folded, holds_years, roles_of, spares_of, start_beside
from relations_cli.readers.entries.zones import zone_of
from relations_cli.readers.located.places import Locate, Path, place_text
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

_STRUCTURED: Final = ("claims", "propositions", "related", "landmark", "known")
"""Keys of ours whose values have to be as ours are."""

_MOST_NAMED: Final = 3
"""Keys of sources in one note."""


def read_document(document: Any, locate: Locate, reading: Reading) -> Chronology:  # noqa: ANN401 -- any JSON
    """The chronology of a document's entries.

    Raises:
        DataError: it holds none, or one cannot be read.
    """
    quiet = Reading(name=reading.name, path=reading.path, options=reading.options)
    try:
        chronology = _chronology_of(document, lambda _: None, quiet)
    except DataError:
        return _chronology_of(document, locate, reading)
    # To know where 100,000 entries stand takes longer than to read them: it is asked where there is something to say
    return _chronology_of(document, locate, reading) if quiet.notes else chronology


def _chronology_of(document: Any, locate: Locate, reading: Reading) -> Chronology:  # noqa: ANN401
    found = find_entries(document, reading)
    if found is None:
        empty = chronology_without_entries(document, locate, reading)
        if empty is not None:
            return empty
        reading.refuse("is no chronology", locate(()), why=_no_entries(document))
    note_leftover(document, found, locate, reading)
    title = document.get("title") if isinstance(document, dict) else None
    entries = (entry_of(value, locate(path), reading) for path, value in _objects(found, locate, reading))
    return chronology_of(entries, reading, title=title.strip() if isinstance(title, str) else None)


def _objects(found: Iterable[tuple[Path, Any]], locate: Locate, reading: Reading) -> Iterator[tuple[Path, Any]]:
    """What may be an entry; what stands among entries and is no object is refused, or skipped."""
    for path, value in found:
        if isinstance(value, dict):
            yield path, value
            continue
        text = value if isinstance(value, str) else json_of(value)
        reading.skip(
            f"{quoted(text)} is no entry, but a single value",
            locate(path),
            place=place_text(path),
            says=unless_whole(text),
        )


def _no_entries(document: object) -> str:
    kind = "an object" if isinstance(document, dict) else "an array" if isinstance(document, list) else "a single value"
    return f"{kind} without entries that have a date and a text"


def entry_of(value: Mapping[str, Any], position: Position | None, reading: Reading) -> Entry:
    """The entry of an object whose keys mean what a chronology knows; the others are kept under ``extra``."""
    names = names_of(value)
    chosen = {role: name for role, name in reading.options.columns.items() if name in names}
    roles = roles_of(names, chosen)
    spares = spares_of(names, chosen)
    roles = _filled(value, roles, spares, position, reading) if spares else roles
    says = _Says(value, roles)
    title, summary = _words(value, roles, says.one("title"), says.one("summary"))
    if _is_named(roles, "summary", "contenthtml"):
        summary = untagged(summary)
    if _is_named(roles, "date", "entry"):
        reading.note_once(
            "inferred", "what is due on no day has the day of 'entry', when it was written down", position
        )
    own, extra = _own_and_others(value, roles)
    found = {name: sources_in(value[name]) for name in roles.get("sources", ())}
    _keep_rests(found, extra, position, reading)
    date = day = says.date("date")
    end = says.date("end", "end_") or (end_in(value[roles["date"][0]]) if "date" in roles else "")
    if not roles.keys().isdisjoint((*OF_TIMES, "end_time")) or ":" in date:
        date, end, rests = says.at_times(date, end)
        _keep(extra, rests)
    entry = Entry(
        position=position,
        date=date,
        end=end,
        title=title,
        summary=summary,
        type=says.one("type").strip(),
        note=says.one("note").strip(),
        id=says.one("id").strip(),
        tags=says.many("tags"),
        actors=says.many("actors"),
        places=says.many("places"),
        sources=tuple(dict.fromkeys(source for one in found.values() for source in one.sources)),
        own=own,
        extra=extra,
    )
    _keep_parts(entry, value, says, is_day="date" in roles and day == date_in(value[roles["date"][0]]) != "")
    _begin_with(entry, value, start_beside(roles, spares), roles)
    return entry


def _keep_parts(entry: Entry, value: Mapping[str, Any], says: "_Says", *, is_day: bool) -> None:
    """Put the parts of a date under the extra that neither its date nor its end says."""
    for prefix, said in (("", entry.date), ("end_", entry.end)):
        kept = PARTS if is_day and not prefix else PARTS[1:]
        parts = {says.roles[prefix + part][0]: says.one(prefix + part) for part in kept if prefix + part in says.roles}
        _keep(entry.extra, {name: value[name] for name in unsaid_in(said, parts)})


def _begin_with(entry: Entry, value: Mapping[str, Any], start: str | None, roles: Mapping[str, Sequence[str]]) -> None:
    """Put a first day beside the date where the end belongs to it."""
    if start is None or not entry.date or not date_in(value[start]):
        return
    end = roles["end"][0] if entry.end else ""
    is_hour = says_hour(date_in(value[start]))
    if end:
        _keep(entry.extra, {end: value[end]})
    if end or is_hour:
        entry.start, entry.hours = date_in(value[start]), (start, end) if is_hour else ()


def _keep(extra: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Put more under the extra; what it had of that name has another one."""
    for name, value in more.items():
        if extra.get(name, value) != value:
            extra[f"{name} (extra)"] = extra[name]
        extra[name] = value


def _is_named(roles: Mapping[str, Sequence[str]], role: str, name: str) -> bool:
    return role in roles and folded(roles[role][0]) == name


def _filled(
    value: Mapping[str, Any],
    roles: Mapping[str, Sequence[str]],
    spares: Mapping[str, Sequence[str]],
    position: Position | None,
    reading: Reading,
) -> Mapping[str, Sequence[str]]:
    """The roles, where of several keys of one the first counts that says something."""
    says, filled = _Says(value, roles), dict(roles)
    for role, names in spares.items():
        if role not in roles or (role == "date" and says.one("year").strip()):
            continue
        text = date_in if role in DATES else text_of
        best = text(value[roles[role][0]]).strip()
        if best and not (role in DATES and is_missing(best)):
            continue
        spare = next((name for name in names if can_stand_in(role, text(value[name]))), None)
        if spare is not None:
            what = f"{quoted(spare)} is read where {quoted(roles[role][0])} is empty"
            reading.note_once("inferred", what, position)
            filled[role] = [spare]
    return filled


def _keep_rests(found: Mapping[str, Found], extra: dict[str, Any], position: Position | None, reading: Reading) -> None:
    """Keep under ``extra`` what a source of ours has no place for, and say it."""
    for name, one in found.items():
        if one.rest is None:
            continue
        extra[name if name not in extra else f"{name} (sources)"] = one.rest
        keys = ", ".join(map(quoted, one.names[:_MOST_NAMED])) + (" …" if len(one.names) > _MOST_NAMED else "")
        reading.note("said", f"of sources, {keys} kept under 'extra'", position)


class _Says(NamedTuple):
    """What an object says in its roles."""

    value: Mapping[str, Any]
    roles: Mapping[str, Sequence[str]]

    def one(self, role: str) -> str:
        return text_of(self.value[self.roles[role][0]]) if role in self.roles else ""

    def date(self, of: str, prefix: str = "") -> str:
        text = date_in(self.value[self.roles[of][0]]) if of in self.roles else ""
        text = two_years(text) if holds_years(self.roles) else text
        if f"{prefix}year" not in self.roles:
            return text
        year, month, day = (self.one(prefix + part) for part in ("year", "month", "day"))
        return dated_in(year, text, month) or joined_date(year, month, day)

    def at_times(self, date: str, end: str) -> tuple[str, str, dict[str, Any]]:
        """The days at the times under other keys, and those of these that say no time."""
        time, minute, zone = (self.one(role) for role in OF_TIMES)
        zone = zone_of((self.roles[role][0] for role in TIMED if role in self.roles), zone)
        last = end_at(end, self.one("end_time"), date, zone)
        date, used = at_time(date, time, minute, zone)
        used |= {"end_time"} if last != end else set()
        names = {role: self.roles[role][0] for role in (*OF_TIMES, "end_time") if role in self.roles}
        return date, last, {name: self.value[name] for role, name in names.items() if role not in used}

    def many(self, role: str) -> tuple[str, ...]:
        values = (self.value[name] for name in self.roles.get(role, ()))
        return tuple(dict.fromkeys(part for value in values for part in texts_of(value, commas=role == "tags")))


def _own_and_others(
    value: Mapping[str, Any], roles: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands under keys of ours that have no text, and what no role takes."""
    taken = {name for several_names in roles.values() for name in several_names}
    own = {key: value[key] for key in _STRUCTURED if key not in taken and _may_be_ours(key, value.get(key))}
    kept = value.get("extra")
    taken = {name for name in taken if not _has_parts(value[name]) or name in roles.get("sources", ())}
    taken |= own.keys() | computed_among(value)
    extra = {key: item for key, item in value.items() if key not in taken}
    if isinstance(kept, dict):
        del extra["extra"]
        extra = {f"{key} (extra)" if key in extra else key: item for key, item in kept.items()} | extra
    return own, {key: item for key, item in extra.items() if item is not None}


def _words(value: Mapping[str, Any], roles: Mapping[str, Sequence[str]], title: str, summary: str) -> tuple[str, str]:
    """Title and summary, where what stands under their names has parts or there are only actors."""
    text = value[roles["summary"][0]] if "summary" in roles else None
    if not title and isinstance(text, dict) and text_of(text.get("headline")):  # a slide of TimelineJS
        return text_of(text["headline"]), text_of(text.get("text"))
    if not title and not summary and len(roles.get("actors", ())) > 1:
        title = related(*(text_of(value[name]) if name else "" for name in _who_what_whom(roles)))
    return title, summary


def _who_what_whom(roles: Mapping[str, Sequence[str]]) -> tuple[str, str, str]:
    """The keys of a coded event that make its title."""
    first, second = roles["actors"][:2]
    return first, roles["type"][0] if "type" in roles else "", second


def _may_be_ours(key: str, value: object) -> bool:
    """Whether a value can be meant as ours: others group what is related in an object, or know otherwise than when."""
    if key == "known" and isinstance(value, str):
        return _is_edtf(value)
    return value is not None and not (key == "related" and isinstance(value, dict))


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def _has_parts(value: object) -> bool:
    """Whether a value says more than the texts that are taken from it."""
    return isinstance(value, (bool, dict)) or (
        isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value)
    )
