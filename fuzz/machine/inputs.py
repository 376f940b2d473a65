"""Small inputs of one reader, by chance: files of the tests, entries written for it, and both broken."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from machine.chance import Chance
from machine.containers import container
from machine.formats import FORMATS, a_few, entries
from machine.jumbles import jumbled
from machine.scratches import scratched
from machine.seeds import corpus
from machine.structures import restructured
from relations_cli.readers.reading import Options

LONGEST = 1_200
"""Bytes of an input of text, so that reading it stays short."""
TODAY = datetime.date(2026, 11, 26)
FILES: dict[str, tuple[str, ...]] = {
    "json": ("a.json", "js.json"),
    "jsonl": ("a.jsonl",),
    "csv": ("a.csv", "b.csv", "a.psv"),
    "tsv": ("a.tsv",),
    "yaml": ("a.yml",),
    "frontmatter": ("page.md",),
    "ics": ("a.ics",),
    "text": ("a.txt",),
    "markdown": ("list.md",),
    "html": ("a.html",),
    "mermaid": ("a.mmd",),
    "markwhen": ("a.mw",),
    "rss": ("a.rss",),
    "atom": ("a.atom",),
    "eml": ("a.eml",),
    "mbox": ("a.mbox",),
    "xlsx": ("a.xlsx",),
    "xls": ("a.xls",),
    "ods": ("a.ods",),
    "docx": ("a.docx",),
    "sqlite": ("a.db",),
    "zip": ("a.zip",),
}
"""Reader: the files that are written for it, by their names."""
CONTAINERS = ("xlsx", "xls", "ods", "docx", "sqlite", "zip")
_OF_SUFFIX = {".yaml": "yaml", ".markdown": "markdown", ".md": "markdown"}


@dataclass(frozen=True, kw_only=True)
class Input:
    """What is read, and how."""

    name: str
    """Of the file."""
    data: bytes
    options: Options
    marks: frozenset[str]
    """Words that must come out, in an event or in a note; none where the file was broken."""


def input_of(reader: str, chance: Chance) -> Input:
    """An input for the reader; that of a zip archive is chosen by its bytes, the others mostly by their names."""
    name = chance.choice(FILES[reader])
    data, is_whole = (container(name, chance), False) if reader in CONTAINERS else _text(reader, name, chance)
    chosen = reader if reader != "zip" and not chance.one_in(6) else None
    options = Options(
        reader=chosen,
        today=TODAY,
        skip_bad=is_whole or chance.one_in(2),
        dates=chance.pick("dmy", "mdy", None),
        pivot=chance.pick(1950, None, None),
        assume_year=chance.pick(2003, None, None),
        columns=chance.pick({"date": "when"}, {"title": "summary", "date": "date"}, {"date": "1", "title": "2"})
        if not is_whole and chance.one_in(10)
        else {},
        sheet=chance.pick("days", "Sheet1", "s") if reader in CONTAINERS and chance.one_in(12) else None,
        no_header=not is_whole and chance.one_in(20),
        encoding=chance.pick("cp1252", "utf-16") if not is_whole and chance.one_in(12) else None,
    )
    marks = frozenset(re.findall(r"w\d+q", data.decode("utf-8", "replace"))) if is_whole else frozenset()
    return Input(name=name, data=data, options=options, marks=marks)


def _text(reader: str, name: str, chance: Chance) -> tuple[bytes, bool]:
    """A file of text, and whether nothing in it is broken."""
    kept = _kept(reader)
    if kept and chance.one_in(3):
        data = chance.choice(kept)
    else:
        found = a_few(chance)
        whole = chance.one_in(6)
        if whole:
            found = [one | {"title": f"w{at}q {one['date'][:4]} {at}"} for at, one in enumerate(entries(chance, 4))]
        data = FORMATS[name](found, chance).encode("utf-8", "replace")
        if reader == "ics" and not chance.one_in(12):  # what recurs takes a hundred times as long
            data = re.sub(rb"RRULE[^\r\n]*\r?\n", b"", data)
        if whole:
            return data, True
    data = restructured(name, data, chance, chance.choice((0, 1, 1, 2)))
    data = jumbled(data, chance, chance.choice((0, 0, 0, 1, 4)))
    return scratched(data, chance, chance.choice((0, 0, 0, 0, 1, 2)))[:LONGEST], False


@cache
def _kept(reader: str) -> tuple[bytes, ...]:
    """The short files of the tests that this reader reads."""
    suffixes = {file[file.rfind(".") :] for file in FILES[reader]}
    return tuple(
        data
        for name, data in corpus()
        if len(data) <= LONGEST
        and (name[name.rfind(".") :] in suffixes or _OF_SUFFIX.get(name[name.rfind(".") :]) == reader)
    )
