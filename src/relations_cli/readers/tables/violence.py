"""Tables of violence: ACLED, UCDP GED and the Global Terrorism Database."""

import re

from relations_cli.model.facts import Source
from relations_cli.readers.entries.cell_values import SEPARATORS, distinct, related, several, sources_of
from relations_cli.readers.entries.date_parts import dated_in, joined_date
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.tables.dialect import Cells


def acled(row: Cells) -> Entry:
    """A day in the week or month that ACLED's ``time_precision`` 2 and 3 stand for is not the day itself (codebook)."""
    first, second = row.get("actor1", "").strip(), row.get("actor2", "").strip()
    kinds = distinct(*(row.get(key, "") for key in ("eventtype", "subeventtype")))
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
        actors=distinct(first, second),
        places=distinct(*(row.get(key, "") for key in ("location", "country"))),
        sources=tuple(Source(publisher=name) for name in several(row.get("source", ""), marks=SEPARATORS)),
    )


def ucdp(row: Cells) -> Entry:
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
        actors=distinct(first, second),
        places=distinct(where, row.get("country", "")),
        sources=tuple(Source(publisher=name) for name in several(row.get("sourceoffice", ""), marks=SEPARATORS)),
    )


def _day(text: str) -> str:
    return re.sub(r"[ T]00:00:00(?:\.0+)?$", "", text.strip())


def gtd(row: Cells) -> Entry:
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
        places=distinct(*(row.get(key, "") for key in ("city", "countrytxt"))),
        sources=sources_of(row.get("scite1", "")),
    )
