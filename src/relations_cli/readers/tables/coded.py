"""Tables with fixed columns: ACLED, UCDP GED, GDELT, GTD, ICEWS and its quadruples, TimelineJS sheets.

They are known by the names of their columns, or, where they have no header, by the number and shape of their cells.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from relations_cli.escaping import one_line
from relations_cli.readers.entries.cell_values import DASH, sources_of
from relations_cli.readers.entries.date_parts import at_time, end_at, historians_date
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.roles import folded
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.dialect import Cells, Record
from relations_cli.readers.tables.relations import GDELT_1, GDELT_2, gdelt, gdelt_names, icews, quadruple
from relations_cli.readers.tables.violence import acled, gtd, ucdp

_QUADRUPLE = 4

_NO_VALUE = "NA"
"""How R writes an empty cell, in which most of these tables are cut to size."""


class Coding(NamedTuple):
    """How the records of a known table become entries."""

    entry: Callable[[Cells], Entry | None]
    """The entry of a record; None: it is no event, such as a title."""
    names: Sequence[str] = ()
    """The columns, where the table has no header."""

    def entries(self, rows: Iterable[Record], reading: Reading, names: Sequence[str] = ()) -> Iterator[Entry]:
        """An entry for each record that is an event, in their order; its cells are kept under ``extra``."""
        names = names or self.names
        columns = [folded(name) for name in names]
        made = False
        for line, cells in rows:
            if any(cells[len(columns) :]):
                what = f"{len(cells)} cells under a header of {len(columns)}"
                reading.skip(
                    what,
                    (line, None),
                    why="quote the cells that hold the delimiter",
                    says="; ".join(filter(None, cells)),
                )
                continue
            known = ("" if cell == _NO_VALUE else cell for cell in cells[: len(columns)])
            entry = self.entry(dict(zip_longest(columns, known, fillvalue="")))
            if entry is None:
                said = one_line(" ".join(filter(None, cells)))
                reading.note("left out", "a title or an era, no event", (line, None), why=said)
                continue
            if DASH in entry.title and not made:
                made = True
                reading.note("inferred", "titles made as actor \u2014 relation \u2014 actor", (line, None))
            entry.position = (line, None)
            entry.extra = {name: text for name, text in zip(names, cells, strict=False) if text}
            yield entry


def coding_of_header(names: Sequence[str]) -> Coding | None:
    """The known table that has these columns."""
    columns = {folded(name) for name in names}
    for wanted, entry in _BY_HEADER:
        if wanted <= columns:
            return Coding(entry)
    return None


def coding_of_rows(rows: Sequence[Sequence[str]]) -> Coding | None:
    """The known table without a header that has such records."""
    if not rows:
        return None
    widths = {len(cells) for cells in rows}
    if widths <= {GDELT_1, GDELT_2} and all(re.fullmatch(r"\d{8}", cells[1], re.ASCII) for cells in rows):
        return Coding(gdelt, gdelt_names(max(widths)))
    if widths == {_QUADRUPLE} and all(all(cells) for cells in rows):
        for names in (("subject", "relation", "object", "date"), ("date", "subject", "relation", "object")):
            if all(re.fullmatch(_ISO_DAY, cells[names.index("date")], re.ASCII) for cells in rows):
                return Coding(quadruple, names)
    return None


_ISO_DAY = r"\d{4}-\d\d-\d\d(?:[ T][\d:.]+)?"


def _timelinejs(row: Cells) -> Entry | None:
    """A row of the sheet; the title row and the eras are no events (TimelineJS, "Using spreadsheets")."""
    if folded(row.get("type", "")) in {"era", "title"}:
        return None
    media = row.get("media", "").strip()
    group = row.get("group", "").strip()
    date = historians_date(row["year"], row.get("month", ""), row.get("day", ""))
    end = historians_date(row.get("endyear", ""), row.get("endmonth", ""), row.get("endday", ""))
    return Entry(
        date=at_time(date, row.get("time", ""))[0],
        end=end_at(end, row.get("endtime", ""), date),
        title=untagged(row["headline"]),
        summary=untagged(row.get("text", "")),
        tags=(group,) if group else (),
        sources=sources_of(media) if re.match("https?://", media) else (),
    )


_BY_HEADER: Sequence[tuple[set[str], Callable[[Cells], Entry | None]]] = (
    ({"eventdate", "eventtype", "subeventtype", "actor1"}, acled),
    ({"eventdate", "timeprecision", "eventtype", "actor1"}, acled),
    ({"eventdate", "sourcename", "targetname", "eventtext"}, icews),
    ({"datestart", "dateend", "sidea", "sideb"}, ucdp),
    ({"globaleventid", "sqldate", "actor1name", "actor2name", "eventcode", "eventrootcode"}, gdelt),
    ({"eventid", "iyear", "imonth", "iday", "attacktype1txt"}, gtd),
    ({"year", "month", "day", "headline", "text", "media"}, _timelinejs),
)
"""The columns that a table is known by."""
