"""Tables with fixed columns: ACLED, UCDP GED, GDELT, GTD, ICEWS and its quadruples, TimelineJS sheets.

They are known by the names of their columns, or, where they have no header, by the number and shape of their cells.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from relations_cli.model.facts import Source
from relations_cli.readers.entries.cell_values import DASH, SEPARATORS, related, several, sources_of
from relations_cli.readers.entries.date_parts import dated_in, historians_date, joined_date
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.roles import folded
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.dialect import Record

Cells = Mapping[str, str]
"""Column, folded: the text in it."""

_GDELT_1, _GDELT_2 = 58, 61
_QUADRUPLE = 4

_CAMEO: Mapping[str, str] = {
    "01": "makes a statement to",
    "02": "appeals to",
    "03": "expresses intent to cooperate with",
    "04": "consults",
    "05": "cooperates diplomatically with",
    "06": "cooperates materially with",
    "07": "gives aid to",
    "08": "yields to",
    "09": "investigates",
    "10": "makes demands on",
    "11": "disapproves of",
    "12": "rejects",
    "13": "threatens",
    "14": "protests against",
    "15": "shows military posture to",
    "16": "reduces relations with",
    "17": "coerces",
    "18": "assaults",
    "19": "fights",
    "20": "uses mass violence against",
}
"""The root codes of the CAMEO codebook (version 1.1b3), by which GDELT codes what happened."""


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
            known = ("" if cell == _NO_VALUE else cell for cell in cells[: len(columns)])
            entry = self.entry(dict(zip_longest(columns, known, fillvalue="")))
            if entry is None:
                reading.note("left out", "a title or an era, no event", (line, None))
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
    if widths <= {_GDELT_1, _GDELT_2} and all(re.fullmatch(r"\d{8}", cells[1], re.ASCII) for cells in rows):
        return Coding(_gdelt, _gdelt_names(max(widths)))
    if widths == {_QUADRUPLE} and all(all(cells) for cells in rows):
        for names in (("subject", "relation", "object", "date"), ("date", "subject", "relation", "object")):
            if all(re.fullmatch(_ISO_DAY, cells[names.index("date")], re.ASCII) for cells in rows):
                return Coding(_quadruple, names)
    return None


_ISO_DAY = r"\d{4}-\d\d-\d\d(?:[ T][\d:.]+)?"


def _quadruple(row: Cells) -> Entry:
    actors = tuple(dict.fromkeys(name.strip() for name in (row["subject"], row["object"])))
    return Entry(
        date=row["date"],
        title=related(row["subject"], row["relation"].replace("_", " "), row["object"]),
        actors=actors,
    )


def _gdelt_names(width: int) -> tuple[str, ...]:
    """The columns of the event table that are used, by their places in the codebooks of GDELT 1.0 and 2.0."""
    names = [f"column{at + 1}" for at in range(width)]
    known = {0: "globaleventid", 1: "sqldate", 6: "actor1name", 16: "actor2name", 26: "eventcode", 28: "eventrootcode"}
    place = 50 if width == _GDELT_1 else 52
    for at, name in {**known, place: "actiongeofullname", width - 1: "sourceurl"}.items():
        names[at] = name
    return tuple(names)


def _gdelt(row: Cells) -> Entry:
    actors = tuple(dict.fromkeys(name for key in ("actor1name", "actor2name") if (name := row[key].strip())))
    code = row["eventcode"].strip()
    relation = _CAMEO.get(row["eventrootcode"].strip().zfill(2) or code[:2], f"event {code}")
    first, second = (row[key].strip() for key in ("actor1name", "actor2name"))
    return Entry(
        date=row["sqldate"],
        title=related(first, f"{relation} (CAMEO {code})", second),
        id=row["globaleventid"].strip(),
        actors=actors,
        places=several(row.get("actiongeofullname", ""), marks=SEPARATORS),
        sources=sources_of(row.get("sourceurl", "")),
    )


def _icews(row: Cells) -> Entry:
    first, second = row["sourcename"].strip(), row["targetname"].strip()
    return Entry(
        date=row["eventdate"],
        title=related(first, row["eventtext"], second),
        id=row.get("eventid", "").strip(),
        actors=tuple(dict.fromkeys(name for name in (first, second) if name)),
        places=tuple(dict.fromkeys(place for key in ("city", "country") if (place := row.get(key, "").strip()))),
        sources=sources_of(row.get("publisher", "")),
    )


def _acled(row: Cells) -> Entry:
    """A day in the week or month that ACLED's ``time_precision`` 2 and 3 stand for is not the day itself (codebook)."""
    first, second = row.get("actor1", "").strip(), row.get("actor2", "").strip()
    kinds = tuple(dict.fromkeys(kind for key in ("eventtype", "subeventtype") if (kind := row.get(key, "").strip())))
    date = dated_in(row.get("year", ""), row["eventdate"].strip())
    is_rough = row.get("timeprecision", "").strip() in {"2", "3"}
    text = row.get("notes", "").strip()
    return Entry(
        date=f"about {date.replace('-', ' ') if date[-5:-4] == '-' else date}" if date and is_rough else date,
        title="" if text else related(first, kinds[-1] if kinds else "", second),
        summary=text,
        id=row.get("eventidcnty", "").strip() or row.get("dataid", "").strip(),
        type=kinds[0] if kinds else "",
        tags=kinds[1:],
        actors=tuple(dict.fromkeys(name for name in (first, second) if name)),
        places=tuple(dict.fromkeys(place for key in ("location", "country") if (place := row.get(key, "").strip()))),
        sources=tuple(Source(publisher=name) for name in several(row.get("source", ""), marks=SEPARATORS)),
    )


def _ucdp(row: Cells) -> Entry:
    """GED gives the first and last day on which an event can have happened; ``date_prec`` says no more (codebook)."""
    first, second = row.get("sidea", "").strip(), row.get("sideb", "").strip()
    deaths = row.get("best", "").strip()
    headline = row.get("sourceheadline", "").strip()
    where = row.get("wherecoordinates", "").strip() or row.get("adm1", "").strip()
    toll = f": {deaths} deaths" if deaths and deaths != "1" else ": 1 death" if deaths else ""
    return Entry(
        date=_day(row["datestart"]),
        end=_day(row["dateend"]),
        title=related(first, "violence", second) + (f", {where}" if where else "") + toll,
        summary=headline,
        id=row.get("id", "").strip() or row.get("relid", "").strip(),
        actors=tuple(dict.fromkeys(name for name in (first, second) if name)),
        places=tuple(dict.fromkeys(place for place in (where, row.get("country", "").strip()) if place)),
        sources=tuple(Source(publisher=name) for name in several(row.get("sourceoffice", ""), marks=SEPARATORS)),
    )


def _day(text: str) -> str:
    return re.sub(r"[ T]00:00:00(?:\.0+)?$", "", text.strip())


def _gtd(row: Cells) -> Entry:
    """The summary of the Global Terrorism Database is missing before 1998; a month or day 0 is unknown (codebook)."""
    group, target = row.get("gname", "").strip(), row.get("target1", "").strip()
    text = row.get("summary", "").strip()
    return Entry(
        date=joined_date(row["iyear"], row["imonth"], row["iday"]),
        title="" if text else related(group, row["attacktype1txt"], target),
        summary=text,
        id=row["eventid"].strip(),
        type=row["attacktype1txt"].strip(),
        actors=tuple(name for name in (group,) if name and name != "Unknown"),
        places=tuple(dict.fromkeys(place for key in ("city", "countrytxt") if (place := row.get(key, "").strip()))),
        sources=sources_of(row.get("scite1", "")),
    )


def _timelinejs(row: Cells) -> Entry | None:
    """A row of the sheet; the title row and the eras are no events (TimelineJS, "Using spreadsheets")."""
    if folded(row.get("type", "")) in {"era", "title"}:
        return None
    media = row.get("media", "").strip()
    group = row.get("group", "").strip()
    date = historians_date(row["year"], row.get("month", ""), row.get("day", ""))
    return Entry(
        date=date,
        end=historians_date(row.get("endyear", ""), row.get("endmonth", ""), row.get("endday", "")),
        title=untagged(row["headline"]),
        summary=untagged(row.get("text", "")),
        tags=(group,) if group else (),
        sources=sources_of(media) if re.match("https?://", media) else (),
    )


_BY_HEADER: Sequence[tuple[set[str], Callable[[Cells], Entry | None]]] = (
    ({"eventdate", "eventtype", "subeventtype", "actor1"}, _acled),
    ({"eventdate", "timeprecision", "eventtype", "actor1"}, _acled),
    ({"eventdate", "sourcename", "targetname", "eventtext"}, _icews),
    ({"datestart", "dateend", "sidea", "sideb"}, _ucdp),
    ({"globaleventid", "sqldate", "actor1name", "actor2name", "eventcode", "eventrootcode"}, _gdelt),
    ({"eventid", "iyear", "imonth", "iday", "attacktype1txt"}, _gtd),
    ({"year", "month", "day", "headline", "text", "media"}, _timelinejs),
)
"""The columns that a table is known by."""
