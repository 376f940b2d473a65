"""Files that are no JSON, changed in their structure: what each format is made of is put where it does not belong."""

import csv
import io
from collections.abc import Callable

from machine import hostile
from machine.chance import Chance
from machine.snippets import LINES

_TABLES = {".csv": ",", ".tsv": "\t", ".psv": "|"}
_HEADS = ("date", "title", "Date", "when", "end", "year", "month", "day", "id", "tags", "source", "", "summary", "date")


def restructured(name: str, data: bytes, chance: Chance, times: int) -> bytes:
    """The data of a file of that name, changed so many times in the way of its format; of others as they are."""
    suffix = name[name.rfind(".") :]
    if suffix not in LINES and suffix not in _TABLES:
        return data
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(times):
        text = _table(text, _TABLES[suffix], chance) if suffix in _TABLES else _lines(text, LINES[suffix], chance)
    return text.encode("utf-8", "surrogateescape")


def _lines(text: str, of_format: tuple[str, ...], chance: Chance) -> str:
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    way = chance.randrange(6)
    if way < 3:  # noqa: PLR2004
        lines.insert(place, chance.choice(of_format))
    elif way == 3:  # noqa: PLR2004
        lines[place] = chance.pick("  ", "\t", " ", "- ", "> ") + lines[place]
    elif way == 4:  # noqa: PLR2004
        lines[place] = lines[place].lstrip()
    else:
        mark = chance.choice((":", "=", ";"))
        before, mark, _ = lines[place].partition(mark)
        lines[place] = before + mark + chance.pick(hostile.text, hostile.date)(chance)
    return "\n".join(lines)


def _table(text: str, mark: str, chance: Chance) -> str:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error:
        return text
    if not rows:
        return text
    chance.choice(_OF_TABLES)(rows, chance)
    out = io.StringIO()
    other = chance.choice((mark, mark, mark, ",", ";", "\t", "|"))
    breaks = chance.choice(("\n", "\r\n"))
    if chance.one_in(3):
        csv.writer(out, delimiter=other, quoting=csv.QUOTE_ALL, lineterminator=breaks).writerows(rows)
    else:
        csv.writer(out, delimiter=other, lineterminator=breaks).writerows(rows)
    return out.getvalue()


Rows = list[list[str]]


def _cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    row.insert(chance.randrange(len(row) + 1), chance.pick(hostile.text, hostile.date)(chance))


def _no_cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    if row:
        row.pop(chance.randrange(len(row)))


def _other_cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = chance.pick(hostile.text, hostile.date)(chance)


def _head(rows: Rows, chance: Chance) -> None:
    if rows[0]:
        rows[0][chance.randrange(len(rows[0]))] = chance.choice((*_HEADS, hostile.text(chance)))


def _column(rows: Rows, chance: Chance) -> None:
    """A column twice, or away, or at the end."""
    place, way = chance.randrange(max(1, len(rows[0]))), chance.randrange(3)
    for row in rows:
        if place < len(row):
            row.extend([row.pop(place)] * way)


def _row(rows: Rows, chance: Chance) -> None:
    rows.insert(
        chance.randrange(len(rows) + 1), list(chance.pick(rows[0], rows[-1], [], [""], ["# note"], ["Sheet 1", ""]))
    )


_OF_TABLES: tuple[Callable[[Rows, Chance], None], ...] = (
    _cell,
    _no_cell,
    _other_cell,
    _other_cell,
    _head,
    _column,
    _row,
)
