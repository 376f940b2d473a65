"""What the columns of a table and the keys of an entry are called, and what they mean to a chronology."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        *("date", "startdate", "eventdate", "datestart", "when", "start", "dates", "day", "datetime", "dateevent"),
        *("begin", "begindate", "begins", "dateofevent", "dtstart", "timestamp", "isodate", "eventstartdate", "from"),
        *("datepublished", "publishedat", "published", "pubdate", "publicationdate", "releasedate", "reportdate"),
        *("incidentdate", "dateofincident", "attackdate", "occurredat", "occurred", "time", "datum", "fecha", "period"),
        *("dateoccurred", "launchdate", "createdat", "created"),
    ),
    "end": ("end", "enddate", "dateend", "eventenddate", "finish", "finishdate", "ends", "dtend", "until", "to"),
    "year": ("year", "startyear", "eventyear", "iyear"),
    "month": ("month", "startmonth", "eventmonth", "imonth"),
    "day": ("startday", "eventday", "dayofmonth", "iday"),
    "end_year": ("endyear",),
    "end_month": ("endmonth",),
    "end_day": ("endday",),
    "title": (
        *("title", "headline", "name", "event", "eventname", "eventtitle", "heading", "subject", "what", "label"),
        *("shorttitle", "whathappened", "entry", "milestone", "incident", "happening", "caption"),
    ),
    "summary": (
        *("summary", "description", "text", "notes", "details", "detail", "body", "content", "desc", "abstract"),
        *("eventdescription", "longdescription", "shortdescription", "story", "narrative", "comment", "comments"),
        *("information", "info", "eventsummary", "excerpt"),
    ),
    "note": ("note", "editornote", "editorsnote"),
    "type": ("type", "eventtype", "kind"),
    "tags": (
        *("tags", "tag", "category", "categories", "group", "keywords", "topic", "topics", "labels", "theme", "themes"),
    ),
    "actors": (
        *("actors", "actor", "actor1", "actor2", "people", "person", "who", "participants", "parties", "country1"),
        *("country2", "sidea", "sideb", "perpetrator", "organisation", "organization", "actor1name", "actor2name"),
    ),
    "places": (*("places", "place", "location", "country", "where", "locationname"),),
    "sources": (
        *("sources", "source", "url", "link", "sourceurl", "urls", "links", "href", "reference", "references"),
        *("sourcelink", "website", "web", "permalink", "uri", "sourceurls", "citation"),
    ),
    "id": ("id", "eventid", "uid", "guid", "identifier", "slug", "eventidcnty", "globaleventid", "entryid"),
}
"""Role: the names that have it, best first; blind to case, space and punctuation."""

MANY: Final = frozenset({"tags", "actors", "places", "sources"})
"""Roles that several columns of one table have together."""


def folded(name: str) -> str:
    """A name without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", name.casefold())


_ROLE_OF: Final[Mapping[str, tuple[str, int]]] = {
    name: (role, rank) for role, names in reversed(list(ROLES.items())) for rank, name in enumerate(names)
}
_BESIDE_A_YEAR: Final = {"day": "day", "time": "", "period": ""}
"""What a year beside them makes of names that could be a date on their own."""


def roles_of(names: Iterable[str], chosen: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Role: the names that have it, best first; only one, but for the roles that several have together.

    Args:
        names: of columns or keys, as the file has them.
        chosen: role: the name that the user gave it, which is one of them.
    """
    chosen = chosen or {}
    free = {name: folded(name) for name in names if name not in chosen.values()}
    has_year = any(_ROLE_OF.get(name, ("", 0))[0] == "year" for name in free.values()) or "year" in chosen
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name, plain in free.items():
        role, rank = _ROLE_OF.get(plain, ("", 0))
        if has_year:
            role = _BESIDE_A_YEAR.get(plain, role)
        if role and role not in chosen:
            ranked.setdefault(role, []).append((rank, name))
    roles = {role: [name] for role, name in chosen.items()}
    for role, several in ranked.items():
        best = [name for _, name in sorted(several, key=lambda one: one[0])]
        roles[role] = best if role in MANY else best[:1]
    return roles
