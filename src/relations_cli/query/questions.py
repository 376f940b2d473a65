"""Every question by its name: a function of what is asked, a query and parameters of its own, to an Answer.

The command line, the Python API and every other front end ask through this table.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from relations_cli.errors import Told, UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.query import Query
from relations_cli.query.select import Askable
from relations_cli.suggesting import unknown

QUESTIONS = {
    "list": "select:select",
    "search": "context:search",
    "show": "show:show",
    "around": "around:around",
    "claims": "claims:claims",
    "contested": "contested:contested",
    "changes": "changes:changes",
    "figures": "figures:figures",
    "count": "count:count",
    "tags": "terms:tags",
    "actors": "terms:actors",
    "about": "terms:about",
    "audit": "audit:audit",
    "diff": "diff:differences",
}
"""Question: the module of this folder and the function that answers it; it is imported when it is asked."""


def question(name: str) -> Callable[..., Answer[Any]]:
    """The function that answers a question: of what is asked, a query, ``notes`` and parameters of its own.

    Raises:
        UsageError: there is no such question.
    """
    if name not in QUESTIONS:
        raise unknown("question", name, QUESTIONS, "relations_cli.query.questions")
    module, _, function = QUESTIONS[name].partition(":")
    answering: Callable[..., Answer[Any]] = getattr(import_module(f"relations_cli.query.{module}"), function)
    return answering


def answer_to(name: str, asked: Askable, query: Query, /, **own: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question, sorted by the query's field where it has one.

    Raises:
        UsageError: there is no such question, or no such field.
    """
    return answered(question(name), asked, query, **own)


def answered(answering: Callable[..., Answer[Any]], asked: Askable, query: Query, **own: Any) -> Answer[Any]:  # noqa: ANN401
    """What a function answers to the query, sorted by its field where it has one.

    Raises:
        UsageError: the rows have no such field.
    """
    if query.sort is None:
        return answering(asked, query, **own)
    from relations_cli.query.sorting import sorted_answer  # only who sorts needs it

    return sorted_answer(answering, asked, query, **own)


def ask(name: str, asked: Askable, /, *, notes: Iterable[Told] = (), **parameters: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question in the words of people: the parameters of ``Query.of`` and the question's own.

    Args:
        name: a key of QUESTIONS.
        asked: where to look.
        notes: what the reader should be told besides.
        parameters: which events, and what else the question takes.

    Raises:
        DateError: a date that cannot be read.
        UsageError: a question, a parameter or a value that does not exist, or a parameter that is missing.
    """
    answering = question(name)
    own = _own_parameters(answering)
    of_query = {*Query.__struct_fields__, "since", "until"} - {"window", "sort"}
    for parameter in parameters:
        if parameter not in own and parameter not in of_query:
            raise unknown("parameter", parameter, [*own, *sorted(of_query)], f"help({name})")
    for parameter in own:
        if parameter not in parameters and parameter not in (answering.__kwdefaults__ or ()):
            raise UsageError(parameter, None, f"{name} needs it", f"ask({name!r}, {parameter}=...)")
    query = Query.of(**{key: value for key, value in parameters.items() if key not in own})
    return answer_to(name, asked, query, notes=notes, **{key: value for key, value in parameters.items() if key in own})


def _own_parameters(answering: Callable[..., Any]) -> list[str]:
    code = answering.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return [name for name in names if name not in ("asked", "old", "query", "notes", "whole")]
