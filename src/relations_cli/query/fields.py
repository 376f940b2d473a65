"""THE table of fields, one a row type: it drives --fields, --json, csv, tsv, completion and the documentation.

A field reaches inside what it holds: ``sources.url`` is the address of each source.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import fields as struct_fields

from relations_cli.dates import Day
from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Claim, Figure, Source
from relations_cli.query.answer import MARKS, Field, Table
from relations_cli.query.moment import PropositionState
from relations_cli.suggesting import nearest

_INSIDE: dict[str, type[Struct]] = {
    "claims": Claim,
    "claims.figures": Figure,
    "propositions": PropositionState,
    "propositions.claims": Claim,
    "propositions.claims.figures": Figure,
    "sources": Source,
    "who": Actor,
}
"""What the entries of a field are made of."""


def day_text(day: Day | None) -> str | None:
    """A day as ISO 8601 writes it; years beyond 9999 and before 0 with their sign (EDTF level 1)."""
    if day is None:
        return None
    year, month, number = day
    if year > 9999:  # noqa: PLR2004
        return f"+{year}-{month:02d}-{number:02d}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def _bound(name: str) -> Any:  # noqa: ANN401 -- a getter of text or None
    return lambda hit: None if hit.date is None else day_text(getattr(hit.date, name))


def _of_date(name: str) -> Any:  # noqa: ANN401 -- a getter of text or None
    return lambda hit: None if hit.date is None else getattr(hit.date, name)


_HIT = (
    Field("id", "text", attrgetter("event.id"), "unique in its file"),
    Field("date", "text", _of_date("text"), "when it happened, as EDTF; empty: undated"),
    Field("lower", "text", _bound("lower"), "first day on which it can have happened; empty: see lower_kind"),
    Field("upper", "text", _bound("upper"), "last day on which it can have happened; empty: see upper_kind"),
    Field("lower_kind", "text", _of_date("lower_kind"), "day, open or unknown"),
    Field("upper_kind", "text", _of_date("upper_kind"), "day, open, unknown or running"),
    Field("precision", "text", _of_date("precision"), "day, month, season, year, interval, set ..."),
    Field("title", "text", attrgetter("event.title"), "what happened, in a line"),
    Field("summary", "text", attrgetter("event.summary"), "what happened, in a few sentences"),
    Field("type", "text", attrgetter("event.type"), "its type"),
    Field("tags", "texts", attrgetter("event.tags"), "its tags"),
    Field("actors", "texts", attrgetter("event.actors"), "ids of those who took part"),
    Field("places", "texts", attrgetter("event.places"), "where"),
    Field("landmark", "flag", attrgetter("event.landmark"), "whether a briefing needs it"),
    Field("known", "text", attrgetter("event.known"), "when the public could know, where that is another day"),
    Field(
        "status",
        "text",
        attrgetter("status"),
        "planned, confirmed, corroborated, disputed, alleged, denied, uncontested",
    ),
    Field("denied_by", "texts", attrgetter("denied_by"), "parties that deny the event as titled"),
    Field("claims", "objects", attrgetter("event.claims"), "who says what of the event as titled"),
    Field("propositions", "objects", attrgetter("propositions"), "what is contested besides, with status and claims"),
    Field("related", "texts", attrgetter("event.related"), "ids of events that belong with it"),
    Field("sources", "objects", attrgetter("event.sources"), "where it is published"),
    Field("note", "text", attrgetter("event.note"), "what to know about the entry itself"),
    Field("extra", "object", attrgetter("event.extra"), "whatever else the file keeps with it"),
    Field("who", "object", attrgetter("who"), "the actors of event and claims by id, with those they speak for"),
)
_CSV = "id date lower upper precision title summary type tags actors places status sources.url"

EVENTS = Table.of(*_HIT, tsv="id date title tags", csv=_CSV, whole=True)
SEARCHED = Table.of(
    *_HIT,
    Field("rank", "number", attrgetter("rank"), "place among all hits of the search, 1 the best"),
    Field(
        "snippet", "text", lambda hit: None if hit.snippet is None else _unmarked(hit.snippet), "the match in context"
    ),
    tsv="id date title tags",
    csv=f"{_CSV} rank snippet",
    whole=True,
)


def _unmarked(text: str) -> str:
    return text.translate({ord(mark): None for mark in MARKS})


def chosen(table: Table, names: str | Sequence[str]) -> tuple[Field, ...]:
    """The fields of a comma-separated list, in its order; ``all`` is every field.

    Raises:
        UsageError: a name that the table does not have; it names the nearest and all of them.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    found: list[Field] = []
    for name in wanted:
        found += table.fields.values() if name == "all" else (_field(table, name),)
    return tuple(found)


def _field(table: Table, name: str) -> Field:
    top, _, inside = name.partition(".")
    field = table.fields.get(top)
    if field is None:
        near = nearest(name, table.fields) if name else []
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise UsageError(f"--fields: there is no field '{name}': {hint}There are {', '.join(table.fields)}")
    return _inner(field, top, inside) if inside else field


def _inner(field: Field, top: str, inside: str) -> Field:
    """The field that takes one name of each entry of another, however deep."""
    path = top
    for name in inside.split("."):
        names = [entry.encode_name for entry in struct_fields(_INSIDE[path])] if path in _INSIDE else []
        if name not in names:
            within = f"there are {', '.join(names)}" if names else "it has no parts"
            raise UsageError(f"--fields: there is no '{name}' in '{path}': {within}")
        path = f"{path}.{name}"

    def get(row: object) -> list[Any]:
        entries = field.get(row)
        values: list[Any] = list(entries.values() if isinstance(entries, dict) else entries)
        for name in inside.split("."):
            values = [getattr(value, name) for value in values]
            values = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
        return values

    return Field(path, "objects" if path in _INSIDE else "texts", get, f"{inside} of each of {top}")
