"""Values for the placeholders of options: mostly ones that there are, some at the edge, some that are none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from machine import hostile
from machine.chance import Chance
from machine.days import iso, some_day

UNITS = ["year", "month", "week", "weekday", "quarter", "decade"]
OTHERS = ["tag", "actor", "place", "type", "publisher", "kind", "language", "status", "stance", "proposition", "origin"]
FACETS = [*UNITS, *OTHERS]
STATUSES = ["planned", "confirmed", "corroborated", "disputed", "alleged", "denied", "uncontested"]
_TEMPLATES = (
    *("{date} {title}", "{id}", "{n:>5}", "{title:<20}|{date:^12}", "{{{title:.3}}}", "{sources.url}", "x", ""),
    *("{title!r}", "{", "}x", "{titel}", "{0}", "{title[0]}", "{title.__class__}", "{title:{n}}", "{title:>9999999}"),
)
FIELDS = [
    "id",
    "date",
    "lower",
    "upper",
    "title",
    "summary",
    "tags",
    "actors",
    "sources.url",
    "claims.by",
    "extra",
    "who",
    "status",
    "all",
    "help",
    "rank",
]
READERS = [
    "json",
    "jsonl",
    "csv",
    "tsv",
    "yaml",
    "frontmatter",
    "ics",
    "text",
    "markdown",
    "html",
    "xlsx",
    "docx",
    "eml",
]
READERS += ["xls", "ods", "mbox", "rss", "atom", "mermaid", "markwhen", "sqlite"]
WHICH_FORMATS = ["table", "tsv", "csv", "json", "jsonl", "timeline", "svg", "markdown"]
WHICH_FORMATS += ["yaml", "jsonld", "sqlite"]
WHICH_FORMATS += ["markdown-table", "html-fragment", "docx"]
ENCODINGS = [
    "utf-8",
    "cp1252",
    "utf-16",
    "latin-1",
    "utf-7",
    "ascii",
    "idna",
    "rot13",
    "zlib",
    "punycode",
    "no-such",
    "raw_unicode_escape",
]


@dataclass(frozen=True)
class Names:
    """What the files of a case hold, by which a question may ask."""

    files: tuple[str, ...] = ()
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Placeholder: names that there are for it, see ``names_in``."""


_TYPED = ("2 years ago", "June 2024", "44 BC", "late 19th century")


def _date(chance: Chance, _names: Names) -> str:
    day = iso(some_day(chance))
    return chance.pick(
        day,
        day[:7],
        day[:4],
        f"{day[:4]}..{int(day[:4]) + 3}",
        "2 years ago",
        "June 2024",
        "44 BC",
        "late 19th century",
        hostile.date(chance),
    )


def _known(chance: Chance, names: Names) -> str:
    every = [one for group in names.known.values() for one in group]
    return chance.choice(every) if every else chance.pick("un", "oil")


def _file(chance: Chance, names: Names) -> str:
    if names.files and not chance.one_in(10):
        return chance.choice(names.files)
    return chance.choice((*PATTERNS, "-", "no-such.json", "config", "[", ""))


PATTERNS = (".", "*", "**", "**/*.json", "loop/**", "fol*/*")


def _output(chance: Chance, _names: Names) -> str:
    kind = chance.choice(WHICH_FORMATS)
    return chance.pick(kind, kind, kind, kind, f"out.{kind}", "out.xyz", "no-such/out.json", "./config")


def _one_of(*ways: str) -> Callable[[Chance, Names], str]:
    return lambda chance, _names: chance.choice(ways)


def _several(ways: list[str]) -> Callable[[Chance, Names], str]:
    return lambda chance, _names: ",".join(chance.choice(ways) for _ in range(1 + chance.few(4)))


_LANGUAGES = _several(["ru", "ko", "en", "zh", "zh-Hans", "pt-BR", "und", "x-own", "*", "Russian", "zh_Hans", ""])
_NUMBER = _one_of("0", "1", "2", "3", "7", "30", "1000000", "-1", "99999999999999999999")
_SEARCHES = (
    "harbour", "vote OR storm", "NOT vote", "vote -storm", "会议 OR 위", '"ferry strike"', "st*", "title:x",
)  # fmt: skip
VALUES: Mapping[str, Callable[[Chance, Names], str]] = {
    "DATE": _date,
    "DATE|ID": lambda chance, names: chance.pick(_date, _known)(chance, names),
    "DATE|ID...": lambda chance, names: chance.pick(_date, _known)(chance, names),
    "YYYY": _one_of("2020", "2022,2024", "1945", "-0043", "AD 79", "Y-10000", "20"),
    "MM-DD": _one_of("02-29", "10", "today", "12-31", "00", "13-01"),
    **dict.fromkeys(("TAG", "ACTOR", "PLACE", "TYPE", "ID", "MEASURE"), _known),
    "LANGUAGE": lambda chance, names: chance.pick(_LANGUAGES, _known)(chance, names),
    "STATUS": _several(STATUSES),
    "KIND": _several(["official", "press", "research", "archive", "reference", "checklist", "blog"]),
    "STANCE": _several(["asserts", "denies", "corroborates", "confirms"]),
    "FIELDS": _several(FIELDS),
    "FIELD": _one_of("date", "rank", "title", "n", "value", *FIELDS),
    "TEMPLATE": _one_of(*_TEMPLATES),
    "FORMAT": lambda chance, _names: chance.choice([*READERS, *WHICH_FORMATS]),
    "FORMAT|FILE": _output,
    "WHEN": _one_of("auto", "always", "never", "sometimes"),
    "FACET": lambda chance, _names: ",".join(chance.choice(FACETS) for _ in range(1 + chance.few(2))),
    **dict.fromkeys(("N", "DAYS"), _NUMBER),
    "YEAR": _one_of("1950", "2003", "0", "99999", "-1"),
    "ORDER": _one_of("dmy", "mdy", "rank", "date"),
    "NAME": _one_of(*ENCODINGS),
    "ROLE=COLUMN": _one_of("date=when", "title=What", "date=Day,title=What", "date=", "x=y", "date=title,title=date"),
    **dict.fromkeys(("PATH", "FILE...", "[FILE...]", "OLD", "NEW"), _file),
    "WORD...": lambda chance, _names: chance.pick(*_SEARCHES, hostile.text(chance)),
    "WORD": lambda chance, _names: hostile.text(chance),
}
"""Placeholder of the declaration: a value for it; a test holds that every one is here."""


OF_OPTIONS: Mapping[str, Callable[[Chance, Names], str]] = {
    "--dates": _one_of("dmy", "mdy", "dmy", "mdy", "ymd"),
    "--publisher": _known,
    "--lanes": _one_of("type", "tag", "actor", "proposition", "place"),
    "--from": lambda chance, _names: chance.choice([*READERS, "xml"]),
    "--to": _one_of("json", "csv", "tsv", "jsonl", "svg", "table"),
}
"""Option whose placeholder says less than it does: a value for it."""
_FROM = {"TAG": "tags", "TYPE": "types", "ACTOR": "actors", "MEASURE": "measures", "ID": "propositions"}


def names_in(tree: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 -- any JSON
    """The names of a document that means to be of our form, by placeholder; nothing of others."""
    if not isinstance(tree, dict):
        return {}
    found = {key: list(tree[name]) for key, name in _FROM.items() if isinstance(tree.get(name), dict)}
    events = tree.get("events")
    events = [one for one in events if isinstance(one, dict)] if isinstance(events, list) else []
    found["DATE|ID"] = found["DATE|ID..."] = [one.get("id") for one in events]
    found["PLACE"] = [place for one in events if isinstance(one.get("places"), list) for place in one["places"]]
    texts = {
        key: tuple(one.replace("\x00", "") for one in names if isinstance(one, str)) for key, names in found.items()
    }
    return {key: names for key, names in texts.items() if names}
