"""The types of events in a drawing: a letter and a colour each, and the legend that explains them."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views.console import plain
from relations_cli.views.glyphs import letters
from relations_cli.views.palette import QUIET, hue

_UNTYPED = "-"
_SHARED = "#"
"""What the types share for which no letter is left."""


class TypeLetter(NamedTuple):
    """How a type is told from the others."""

    letter: str
    style: str


def type_letters(answer: Answer[Hit]) -> dict[str, TypeLetter]:
    """Type of these events: its letter and colour, those that it has in every answer of this chronology.

    They are dealt to all its types, in the order in which it declares them, then by name; what has no type is last.
    """
    here = {hit.event.type or "" for hit in answer}
    declared = answer.vocabulary.types
    every = (*declared, *sorted({*answer.store.used("types")} - {*declared}))
    types = {
        name: TypeLetter(letter if letter.isalnum() else _SHARED, hue(place))
        for place, (name, letter) in enumerate(letters(every).items())
        if name in here
    }
    return types | ({"": TypeLetter(_UNTYPED, QUIET)} if "" in here else {})


def type_legend(types: Mapping[str, TypeLetter], screen: Screen) -> list[Text]:
    """Each letter with its type, in their order; how many types share one last."""
    said = [
        Text(style=QUIET).append(one.letter, f"bold {one.style}").append_text(plain(f" {name or 'no type'}", screen))
        for name, one in types.items()
        if one.letter != _SHARED
    ]
    if shared := sum(one.letter == _SHARED for one in types.values()):
        said.append(Text(f"{_SHARED} {shared} more types", style=QUIET))
    return said
