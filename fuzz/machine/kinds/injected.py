"""A readable chronology with hostile texts in every place, asked every question in every format: nothing is live."""

import json

from machine import hostile
from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.formats import FORMATS, entries
from machine.values import Names, names_in
from machine.words import formats, line_for
from relations_cli.cli import COMMANDS


def make(chance: Chance) -> Case:
    """Two chronologies, or one and a file of another format, and questions with a format each."""
    old, new = (chronology(chance, 6, hostile_in=chance.choice((2, 4, 8))) for _ in range(2))
    files = {"old.json": json.dumps(old).encode(), "new.json": json.dumps(new).encode()}
    if chance.one_in(4):
        name = chance.choice(list(FORMATS))
        files[name] = FORMATS[name](entries(chance, hostile_in=3), chance).encode("utf-8", "replace")
    names = Names(files=tuple(files), known=names_in(old))
    lines = [_line(chance, names) for _ in range(2)]
    environment = {"COLUMNS": str(chance.choice((1, 20, 60, 80, 200)))} if chance.one_in(3) else {}
    return Case(kind="injected", files=files, lines=lines, terminal=chance.one_in(4), environment=environment)


def _line(chance: Chance, names: Names) -> list[str]:
    if chance.one_in(6):
        return ["diff", "old.json", "new.json", "-o", chance.choice(formats("diff"))]
    line = line_for(chance, names)
    if "-o" not in line and line and line[0] in COMMANDS and line[0] != "schema":
        line += ["-o", chance.choice(formats(line[0]))]
    if chance.one_in(20):
        line += [chance.pick("--explain", "--skip-bad", "--long", hostile.text(chance).replace("\x00", ""))]
    return line


def check(case: Case, bench: Bench) -> None:
    """Every run keeps what every run promises."""
    for line in case.lines:
        bench.run(line)
