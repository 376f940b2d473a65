"""The events of an answer as an SQLite database, which is a whole chronology; it is built in a file without a name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import Final

from relations_cli.errors import OutputError
from relations_cli.model.version import DATABASE, DATABASE_FORM
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.indexing import TOKENIZER
from relations_cli.writers.chronology import left_out, selection
from relations_cli.writers.format import How
from relations_cli.writers.nameless import nameless
from relations_cli.writers.sqlite_rows import rows_of
from relations_cli.writers.sqlite_tables import INDEXES, SEARCHED, TABLES, VIEWS

_PART: Final = 1 << 16
_PAGE: Final = 4096
_SMALL_PAGE: Final = 1024
"""Bytes: an empty table or index takes one, and there are fifty."""
_FEW: Final = 100
"""Events of a chronology for which small pages do."""
_SETTINGS: Final = {
    "journal_mode": "OFF",  # what fails is nothing: there is no file to go back to
    "synchronous": 0,
    "temp_store": 2,  # sorting has no file of its own: no disk can be full
    "foreign_keys": 1,
    "application_id": DATABASE,
    "user_version": DATABASE_FORM,
}
"""Set before anything is written, so that the bytes are the same each time."""


def write(answer: Answer[Hit], _how: How) -> Iterator[bytes]:
    """The bytes of the database: the same facts as in a file of json, with statuses on the day of the question.

    Raises:
        OutputError: SQLite cannot hold it.
    """
    with nameless() as (path, file, unnamed):
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as database:
                unnamed()
                _fill(database, answer)
        except (sqlite3.Error, OverflowError) as error:
            raise OutputError(f"SQLite cannot hold it: {str(error).lower()}") from None
        while part := file.read(_PART):
            yield part


def _fill(database: sqlite3.Connection, answer: Answer[Hit]) -> None:
    pages = {"page_size": _PAGE if len(answer) > _FEW else _SMALL_PAGE}
    for name, value in (pages | _SETTINGS).items():
        database.execute(f"PRAGMA {name} = {value}")
    database.execute("BEGIN")
    database.execute("PRAGMA defer_foreign_keys = 1")  # actors refer to each other, and so do events
    for statement in _statements(TABLES):
        database.execute(statement)
    for table, rows in rows_of(answer, selection(answer)).items():
        every = iter(rows)
        first = next(every, None)
        if first is not None:
            names = ", ".join(first)
            values = ", ".join(f":{name}" for name in first)
            database.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", chain((first,), every))  # noqa: S608
    for statement in (*_statements(INDEXES), *_statements(VIEWS), *_full_text()):
        database.execute(statement)
    database.execute("COMMIT")


def _statements(sql: str) -> Iterator[str]:
    return (one.strip() for one in sql.split(";\n") if one.strip())


def _full_text() -> tuple[str, ...]:
    """What makes the index of events; Datasette and sqlite-utils find it by ``content="events"``, spelt just so."""
    columns = ", ".join(SEARCHED)
    return (
        f'CREATE VIRTUAL TABLE events_fts USING fts5({columns}, content="events", tokenize="{TOKENIZER}")',
        "INSERT INTO events_fts(events_fts) VALUES ('rebuild')",
        "INSERT INTO events_fts(events_fts) VALUES ('optimize')",
    )


__all__ = ["left_out", "write"]
