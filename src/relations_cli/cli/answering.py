"""A question of the command line: its query, what it is asked of, and its answer."""

from typing import TYPE_CHECKING, Any

from relations_cli.cli.filtering import AsOf, query_of
from relations_cli.cli.input import Input
from relations_cli.cli.options import Ordered
from relations_cli.cli.session import Session
from relations_cli.query import questions
from relations_cli.query.answer import Answer

if TYPE_CHECKING:
    from relations_cli.query.query import Asked


def answer_to(
    name: str,
    /,
    session: Session,
    source: Input,
    filters: AsOf,
    rows: Ordered | None = None,
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
        rows: how many, in which order.
        asked: what the query says besides.
        own: the question's own parameters; ``-`` among its ``names`` is the ids that standard input gives.

    Raises:
        DataError: the source or standard input cannot be read.
        DateError: a date that cannot be read.
        UsageError: any other value that cannot be.
    """
    query = query_of(session, filters, rows, **(asked or {}))
    is_piped = "-" in own.get("names", ())
    if is_piped:
        from relations_cli.cli.piped import refuse_both, with_piped  # only ids from standard input need it

        refuse_both(source.paths(session))
    store, told = source.load(session)
    if is_piped:
        own["names"] = with_piped(own["names"], store)
    return questions.answer_to(name, store, query, notes=source.said(told, session), **own)
