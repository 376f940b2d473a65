"""What a shell is offered on Tab: never an error, and never a word that a shell or the program would act upon."""

import json
import re
import shlex

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.seeds import own
from machine.values import Names, names_in
from machine.verdict import Fault
from machine.words import line_for

_SAFE = re.compile(r"(?!-)[\w.,:/@+-]*")


def make(chance: Chance) -> Case:
    """A half-typed question on a chronology with hostile names."""
    tree = chronology(chance, 5, hostile_in=chance.choice((0, 2, 5)))
    data = json.dumps(tree).encode() if chance.one_in(2) else own(tree, chance)[1]
    names = Names(files=("a.json",), known=names_in(tree))
    line = line_for(chance, names)
    place = chance.randrange(len(line) + 1)
    words = [*line[:place], chance.pick("", "-", "--", "a", "".join(line[place : place + 1])[:2])]
    shell = chance.pick("bash", "zsh", "fish")
    environment = {"TIMELINE_FILE": "a.json", "_TIMELINE_COMPLETE": f"complete_{shell}"}
    typed = " ".join(["timeline", *map(shlex.quote, words)])
    environment |= {"COMP_WORDS": typed, "COMP_CWORD": str(len(words)), "_TYPER_COMPLETE_ARGS": typed}
    environment |= {"_TYPER_COMPLETE_FISH_ACTION": chance.pick("get-args", "is-args")}
    environment = {name: value.replace("\x00", "").replace("\ud800", "") for name, value in environment.items()}
    return Case(kind="completion", files={"a.json": data}, environment=environment, given={"shell": shell})


def check(case: Case, bench: Bench) -> None:
    """Nothing on standard error, and in bash words that are words."""
    run = bench.run([])
    if run.err and run.code != 1:
        raise Fault(f"a message in the middle of the line that is typed: {run.said[:200]}")
    if case.given["shell"] == "bash":
        for word in run.text.splitlines():
            if not word.startswith("-") and not _SAFE.fullmatch(word):
                raise Fault(f"a word that a shell would take apart: {word[:80]!r}")
