"""The formats of all kinds, and which of them a command can give."""

from collections.abc import Mapping
from types import ModuleType

from relations_cli.query.table import Table
from relations_cli.views import FORMATS as DRAWN
from relations_cli.writers import WRITERS
from relations_cli.writers.format import Format

TABLE = "table"
TSV = "tsv"
TIMELINE = "timeline"
SVG = "svg"

_DRAWN = {one.name: one for one in DRAWN}
EVERY = {TABLE: _DRAWN[TABLE]} | WRITERS | _DRAWN


def formats_for(table: Table, own: Mapping[str, Format] | None = None) -> dict[str, Format]:
    """The formats in which rows of a table can be given, by name; those of a command's own last."""
    return {name: one for name, one in EVERY.items() if one.can_take(table)} | dict(own or {})


def formats_of(command: ModuleType) -> dict[str, Format]:
    """The formats that a command can give, by name."""
    return formats_for(command.TABLE, getattr(command, "FORMATS", None))


def for_files(formats: Mapping[str, Format]) -> dict[str, Format]:
    """Those of the formats that a file can hold: what programs read, and pictures."""
    return {name: one for name, one in formats.items() if name not in (TABLE, TIMELINE)}


def in_words(formats: Mapping[str, Format]) -> str:
    """The names of the formats in a sentence, each with when it is given."""
    names = [f"{name} ({one.meaning})" if one.meaning else name for name, one in formats.items()]
    return f"{', '.join(names[:-1])} or {names[-1]}"
