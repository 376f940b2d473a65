"""Every question of the command line, asked from Python."""

from typing import Any

from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.questions import ask as ask_of
from relations_cli.query.store import Store
from relations_cli.readers.loading import load


def ask(name: str, asked: Chronology | Store | str | None = None, /, **parameters: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question: ``ask("claims", by="russia", stance="denies", since="2024")``.

    Args:
        name: the command that asks it: list, search, show, claims, contested, changes, figures, count and so on.
        asked: a chronology, or the path of one; None is the bundled one.
        parameters: those of ``Query.of``, and the question's own, which its function in ``relations_cli.query`` names.

    Raises:
        DataError: the file cannot be read.
        DateError: a date that cannot be read.
        UsageError: a question, a parameter or a value that does not exist.
    """
    return ask_of(name, load(asked) if asked is None or isinstance(asked, str) else asked, **parameters)
