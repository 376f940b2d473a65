"""The names that columns of tables and keys of entries have in many files, by what they mean to a chronology."""

from collections.abc import Mapping
from typing import Final

from relations_cli.readers.entries.role_words import WORDS

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        *("date", "startdate", "eventdate", "datestart", "when", "start", "dates", "day", "datetime", "dateevent"),
        *("begin", "begindate", "begins", "dateofevent", "dtstart", "timestamp", "isodate", "eventstartdate", "from"),
        *("datepublished", "publishedat", "published", "pubdate", "publicationdate", "releasedate", "reportdate"),
        *("incidentdate", "dateofincident", "attackdate", "occurredat", "occurred", "time", "datum", "fecha", "period"),
        *("дата", "dato", "日付", "日期", "startdatetime", "eventdatetime", "startat", "startsat", "starttime"),
        *("pointintime", "dateoccurred", "launchdate", "createdat", "created", "at", "years", "yearrange"),
        *("daterange", "timespan", "timeperiod", "timeframe", "monthyear", "daymonthyear", "yyyymmdd", "sqldate"),
    ),
    "end": (
        *("end", "enddate", "dateend", "eventenddate", "finish", "finishdate", "ends", "dtend", "until", "to"),
        *("enddatetime", "endat", "endsat", "endtime"),
    ),
    "year": ("year", "startyear", "eventyear", "iyear", "styear", "jahr", "annee", "anno", "год", "年"),
    "month": ("month", "startmonth", "eventmonth", "imonth", "stmonth", "stmon", "mo", "monat", "mois", "месяц", "月"),
    "day": ("startday", "eventday", "dayofmonth", "iday", "stday", "dy", "jour", "день", "日"),
    "end_year": ("endyear", "yearend", "toyear"),
    "end_month": ("endmonth", "endmon", "monthend", "tomonth"),
    "end_day": ("endday", "dayend"),
    "time": (
        *(
            "timeofday",
            "clocktime",
            "localtime",
            "timelocal",
            "utctime",
            "timeutc",
            "timegmt",
            "hour",
            "starthour",
            "uhrzeit",
            "heure",
            "hora",
            "ora",
            "godzina",
            "tijd",
        ),
        *("время", "час", "时间", "時間", "時刻", "시간", "시각"),
    ),
    "end_time": ("endhour", "timeend"),
    "minute": ("minute", "startminute"),
    "zone": ("timezone", "tz", "utcoffset", "timezoneoffset", "gmtoffset"),
    "title": (
        *("title", "headline", "name", "event", "eventname", "eventtitle", "heading", "subject", "what", "label"),
        *("shorttitle", "whathappened", "entry", "milestone", "incident", "happening", "caption"),
        *("titel", "titre", "titulo", "titolo", "ereignis", "evenement", "evento", "событие", "название", "заголовок"),
        *("事件", "出来事", "标题", "標題"),
        *("battle", "war", "mission", "treaty", "announcement", "achievement", "release"),
        *("warname", "conflictname", "item", "action", "activity", "occasion", "whathappened", "development", "news"),
    ),
    "summary": (
        *("summary", "description", "text", "notes", "details", "detail", "body", "content", "desc", "abstract"),
        *("eventdescription", "longdescription", "shortdescription", "story", "narrative", "comment", "comments"),
        *("information", "info", "eventsummary", "excerpt", "subtitle", "explanation", "significance", "html"),
        *("beschreibung", "descripcion", "descrizione", "texte", "texto", "описание", "текст", "内容"),
    ),
    "note": ("note", "editornote", "editorsnote"),
    "type": ("type", "eventtype", "kind"),
    "tags": (
        *(
            "tags",
            "tag",
            "category",
            "categories",
            "group",
            "keywords",
            "topic",
            "topics",
            "labels",
            "theme",
            "themes",
            "分類",
        ),
    ),
    "actors": (
        *("actors", "actor", "actor1", "actor2", "people", "person", "who", "participants", "parties", "country1"),
        *("country2", "sidea", "sideb", "perpetrator", "organisation", "organization", "actor1name", "actor2name"),
    ),
    "places": (*("places", "place", "location", "country", "where", "locationname", "countrytxt"),),
    "sources": (
        *("sources", "source", "url", "link", "sourceurl", "urls", "links", "href", "reference", "references"),
        *("sourcelink", "website", "web", "permalink", "uri", "sourceurls", "sourcesurl", "citation"),
    ),
    "id": ("id", "eventid", "uid", "guid", "identifier", "slug", "eventidcnty", "globaleventid", "entryid"),
}

ROLES: Final = {role: tuple(dict.fromkeys((*names, *WORDS.get(role, ())))) for role, names in _NAMES.items()}
"""Role: the names that have it, best first; blind to case, space, punctuation and accents."""

TIMES: Final[Mapping[str, tuple[str, ...]]] = {
    "time": (
        *("time", "starttime", "eventtime", "timestart", "begintime"),
        *("время", "час", "时间", "時間", "开始时间", "開始時間"),
    ),
    "end_time": ("endtime", "finishtime", "结束时间", "結束時間"),
}
"""Names of dates that are of times of day where another column has the day, by the role that they have then."""

OF_TIMES: Final = ("time", "minute", "zone")
"""Roles of columns that complete a day."""

MANY: Final = frozenset({"tags", "actors", "places", "sources"})
"""Roles that several columns of one table have together."""

TIMED: Final = ("time", "date", "end_time", "end")
"""Roles of columns whose name may say the zone of their times."""
