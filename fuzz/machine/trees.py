"""Documents of JSON, changed in their structure: dropped, doubled, retyped, nested."""

import json
import re
from typing import Any

from machine import hostile
from machine.chance import Chance

_RAW = re.compile('"\ue000([^"]*)\ue001"')
"""A text that stands for what JSON would write itself, or would refuse to."""


class Again(str):
    """A key that stands beside its equal."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def raw(text: str) -> str:
    """A value that ``written`` puts there as it is."""
    return f"\ue000{text}\ue001"


def written(tree: object, *, indent: int | None = None, ascii_only: bool = True) -> str:
    """The tree as JSON; doubled keys and raw values among it. Surrogates stay where it is ASCII only."""
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    marks = text.replace("\\ue000", "\ue000").replace("\\ue001", "\ue001") if ascii_only else text
    return _RAW.sub(lambda found: found[1], marks)


def changed(tree: Any, chance: Chance, times: int) -> Any:  # noqa: ANN401 -- any JSON
    """A tree that has been changed so many times; the one given stays."""
    tree = json.loads(json.dumps(tree))
    for _ in range(times):
        box = [tree]
        holder, key = _place(box, chance)
        _change(holder, key, chance)
        tree = box[0] if box else {}
    return tree


def _place(box: list[Any], chance: Chance) -> tuple[Any, Any]:
    """A container and a key of it, the deeper the rarer."""
    holder: Any = box
    key: Any = 0
    while isinstance(holder[key], dict | list) and holder[key] and not chance.one_in(6):
        holder = holder[key]
        key = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    return holder, key


def _change(holder: Any, key: Any, chance: Chance) -> None:  # noqa: ANN401
    way = chance.randrange(9)
    if way == 0:
        del holder[key]
    elif way == 1:
        _double(holder, key)
    elif way == 2:  # noqa: PLR2004
        _rename(holder, key, chance)
    elif way == 3:  # noqa: PLR2004
        other = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
        holder[key], holder[other] = holder[other], holder[key]
    elif way == 4:  # noqa: PLR2004
        holder[key] = hostile.date(chance)
    else:
        holder[key] = _value(holder[key], chance)


def _double(holder: Any, key: Any) -> None:  # noqa: ANN401
    if isinstance(holder, dict):
        holder[Again(key)] = holder[key]
    else:
        holder.insert(key, holder[key])


def _rename(holder: Any, key: Any, chance: Chance) -> None:  # noqa: ANN401
    if isinstance(holder, dict):
        holder[chance.choice([*hostile.TEXTS, "date", "title", "id", "events", "extra", "Date", "when"])] = holder.pop(
            key
        )
    else:
        holder.append(holder.pop(key))


def _value(before: Any, chance: Chance) -> Any:  # noqa: ANN401
    """Something else in its place: another type, a hostile text, a number too large, too many levels."""
    depth = chance.choice((1, 3, 60, 500, 700, 3000))
    return chance.choice(
        (
            hostile.text(chance),
            hostile.text(chance),
            hostile.text(chance),
            chance.choice(hostile.SURROGATES),
            raw(chance.choice(hostile.NUMBERS)),
            raw(chance.choice(hostile.NUMBERS)),
            raw("[" * depth + "]" * depth),
            raw('{"a":' * depth + "1" + "}" * depth),
            None,
            True,
            [before],
            {"a": before},
            [],
            {},
            chance.randrange(-5, 3000),
        )
    )
