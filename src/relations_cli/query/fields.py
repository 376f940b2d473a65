"""THE table of fields of an event: it drives the choice of fields, csv, tsv, completion and the documentation.

A field reaches inside what it holds: ``sources.url`` is the address of each source.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import fields as struct_fields
from msgspec.structs import replace

from relations_cli.dates.days import day_text
from relations_cli.errors import VALUE, UsageError
from relations_cli.model.facts import Actor, Claim, Figure, Source
from relations_cli.query.hit import MARKS, Hit
from relations_cli.query.moment import PropositionState
from relations_cli.query.parsing import ORDERS
from relations_cli.query.table import Field, Table, column
from relations_cli.suggesting import did_you_mean, nearest, one_of

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


def _bound(name: str) -> Any:  # noqa: ANN401 -- a getter of text or None
    return lambda hit: None if hit.date is None else day_text(getattr(hit.date, name))


def _of_date(name: str) -> Any:  # noqa: ANN401 -- a getter of text or None
    return lambda hit: None if hit.date is None else getattr(hit.date, name)


def _of_clock(name: str) -> Any:  # noqa: ANN401 -- a getter of text or None
    """``time`` or ``zone`` of the clocks of a date: of an interval both, where they differ, with a slash between."""

    def get(hit: Hit) -> str | None:
        if hit.date is None or "T" not in hit.date.text:
            return None
        start, end = (getattr(clock, name) if clock else "" for clock in hit.date.clocks)
        return (start if start == end else f"{start}/{end}") or None

    return get


_STATUS = "planned, confirmed, corroborated, disputed, alleged, denied, uncontested (in tsv, if not asked for: empty)"
_HIT = (
    column("id", "event.id", "unique in its file"),
    column("date", _of_date("text"), "when it happened, as EDTF; empty: undated"),
    column("lower", _bound("lower"), "first day on which it can have happened; empty: see lower_kind"),
    column("upper", _bound("upper"), "last day on which it can have happened; empty: see upper_kind"),
    column("lower_kind", _of_date("lower_kind"), "day, open or unknown"),
    column("upper_kind", _of_date("upper_kind"), "day, open, unknown or running"),
    column("precision", _of_date("precision"), "second, minute, day, month, season, year, interval, set ..."),
    column("time", _of_clock("time"), "the time of day as written, of an interval both with a slash; empty: not said"),
    column("zone", _of_clock("zone"), "its zone as written, Z or an offset; empty: not said"),
    column("title", "event.title", "what happened, in a line"),
    column("summary", "event.summary", "what happened, in a few sentences"),
    column("type", "event.type", "its type"),
    column("tags", "event.tags", "its tags", "texts"),
    column("actors", "event.actors", "ids of those who took part", "texts"),
    column("places", "event.places", "where", "texts"),
    column("landmark", "event.landmark", "whether a briefing needs it", "flag"),
    column("known", "event.known", "when the public could know, where that is another day"),
    Field("status", "text", attrgetter("status"), _STATUS, "uncontested"),
    column("denied_by", "denied_by", "parties that deny the event as titled", "texts"),
    column("claims", "event.claims", "who says what of the event as titled", "objects"),
    column("propositions", "propositions", "what is contested besides, with status and claims", "objects"),
    column("related", "event.related", "ids of events that belong with it", "texts"),
    column("sources", "event.sources", "where it is published", "objects"),
    column("note", "event.note", "what to know about the entry itself"),
    column("extra", "event.extra", "whatever else the file keeps with it", "object"),
    column("origin", "origin", "the path from which it comes, as typed; bundled; - is standard input"),
    column("gap", "gap", "days since the row before in time; empty: the first, undated", "number"),
    column("who", "who", "the actors of event and claims by id, with those they speak for", "object"),
)
_CSV = "id date lower upper precision title summary type tags actors places status sources.url"

EVENTS = Table.of(*_HIT, tsv="id date title tags status", csv=_CSV, whole=True)
SEARCHED = Table.of(
    *_HIT,
    column("rank", "rank", "place among all hits of the search, 1 the best", "number"),
    column("snippet", lambda hit: None if hit.snippet is None else _unmarked(hit.snippet), "the match in context"),
    tsv="id date title tags status",
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
        found += table.fields.values() if name == "all" else (field_of(table, name),)
    return tuple(found)


def shown_fields(table: Table, shows: Literal["tsv", "csv", "all"]) -> tuple[Field, ...]:
    """The fields that a form shows where none are asked for: the few of tsv, those of csv, or every one."""
    shown = chosen(table, {"tsv": table.tsv, "csv": table.csv, "all": tuple(table.fields)}[shows])
    return tuple(map(_terse, shown)) if shows == "tsv" else shown


def _terse(field: Field) -> Field:
    """The field without its usual value."""
    if field.unsaid is None:
        return field

    def get(row: object) -> object:
        value = field.get(row)
        return None if value == field.unsaid else value

    return replace(field, get=get)


def field_to_sort_by(table: Table, name: str) -> Field:
    """The field of a name, blind to case, by which rows of a table are to be sorted.

    Raises:
        UsageError: the table has none of that name; it names the nearest, or all of them.
    """
    top, dot, inside = name.strip().partition(".")
    names = [*(one for one in ORDERS if one in table.fields), *(one for one in table.fields if one not in ORDERS)]
    return field_of(table, one_of("order", top, names) + dot + inside.casefold(), "order")


def field_of(table: Table, name: str, parameter: str = "fields") -> Field:
    """The field of a name, or of what is inside one, ``sources.url``.

    Raises:
        UsageError: the table has none of that name; it says what the parameter takes.
    """
    top, _, inside = name.partition(".")
    field = table.fields.get(top)
    if field is None:
        near = did_you_mean(nearest(name, table.fields)) if name else ""
        every = f"There are {', '.join(table.fields)}"
        raise UsageError(parameter, name, f"there is no field {VALUE}", f"{near} {every}" if near else every)
    return _inner(field, top, inside, parameter) if inside else field


def _inner(field: Field, top: str, inside: str, parameter: str) -> Field:
    """The field that takes one name of each entry of another, however deep."""
    path = top
    for name in inside.split("."):
        names = [entry.encode_name for entry in struct_fields(_INSIDE[path])] if path in _INSIDE else []
        if name not in names:
            within = f"there are {', '.join(names)}" if names else "it has no parts"
            raise UsageError(parameter, name, f"there is no {VALUE} in '{path}'", within)
        path = f"{path}.{name}"

    def get(row: object) -> list[Any]:
        entries = field.get(row)
        values: list[Any] = list(entries.values() if isinstance(entries, dict) else entries)
        for name in inside.split("."):
            values = [getattr(value, name) for value in values]
            values = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
        return values

    return Field(path, "objects" if path in _INSIDE else "texts", get, f"{inside} of each of {top}")
