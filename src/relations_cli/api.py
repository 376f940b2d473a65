"""Every question of the command line, asked from Python."""

import os
from typing import Any, TypeAlias

from msgspec.structs import replace

from relations_cli.errors import Told
from relations_cli.model.bundled import BUNDLED, Origins
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.memory import Memory
from relations_cli.query.questions import ask as ask_of
from relations_cli.query.select import store_of
from relations_cli.query.spacing import with_gaps
from relations_cli.query.store import Store
from relations_cli.readers.loading import load
from relations_cli.readers.notes import Note, summary, unread

Source: TypeAlias = Chronology | Store | str | os.PathLike[str]
"""What can be asked: what was read, or the path of a file."""


def ask(name: str, source: Source | None = None, /, **parameters: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question: ``ask("claims", by="russia", stance="denies", since="2024")``.

    What reading a file left out, inferred or renamed is the first of the answer's notes; before it stands an error for
    each file of a folder that could not be read.

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
    if answer.table.whole:
        answer = with_gaps(answer)
    errors, others = unread(notes)
    line = summary(others)
    said: list[Told] = [*errors, *([line] if line.text else ())]
    return replace(answer, notes=(*said, *answer.notes)) if said else answer


def _store(source: Source | None, notes: list[Note]) -> Store:
    if source is None:
        return Memory(load(), Origins([BUNDLED]))
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        return Memory(load(path, notes=notes), Origins([path]))
    return store_of(source)
