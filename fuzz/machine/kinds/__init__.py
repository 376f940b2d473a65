"""Kinds of attack: each makes a case of chance, and checks it. A law is a kind, too."""

from dataclasses import replace
from importlib import import_module
from typing import Protocol

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance, chance_of

WEIGHTS = {
    "wide": 30,
    "injected": 14,
    "lines": 8,
    "settings": 4,
    "completion": 4,
    "agreed": 8,
    "rows": 6,
    "told": 4,
    "filters": 6,
    "halves": 3,
    "named": 3,
    "splits": 3,
    "days": 3,
    "again": 4,
    "ladder": 3,
    "heavy": 1,
    "order": 2,
    "found": 2,
    "changes": 2,
}
"""Kind, which is a module of this folder: how often it comes."""


class Kind(Protocol):
    """What a module of this folder has."""

    def make(self, chance: Chance) -> Case:
        """A case of this kind."""

    def check(self, case: Case, bench: Bench) -> None:
        """Try it; the files lie on the bench.

        Raises:
            Fault: something does not hold.
        """


def kind_of(name: str) -> Kind:
    """The kind of that name.

    Raises:
        ModuleNotFoundError: there is none.
    """
    kind: Kind = import_module(f"machine.kinds.{name}")
    return kind


def case_of(seed: str, number: int, only: str = "") -> Case:
    """The case of that number; ``only`` is the one kind that is wanted."""
    chance = chance_of(seed, number)
    name = only or chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    return replace(kind_of(name).make(chance), kind=name, origin=f"{seed}/{number}")
