"""The settings of the user and the variables of the environment, broken by chance."""

import json

from machine import hostile
from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.program import CONFIG
from machine.scratches import scratched
from machine.values import Names, names_in
from machine.words import line_for


def make(chance: Chance) -> Case:
    """A chronology, a settings file, and questions, some of them saved ones."""
    tree = chronology(chance, 4)
    names = Names(files=("a.json",), known=names_in(tree))
    lines = [line_for(chance, names) for _ in range(2)]
    lines.append([chance.pick("mine", "list", "tags", "help", "--help"), *chance.some(["-n", "3", "-r", "--help"])])
    config = scratched(_config(chance, names).encode("utf-8", "replace"), chance, chance.choice((0, 0, 1, 2)))
    environment = {
        name: chance.pick(value, value, "", hostile.text(chance).replace("\x00", ""))
        for name, value in _VARIABLES
        if chance.one_in(4)
    }
    files = {"a.json": json.dumps(tree).encode(), CONFIG: config}
    return Case(kind="settings", files=files, lines=lines, environment=environment, terminal=chance.one_in(4))


_VARIABLES = (
    ("TIMELINE_FILE", "a.json"),
    ("TIMELINE_TODAY", "2024-02-29"),
    ("NO_COLOR", "1"),
    ("FORCE_COLOR", "1"),
    ("CLICOLOR_FORCE", "1"),
    ("COLUMNS", "40"),
    ("TERM", "dumb"),
    ("COLORTERM", "truecolor"),
    ("TIMELINE_PAGER", "cat"),
    ("XDG_CONFIG_HOME", "config"),
    ("HOME", "."),
)


def _config(chance: Chance, names: Names) -> str:
    line = " ".join(line_for(chance, names))
    settings = [
        'file = "a.json"',
        'file = ["a.json", "no-such.json"]',
        'color = "never"',
        'color = "always"',
        f"color = {json.dumps(hostile.text(chance))}",
        'pager = "cat"',
        "unknown = 1",
        f"file = {'9' * chance.choice((20, 5000))}",
        f"file = {'[' * 700}{']' * 700}",
        f"file = {json.dumps(hostile.text(chance))}",
        "date = 2020-02-30",
    ]
    aliases = [
        f"mine = {json.dumps(line)}",
        'tags = "list"',
        '"-x" = "list"',
        "mine = 'list \"unclosed'",
        'mine = "mine"',
    ]
    parts = chance.some(settings, 2)
    if chance.one_in(2):
        parts += ["[alias]", *chance.some(aliases, 2)]
    return "\n".join(parts) + "\n"


def check(case: Case, bench: Bench) -> None:
    """Every run keeps what every run promises."""
    for line in case.lines:
        bench.run(line)
