"""Command lines that nobody meant, on a chronology in which nothing is wrong."""

import json

from machine import hostile
from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.values import Names, names_in
from machine.words import line_for


def make(chance: Chance) -> Case:
    """A few questions with many options, or words without any order."""
    tree = chronology(chance, 4)
    names = Names(files=("a.json",), known=names_in(tree))
    lines = [_line(chance, names) for _ in range(3)]
    return Case(kind="lines", files={"a.json": json.dumps(tree).encode()}, lines=lines)


def _line(chance: Chance, names: Names) -> list[str]:
    line = line_for(chance, names)
    if chance.one_in(2):
        more = line_for(chance, names, line[0] if line and _is_command(line[0]) else None)
        line += more[1:]
    if chance.one_in(4):
        line.insert(chance.randrange(len(line) + 1), chance.choice((*hostile.SURROGATES, hostile.text(chance))))
    if chance.one_in(10):
        chance.shuffle(line)
    return [word.replace("\x00", "") for word in line if "-completion" not in word]


def _is_command(word: str) -> bool:
    from relations_cli.cli import COMMANDS

    return word in COMMANDS


def check(case: Case, bench: Bench) -> None:
    """Every run keeps what every run promises."""
    for line in case.lines:
        bench.run(line)
