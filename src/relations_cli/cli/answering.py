"""A question of the command line: its query, what it is asked of, and its answer."""

from typing import TYPE_CHECKING, Any

from relations_cli.cli.input import Input
from relations_cli.cli.options import AsOf, Rows, query_of
from relations_cli.cli.session import Session
from relations_cli.query.answer import Answer
from relations_cli.query.questions import question

if TYPE_CHECKING:
    from relations_cli.query.query import Asked


def answer_to(
    name: str,
    /,
    session: Session,
    source: Input,
    filters: AsOf,
    rows: Rows | None = None,
    *,
    asked: "Asked | None" = None,
    **own: Any,  # noqa: ANN401 -- each question's own
) -> Answer[Any]:
    """The answer to a question of that name.

    Args:
        name: a key of ``query.questions.QUESTIONS``.
        session: the run.
        source: what it is asked of.
        filters: which events.
        rows: how many, in which direction.
        asked: what the query says besides.
        own: the question's own parameters.

    Raises:
        DataError: the source cannot be read.
        DateError: a date that cannot be read.
        UsageError: any other value that cannot be.
    """
    query = query_of(session, filters, rows, **(asked or {}))
    store, told = source.load(session)
    return question(name)(store, query, notes=source.said(told, session), **own)
