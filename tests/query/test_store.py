"""Whatever can be asked as a store is answered as memory is: an engine needs no more than the protocol."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest

from relations_cli.cli.input import Input
from relations_cli.cli.session import Session
from relations_cli.cli.settings import Settings
from relations_cli.dates import Day
from relations_cli.model.facts import Chronology, Event, Vocabulary
from relations_cli.query.answer import Answer
from relations_cli.query.facets import By, Counts
from relations_cli.query.hit import Found, HitOrder
from relations_cli.query.memory import Memory
from relations_cli.query.questions import QUESTIONS, ask
from relations_cli.query.resolved import Named, Resolved
from relations_cli.query.store import Sizes, Store


class Engine:
    """The protocol and nothing else, answered by memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        facts = memory.vocabulary
        self.vocabulary = Vocabulary(**{name: getattr(facts, name) for name in Vocabulary.__struct_fields__})
        self.extra: Mapping[str, Any] = memory.extra
        self.origins = memory.origins

    def __len__(self) -> int:
        return len(self._memory)

    def known_on(self, day: Day | None) -> Store:
        return self if day is None else Engine(self._memory.known_on(day))

    def sizes(self, ids: Sequence[str] | None = None) -> Sizes:
        return self._memory.sizes(ids)

    def used(self, field: Named) -> Mapping[str, int]:
        return self._memory.used(field)

    def ids(self) -> Iterable[str]:
        return self._memory.ids()

    def named(self, ids: Iterable[str]) -> Mapping[str, Event]:
        return self._memory.named(ids)

    def events(
        self,
        asked: Resolved,
        *,
        fields: Sequence[str] | None = None,
        order: HitOrder = "file",
        limit: int | None = None,
    ) -> Found:
        return self._memory.events(asked, fields=fields, order=order, limit=limit)

    def count(self, asked: Resolved, by: Sequence[By] = (), *, spread: bool = False) -> Counts:
        return self._memory.count(asked, by, spread=spread)


NEEDED: dict[str, dict[str, Any]] = {
    "search": {"text": "the", "context": 1},
    "show": {"names": "2020"},
    "around": {"names": "2020", "days": 900},
    "changes": {"since": "2019"},
    "count": {"by": "tag"},
}
"""Question: what it does not answer without, or would answer with too little."""


@pytest.mark.parametrize("as_of", [None, "2021-06"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_an_engine_is_answered_as_memory_is(name: str, as_of: str | None, small: Chronology) -> None:
    asked = {**NEEDED.get(name, {}), **({} if as_of is None else {"as_of": as_of})}
    of_engine, of_memory = (_answer(name, store, asked) for store in (Engine(Memory(small)), Memory(small)))

    assert of_memory.rows
    assert list(map(_seen, of_engine)) == list(map(_seen, of_memory))
    assert of_engine.left_out == of_memory.left_out
    assert list(map(str, of_engine.notes)) == list(map(str, of_memory.notes))


def test_what_is_used_stands_in_the_order_of_the_file() -> None:
    names = [f"tag{at * 7 % 30}" for at in range(30)]
    events = tuple(Event(id=f"e{at}", date="2020", title="T", tags=(name, names[0])) for at, name in enumerate(names))

    assert list(Memory(Chronology(title="T", events=events)).used("tags")) == names


def _answer(name: str, store: Store, asked: Mapping[str, Any]) -> Answer[Any]:
    new: dict[str, Any] = {"new": store.known_on((2020, 1, 1))} if name == "diff" else {}
    return ask(name, store, today=datetime.date(2026, 11, 26), **asked, **new)


def _seen(row: Any) -> Any:
    """A row but for the moment that it shares with the others of its answer."""
    if not hasattr(row, "moment"):
        return row
    return [getattr(row, name) for name in row.__struct_fields__ if name != "moment"], row.status


def test_what_the_command_line_reads_is_asked_as_a_store(tmp_path: Any) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("date,title\n2020,A\n", encoding="utf-8")
    session = Session(environment={}, settings=Settings(), completing=lambda *_: [], spelling=str, short=str)

    for source in (Input(), Input(file=[str(file)])):
        store, _ = source.load(session)
        assert not isinstance(store, Chronology)
        assert len(store) == len(list(store.ids())) > 0
