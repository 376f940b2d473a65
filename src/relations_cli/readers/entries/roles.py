"""What the columns of a table and the keys of an entry are called, and what they mean to a chronology."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from relations_cli.readers.entries.layouts import meaning_of
from relations_cli.readers.entries.role_names import MANY, ROLES, TIMES
from relations_cli.readers.entries.role_words import COMPANY
from relations_cli.readers.entries.zones import zone_in

_DATE_WORDS: Final = frozenset(("date", "dates", "datum", "fecha", "дата"))
_END_WORDS: Final = frozenset(("end", "ended", "finish", "last", "until", "to", "through", "closing"))
_OTHER_DATES: Final = frozenset(
    (
        *("update", "updated", "modified", "changed", "accessed", "access", "retrieved", "archived", "entered"),
        *("birth", "born", "death", "died", "type", "precision", "format", "source", "added", "posted"),
    )
)
"""Words of dates that are those of the entry, of a person or of the reader, not of what happened."""
_TEXT_WORDS: Final = {
    **dict.fromkeys(("title", "headline", "name", "event", "heading", "incident", "milestone"), "title"),
    **dict.fromkeys(("description", "summary", "text", "notes", "details", "information"), "summary"),
}
_LANGUAGE: Final = re.compile(
    r"(.{4,40})[_ .-](?:cn|cs|da|de|en|es|fi|fr|he|hu|it|ja|jp|ko|kr|nl|no|pl|pt|ro|ru|sv|tr|tw|uk|zh)", re.IGNORECASE
)
_LONGEST_NAME, _MOST_WORDS = 40, 5


def folded(name: str) -> str:
    """A name without case, spaces, punctuation and accents."""
    plain = name if name.isascii() else "".join(c for c in normalize("NFKD", name) if not combining(c))
    return re.sub(r"[\W_]+", "", plain.casefold())


_ROLE_OF: Final[Mapping[str, tuple[str, int]]] = {
    folded(name): (role, rank)
    for role, names in reversed(list(ROLES.items()))
    for rank, name in reversed(list(enumerate(names)))
}
_BESIDE_A_YEAR: Final = {"day": "day", "time": "time", "period": ""}
"""What a year beside them makes of names that could be a date on their own."""
_STARTS: Final = frozenset(
    (
        *("startdate", "datestart", "start", "begin", "begindate", "begins", "dtstart", "eventstartdate", "from"),
        *("startdatetime", "startat", "startsat"),
    )
)
"""Names of first days: an end beside one is its end, though the date stands in another column."""
_YEARS: Final = frozenset(("years", "yearrange"))
_OF_THE_RECORD: Final = frozenset(("created", "createdat"))
"""Names of dates that are no event's where another date is empty: of when somebody wrote it down."""
_REMARKS: Final = frozenset(("notes", "comment", "comments", "details", "detail"))
"""Names of texts that say more about a topic, which is then the title and no tag."""
_LABEL: Final = "label"
_LAST: Final = 1000


def roles_of(
    names: Iterable[str], chosen: Mapping[str, str] | None = None, *, by_words: bool = True
) -> Mapping[str, Sequence[str]]:
    """Role: the names that have it, best first; only one, but for the roles that several have together.

    Args:
        names: of columns or keys, as the file has them.
        chosen: role: the name that the user gave it, which is one of them.
        by_words: whether a single name with the word date in it is the date where no name is known, and so for texts.
    """
    return _roles(tuple(names), tuple((chosen or {}).items()), by_words)


def spares_of(names: Iterable[str], chosen: Mapping[str, str] | None = None) -> Mapping[str, Sequence[str]]:
    """Role: the other names that have it, best first, for where the best is empty; none for a role that was chosen."""
    return _spares(tuple(names), tuple((chosen or {}).items()))


def holds_years(roles: Mapping[str, Sequence[str]]) -> bool:
    """Whether the dates stand under a name of years, so that ``2009-10`` is two of them."""
    return "date" in roles and folded(roles["date"][0]) in _YEARS


def start_beside(roles: Mapping[str, Sequence[str]], spares: Mapping[str, Sequence[str]]) -> str | None:
    """The name of a first day whose end there is, where the date has another name; None: there is none."""
    if "end" not in roles or "date" not in roles or folded(roles["date"][0]) in _STARTS:
        return None
    return next((name for name in spares.get("date", ()) if folded(name) in _STARTS), None)


def dates_among(names: Iterable[str]) -> list[str]:
    """The names with the word date in them that may be that of what happened, in their order."""
    return [name for name in names if (words := _words(name)) & _DATE_WORDS and not words & _OTHER_DATES]


def _zoneless(name: str) -> str:
    """A folded name; that of times may say their zone."""
    return folded(zone_in(name)[0])


@lru_cache(maxsize=512)
def _roles(names: tuple[str, ...], given: tuple[tuple[str, str], ...], by_words: bool) -> Mapping[str, Sequence[str]]:  # noqa: FBT001
    chosen = dict(given)
    free = {name: _zoneless(name) for name in names if name not in chosen.values()}
    roles = {role: [name] for role, name in chosen.items()}
    ranked = _ranked(free, chosen)
    for role, best in ranked.items():
        roles[role] = best if role in MANY else best[:1]
    _with_times(roles, ranked, free)
    _lend_texts(roles, free)
    return _with_words(roles, free) if by_words else roles


def _with_times(roles: dict[str, list[str]], ranked: Mapping[str, Sequence[str]], free: Mapping[str, str]) -> None:
    """Let names of times be times of day, where the day has a name of its own."""
    for date, time in (("date", "time"), ("end", "end_time")):
        clocks = [name for name in ranked.get(date, ()) if free[name] in TIMES[time]]
        has_day = date in roles and free.get(roles[date][0]) not in TIMES[time]
        if clocks and time not in roles and (has_day or "year" in roles or (date == "end" and "time" in roles)):
            roles[time] = clocks[:1]
            if not has_day:
                roles.pop(date, None)
    for role in ("time", "end_time", "minute", "zone"):
        if role in roles and not {"date", "year", "end", "end_year"} & roles.keys():
            del roles[role]


@lru_cache(maxsize=512)
def _spares(names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> Mapping[str, Sequence[str]]:
    chosen = dict(given)
    roles = _roles(names, given, by_words=True)
    taken = {name for several in roles.values() for name in several}
    free = {name: _zoneless(name) for name in names if name not in chosen.values()}
    spares = {
        role: [name for name in several if name not in taken and free[name] not in _OF_THE_RECORD]
        for role, several in _ranked(free, chosen).items()
        if role in roles
    }
    return {role: several for role, several in spares.items() if several}


def _ranked(free: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, list[str]]:
    """Role: the names that have it, best first; of names as the file has them, and folded."""
    has_year = any(_ROLE_OF.get(name, ("", 0))[0] == "year" for name in free.values()) or "year" in chosen
    layout = meaning_of(frozenset((*free.values(), *map(folded, chosen.values()))))
    placed = {name: (role, rank) for role, names in layout.items() for rank, name in enumerate(names)}
    known = _known(free) | {name: placed[one] for name, one in free.items() if one in placed}
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name, (role, rank) in known.items():
        meant = _BESIDE_A_YEAR.get(free[name], role) if has_year else role
        if meant and meant not in chosen and (meant not in layout or free[name] in placed):
            ranked.setdefault(meant, []).append((rank, name))
    return {role: [name for _, name in sorted(several, key=lambda one: one[0])] for role, several in ranked.items()}


def _lend_texts(roles: dict[str, list[str]], free: Mapping[str, str]) -> None:
    """Let a topic be the title that notes are about, and a note the text, where nothing else is."""
    if "title" not in roles and free.get(roles.get("summary", [""])[0], "notes") in _REMARKS:
        topics = [name for name in roles.get("tags", ()) if free.get(name) == "topic"]
        if len(topics) == 1:
            roles["title"] = topics
            roles["tags"] = [name for name in roles["tags"] if name not in topics]
            if not roles["tags"]:
                del roles["tags"]
    labelled = [free.get(name) for name in roles.get("title", ())] in ([], ["label"])
    if labelled and "summary" not in roles and "note" in roles:
        roles["summary"] = roles.pop("note")


def _known(free: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """The role and rank of each name; ``xLabel`` names what ``x``, an address, stands for (Wikidata)."""
    labelled = {plain.removesuffix(_LABEL) for plain in free.values() if plain.endswith(_LABEL) and plain != _LABEL}
    known = {}
    for name, plain in free.items():
        stem = plain.removesuffix(_LABEL)
        if plain in labelled:
            continue
        role, rank = _in_company(plain, free) or _ROLE_OF.get(plain) or _ROLE_OF.get(stem) or _in_a_language(name)
        if stem in labelled and not role:
            role, rank = "title", _LAST
        if role:
            known[name] = role, rank
    return known


def _in_company(plain: str, free: Mapping[str, str]) -> tuple[str, int] | None:
    """The role of a name that has it beside certain others alone; None where it stands beside none of them."""
    role, company = COMPANY.get(plain, ("", ()))
    return (role, _LAST) if any(folded(name) in free.values() for name in company) else None


def _in_a_language(name: str) -> tuple[str, int]:
    """The role of a text behind whose name its language stands, as in ``title_en``; of several the first is taken."""
    match = _LANGUAGE.fullmatch(name)
    role, rank = _ROLE_OF.get(folded(match[1]), ("", 0)) if match else ("", 0)
    return (role, _LAST + rank) if role in {"title", "summary"} else ("", 0)


def _with_words(roles: dict[str, list[str]], free: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The roles and those that a word in a name gives, where just one name has it."""
    rest = [name for name in free if not any(name in several for several in roles.values())]
    if "date" not in roles and "year" not in roles:
        dates = dates_among(rest)
        starts = [name for name in dates if not _words(name) & _END_WORDS]
        ends = [name for name in dates if name not in starts]
        if len(starts) == 1:
            roles["date"] = starts
            if len(ends) == 1:
                roles.setdefault("end", ends)
    if "title" not in roles and "summary" not in roles:
        for role in ("title", "summary"):
            texts = [name for name in rest if _text_role(name) == role]
            if len(texts) == 1:
                roles[role] = texts
                break
    return roles


def _text_role(name: str) -> str:
    words = re.findall(r"[^\W_]+", name.casefold()) if len(name) <= _LONGEST_NAME else []
    return _TEXT_WORDS.get(words[-1], "") if 0 < len(words) <= _MOST_WORDS else ""


def _words(name: str) -> AbstractSet[str]:
    """The words of a short name: of ``main_date``, ``Date (UTC)``, ``endDate``."""
    if len(name) > _LONGEST_NAME:
        return frozenset()
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold())
    return frozenset(words) if len(words) <= _MOST_WORDS else frozenset()
