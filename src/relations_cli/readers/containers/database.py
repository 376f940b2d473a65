"""An SQLite database as rows of its tables and nothing else: no SQL of the file is run, however it was made."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from relations_cli.escaping import one_line
from relations_cli.readers.reading import Reading

_JOURNAL: Final = slice(18, 20)
"""Where the header of a file says whether it has a write-ahead log (https://www.sqlite.org/fileformat.html, 1.3)."""
_WITH_LOG: Final = b"\x02\x02"
_WITHOUT: Final = b"\x01\x01"
_BROKEN: Final = "is a broken database"
_ANEW: Final = "write it again"
_SAFE: Final = ("trusted_schema = 0", "cell_size_check = 1", "query_only = 1", "mmap_size = 0")
_MAY: Final = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))
"""What may be done once it is open: no function, no pragma, no recursion."""


@contextmanager
def opened(data: bytes, reading: Reading) -> Iterator["Database"]:
    """A database while it is read, from memory.

    Raises:
        DataError: it is broken.
    """
    if data[_JOURNAL] == _WITH_LOG:  # the log would have to lie beside it in memory, too
        data = data[: _JOURNAL.start] + _WITHOUT + data[_JOURNAL.stop :]
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(data)
        yield Database(connection, len(data), reading)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # of the second kind is text that is none
        reading.refuse(_BROKEN, why=f"{one_line(str(error))}: {_ANEW}")
    finally:
        connection.close()


class Database:
    """The tables of an open database."""

    def __init__(self, connection: sqlite3.Connection, length: int, reading: Reading) -> None:
        """Take a connection to what has so many bytes.

        Raises:
            sqlite3.Error: it is broken.
        """
        self._connection = connection
        self._room = length
        self._reading = reading
        for setting in _SAFE:
            connection.execute(f"PRAGMA {setting}")
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        self.tables = frozenset(name for (name,) in connection.execute(tables))
        """Those that are tables and nothing else: no views, and nothing virtual."""

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The rows of a table, in the order in which they lie there; None where there is nothing.

        Raises:
            DataError: there is no such table, it has not got a column, or its rows hold more than the file.
            sqlite3.Error: the file is broken.
        """
        if table not in self.tables:
            self._reading.refuse(f"has no table '{table}'", why=_ANEW)
        # What would be computed, and so run what a file says, is no column here
        self._connection.set_authorizer(None)
        there = {name for _, name, *_, hidden in self._connection.execute(f"PRAGMA table_xinfo({table})") if not hidden}
        missing = [name for name in columns if name not in there]
        if missing:
            self._reading.refuse(f"its table '{table}' has no column '{missing[0]}'", why=_ANEW)
        self._connection.set_authorizer(_allowed)
        # Without its indexes: an index may be of expressions
        for values in self._connection.execute(f"SELECT {', '.join(columns)} FROM main.{table} NOT INDEXED"):  # noqa: S608
            self._take(values)
            yield dict(zip(columns, values, strict=True))

    def _take(self, values: Sequence[Any]) -> None:
        """Count a row: each of an honest file has bytes of its own, of one that leads to itself there is no end.

        Raises:
            DataError: there are more than the file holds.
        """
        self._room -= 1 + sum(len(value) for value in values if isinstance(value, str | bytes))
        if self._room < 0:
            self._reading.refuse(_BROKEN, why=f"its rows hold more than its bytes: {_ANEW}")


def _allowed(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _MAY else sqlite3.SQLITE_DENY
