"""Tables of who does what to whom: GDELT, ICEWS and its quadruples."""

from collections.abc import Mapping
from typing import Final

from relations_cli.readers.entries.cell_values import SEPARATORS, distinct, related, several, sources_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.tables.dialect import Cells

GDELT_1: Final = 58
"""Columns of the event table of GDELT 1.0."""
GDELT_2: Final = 61

_CAMEO: Final[Mapping[str, str]] = {
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


def quadruple(row: Cells) -> Entry:
    """Subject, relation, object and day of an event."""
    return Entry(
        date=row["date"],
        title=related(row["subject"], row["relation"].replace("_", " "), row["object"]),
        actors=distinct(row["subject"], row["object"]),
    )


def gdelt(row: Cells) -> Entry:
    """An event of GDELT 1.0 or 2.0, whose relation is a code."""
    code = row["eventcode"].strip()
    relation = _CAMEO.get(row["eventrootcode"].strip().zfill(2) or code[:2], f"event {code}")
    first, second = (row[key].strip() for key in ("actor1name", "actor2name"))
    return Entry(
        date=row["sqldate"],
        title=related(first, f"{relation} (CAMEO {code})", second),
        id=row["globaleventid"].strip(),
        actors=distinct(first, second),
        places=several(row.get("actiongeofullname", ""), marks=SEPARATORS),
        sources=sources_of(row.get("sourceurl", "")),
    )


def icews(row: Cells) -> Entry:
    """An event of ICEWS, whose relation is in words."""
    first, second = row["sourcename"].strip(), row["targetname"].strip()
    return Entry(
        date=row["eventdate"],
        title=related(first, row["eventtext"], second),
        id=row.get("eventid", "").strip(),
        actors=distinct(first, second),
        places=distinct(*(row.get(key, "") for key in ("city", "country"))),
        sources=sources_of(row.get("publisher", "")),
    )


def gdelt_names(width: int) -> tuple[str, ...]:
    """The columns of the event table that are used, by their places in the codebooks of GDELT 1.0 and 2.0."""
    names = [f"column{at + 1}" for at in range(width)]
    known = {0: "globaleventid", 1: "sqldate", 6: "actor1name", 16: "actor2name", 26: "eventcode", 28: "eventrootcode"}
    place = 50 if width == GDELT_1 else 52
    for at, name in {**known, place: "actiongeofullname", width - 1: "sourceurl"}.items():
        names[at] = name
    return tuple(names)
