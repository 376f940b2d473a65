"""A chronology of 25 events that holds every awkward case, on a fixed day, and short ways to ask it.

It is invented, so that no test breaks when the bundled data grows. ``reopening`` lies five days after TODAY.
"""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from relations_cli.errors import Remark, TimelineError, UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query

SMALL = Path(__file__).parent / "query" / "small.json"
TODAY = datetime.date(2024, 6, 15)
NOTE = Remark("a note")


def asked(**question: Any) -> Query:
    """The query of values as people type them, on that day."""
    return Query.of(**{"today": TODAY} | question)


def ids(hits: Iterable[Hit]) -> list[str]:
    """The ids of the events, in their order."""
    return [hit.event.id for hit in hits]


def told(answer: Answer[Any]) -> list[str]:
    """What the reader is told besides, a line each."""
    return [str(note) for note in answer.notes]


@contextmanager
def refused(reason: str, kind: type[TimelineError] = UsageError, *, parameter: str = "") -> Iterator[None]:
    """Expect an error whose message ends so, and begins with the parameter."""
    with pytest.raises(kind) as caught:
        yield

    said = str(caught.value)
    assert said.endswith(reason), said
    assert said.startswith(f"{parameter}: " if parameter else ""), said
