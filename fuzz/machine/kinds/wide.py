"""Any file, broken by chance, and any question: it is answered or refused in a line."""

import json

from machine import hostile
from machine.bench import Bench
from machine.case import STDIN, Case
from machine.chance import Chance
from machine.seeds import a_file
from machine.values import Names, names_in
from machine.words import line_for


def make(chance: Chance) -> Case:
    """One to three files, perhaps one at standard input, perhaps with a strange name; one to three questions."""
    files: dict[str, bytes] = {}
    for _ in range(1 + chance.few(2)):
        name, data = a_file(chance)
        files[_placed(name, chance)] = data
    named = tuple(files)
    if chance.one_in(10):
        files[STDIN] = files.pop(named[0])
        named = (STDIN, *named[1:])
    links = dict(chance.some(_LINKS, 3)) if chance.one_in(8) else {}
    names = Names(files=(*named, *links), known=_known(files))
    environment = {"COLUMNS": str(chance.choice((1, 20, 80, 200)))} if chance.one_in(4) else {}
    lines = [line_for(chance, names) for _ in range(1 + chance.few(2))]
    return Case(kind="wide", files=files, links=links, lines=lines, terminal=chance.one_in(5), environment=environment)


_LINKS = (
    ("loop", "."),
    ("again", "../z"),
    ("gone.json", "nowhere.json"),
    ("ring.csv", "ring.csv"),
    ("null.csv", "/dev/null"),
)


def _placed(name: str, chance: Chance) -> str:
    """The name, perhaps in a folder, perhaps with something hostile in it."""
    if chance.one_in(12):
        strange = hostile.text(chance).replace("\x00", "").replace("/", "")[:40].strip(".")
        name = f"{strange}{name}"
    return f"folder/{name}" if chance.one_in(8) else name


def _known(files: dict[str, bytes]) -> dict[str, tuple[str, ...]]:
    for data in files.values():
        try:
            return names_in(json.loads(data))
        except (ValueError, RecursionError):
            continue
    return {}


def check(case: Case, bench: Bench) -> None:
    """Every run keeps what every run promises."""
    for line in case.lines:
        bench.run(line)
