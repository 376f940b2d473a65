"""Every question of the command line, asked from Python."""

import os
from typing import Any, TypeAlias

from msgspec.structs import replace

from relations_cli.errors import Remark
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.questions import ask as ask_of
from relations_cli.query.select import store_of
from relations_cli.query.store import Store
from relations_cli.readers.loading import load
from relations_cli.readers.notes import Note, summary

Source: TypeAlias = Chronology | Store | str | os.PathLike[str]
"""What can be asked: what was read, or the path of a file."""


def ask(name: str, source: Source | None = None, /, **parameters: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question: ``ask("claims", by="russia", stance="denies", since="2024")``.

    What reading a file left out, inferred or renamed is the first of the answer's notes.

    Args:
        name: the command that asks it: list, search, show, claims, contested, changes, figures, count and so on.
        source: a chronology, or the path of one; None is the bundled one.
        parameters: those of ``Query.of``, and the question's own, which its function in ``relations_cli.query`` names;
            ``new``, the later chronology of a diff, may be a path, too.

    Raises:
        DataError: the file cannot be read.
        DateError: a date that cannot be read.
        UsageError: a question, a parameter or a value that does not exist.
    """
    notes: list[Note] = []
    if "new" in parameters:
        parameters["new"] = _store(parameters["new"], notes)
    answer = ask_of(name, _store(source, notes), **parameters)
    said: Remark | None = summary(notes) if notes else None
    return answer if said is None else replace(answer, notes=(said, *answer.notes))


def _store(source: Source | None, notes: list[Note]) -> Store:
    if source is None:
        return store_of(load())
    return store_of(load(os.fspath(source), notes=notes) if isinstance(source, str | os.PathLike) else source)
