"""A chronology that was written as an SQLite database: its facts, and nothing that was computed of them."""

import os
import re
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, Final

import msgspec

from relations_cli.errors import parameter
from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology, Source
from relations_cli.model.version import DATABASE_FORM, newer_form, too_new
from relations_cli.readers.containers.database import Database, opened
from relations_cli.readers.containers.kind import SQLITE, form_of_ours
from relations_cli.readers.located.faults import DEEPEST_EXTRA, TOO_DEEP
from relations_cli.readers.located.places import Path
from relations_cli.readers.located.strict import is_shallow, strict
from relations_cli.readers.located.syntax import mismatched
from relations_cli.readers.own.checks import check, refusal
from relations_cli.readers.reading import Reading

_OF_ROW: Final = ("id", "date", "title", "summary", "type", "known", "note")
_OF_ACTOR: Final = ("name", "kind", "aliases", "parent")
_OF_EVENT: Final = {"tags": "tag", "actors": "actor", "places": "place", "propositions": "proposition"}
"""What an event has several of: the column of its table, ``event_tags``."""
_OF_SOURCE: Final = tuple(Source.__struct_fields__)
_OF_CLAIM: Final = ("stance", "date", "note", "quote", "source", "locator")
_HEADING: Final = ("$schema", "title", "description", "updated", "license")

Row = dict[str, Any]
Groups = dict[Any, list[Any]]
"""What has rows in another table: they, in their order."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology in a database of ours.

    Raises:
        DataError: it is no database, another's, of a newer form, or broken; or as of a chronology in json.
    """
    if not data.startswith(SQLITE):
        reading.refuse("is no SQLite database", why=f"leave out {parameter('reader')}")
    form = form_of_ours(data)
    if form is not None and form > DATABASE_FORM:
        what = f"form {form} of a database is newer than form {DATABASE_FORM}, which this timeline reads"
        reading.refuse(what, why="upgrade relations-cli")
    _note_log(reading)
    with opened(data, reading) as database:
        if "chronology" not in database.tables or "events" not in database.tables:
            reading.refuse("is an SQLite database, but none that this timeline wrote", why="save a table of it as csv")
        return _Taker(database, reading).chronology()


def _note_log(reading: Reading) -> None:
    """Say that a write-ahead log lies beside the file: what it has is not in the file yet."""
    log = f"{reading.path}-wal"
    try:
        has_changes = bool(reading.path) and os.path.getsize(log) > 0
    except (OSError, ValueError):
        return
    if has_changes:
        what = f"what the log {quoted(log)} has and the file has not"
        reading.note("left out", what, why="end what has the database open")


class _Taker:
    """The rows of the tables as what they stand for."""

    def __init__(self, database: Database, reading: Reading) -> None:
        self._database = database
        self._reading = reading

    def chronology(self) -> Chronology:
        """The chronology.

        Raises:
            DataError: a row is none of ours, or a date cannot be read.
        """
        said = {row["key"]: row["value"] for row in self._database.rows("chronology", ("key", "value"))}
        form = newer_form(said.get("$schema"))
        if form is not None:
            self._reading.refuse(too_new(form))
        whole: Row = {key: said.get(key) for key in _HEADING} | {"extra": self._json(said.get("extra"), ("extra",))}
        for table in ("types", "tags", "measures"):
            whole[table] = {row["id"]: row["meaning"] for row in self._declared(table, "meaning")}
        whole["actors"] = {row["id"]: self._actor(row) for row in self._declared("actors", *_OF_ACTOR)}
        claims = self._claims()
        whole["events"] = self._events(_grouped(claims, "event", _claim))
        spoken = _grouped(claims, "proposition", _claim)
        whole["propositions"] = {
            row["id"]: _given({"text": row["text"], "claims": spoken.pop(row["id"], None)})
            for row in self._declared("propositions", "text")
        }
        spoken.pop(None, None)
        self._note_orphans("claims", spoken)
        return self._checked(_given(whole))

    def _declared(self, table: str, *columns: str) -> list[Row]:
        """The names of a vocabulary in its order, without those that are used and not declared: they have no place."""
        rows = self._database.rows(table, ("id", *columns, "seq"))
        return _in_order(row for row in rows if row["seq"] is not None)

    def _actor(self, row: Row) -> Row:
        return _given({name: row[name] for name in _OF_ACTOR} | {"aliases": self._json(row["aliases"], ("actors",))})

    def _claims(self) -> list[Row]:
        """Every claim, with the figures given with it."""
        rows = _in_order(self._database.rows("figures", ("claim", "measure", "low", "high", "seq")))
        figures = _grouped(rows, "claim", _figure)
        columns = ("id", "event", "proposition", "actor", *_OF_CLAIM, "said_in", "said_in_missing", "seq")
        claims = [row | {"figures": figures.pop(row["id"], None)} for row in self._database.rows("claims", columns)]
        self._note_orphans("figures", figures)
        return _in_order(claims)

    def _events(self, claims: Groups) -> list[Row]:
        """Every event with what it has several of, in the order of the file."""
        several: dict[str, Groups] = {"claims": claims}
        for name, column in _OF_EVENT.items():
            rows = _in_order(self._database.rows(f"event_{name}", ("event", column, "seq")))
            several[name] = _grouped(rows, "event", itemgetter(column))
        related = _in_order(self._database.rows("related", ("event", "other", "missing", "seq")))
        several["related"] = _grouped(related, "event", lambda row: _first(row["other"], row["missing"]))
        sources = _in_order(self._database.rows("sources", ("event", *_OF_SOURCE, "seq")))
        several["sources"] = _grouped(sources, "event", lambda row: _given({name: row[name] for name in _OF_SOURCE}))
        claims.pop(None, None)  # those on propositions
        events = []
        for at, row in enumerate(_in_order(self._database.rows("events", (*_OF_ROW, "landmark", "extra", "seq")))):
            own: Row = {name: row[name] for name in _OF_ROW}
            own |= {name: groups.pop(row["id"], None) for name, groups in several.items()}
            own["landmark"] = bool(row["landmark"]) if row["landmark"] in (0, 1) else row["landmark"]
            own["extra"] = self._json(row["extra"], ("events", at, "extra"))
            events.append({"date": None} | _given(own))
        for name, groups in several.items():
            self._note_orphans(name, groups)
        return events

    def _note_orphans(self, table: str, groups: Groups) -> None:
        """Say how many rows belong to what is not there, as where somebody has deleted an event alone."""
        rows = sum(map(len, groups.values()))
        if rows:
            what = f"{rows:,} {'row' if rows == 1 else 'rows'} of {table}"
            self._reading.note("left out", what, why="what they belong to is not there")

    def _json(self, value: object, path: Path) -> Any:  # noqa: ANN401 -- whatever stands there
        """What the JSON of a cell says; None for an empty cell.

        Raises:
            DataError: it is no JSON, or nested too deep.
        """
        if value is None:
            return None
        try:
            read: Any = strict(value.encode() if isinstance(value, str) else b"")
        except (ValueError, RecursionError):
            raise refusal("no valid JSON", path, self._reading.name, _nowhere) from None
        if not is_shallow([read], DEEPEST_EXTRA):
            raise refusal(TOO_DEEP, path, self._reading.name, _nowhere)
        return read

    def _checked(self, whole: Row) -> Chronology:
        """The chronology, as the model has it.

        Raises:
            DataError: a value is not as its type says, or a date cannot be read.
        """
        try:
            chronology = msgspec.convert(whole, Chronology)
        except msgspec.ValidationError as error:
            raise mismatched(error, whole, self._reading.name, Chronology, _nowhere) from None
        check(chronology, self._reading.name, _nowhere)
        return chronology


def _in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows by their places; those of a person, who gave none, behind."""
    return sorted(rows, key=lambda row: (False, row["seq"]) if isinstance(row["seq"], int | float) else (True, 0))


def _grouped(rows: Iterable[Row], by: str, made: Callable[[Row], Any]) -> Groups:
    """What rows stand for, by the row of another table to which they belong."""
    groups: Groups = {}
    for row in rows:
        groups.setdefault(row[by], []).append(made(row))
    return groups


def _claim(row: Row) -> Row:
    own = {name: row[name] for name in (*_OF_CLAIM, "figures")}
    return _given(own | {"by": row["actor"], "event": _first(row["said_in"], row["said_in_missing"])})


def _figure(row: Row) -> Row:
    return _given({"of": row["measure"], "low": _number(row["low"]), "high": _number(row["high"])})


def _number(value: object) -> object:
    """A number; one that is too large for SQLite's integers is a text."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?[0-9]{19,4000}", value) else value


def _first(value: object, other: object) -> object:
    return other if value is None else value


def _given(row: Row) -> Row:
    """Without what is not said."""
    return {key: value for key, value in row.items() if value is not None}


def _nowhere(_path: Path) -> None:
    """No line: the place says where."""
