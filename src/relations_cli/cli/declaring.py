"""How an option is declared, and the decorator that gives a command the options that it shares with others."""

import inspect
from collections.abc import Callable, Collection
from functools import cache, wraps
from typing import Any, TypeVar, get_args

import typer
from msgspec import Struct

from relations_cli.cli.session import Session


class _Offered(str):
    """A value that a shell may complete, whatever the case of what was typed: Typer compares them once more."""

    __slots__ = ()

    def startswith(self, prefix: str, *_bounds: Any) -> bool:  # type: ignore[override]  # noqa: ANN401
        """Whether it begins so, in either case."""
        return self.casefold().startswith(prefix.casefold())


def completes(what: str | None) -> Any:  # noqa: ANN401 -- what Typer takes
    """What completes a value, by the name that ``cli.completion`` has for it; nothing for None."""
    if what is None:
        return None

    def values(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        session: Session = ctx.find_root().obj
        return [(_Offered(value), meaning) for value, meaning in session.completing(what, ctx, incomplete)]

    return values


def option(
    *names: str,
    group: str,
    metavar: str | None = None,
    help: str,  # noqa: A002 -- Typer's own word
    values: str | None = None,
    least: int | None = None,
) -> Any:  # noqa: ANN401
    """An option as Typer takes it.

    Args:
        names: how it is written.
        group: under which heading the help lists it.
        metavar: what it takes; None for a flag.
        help: what it does.
        values: what completes its value.
        least: the least number that it takes.
    """
    completion = completes(values)
    return typer.Option(*names, metavar=metavar, help=help, min=least, rich_help_panel=group, autocompletion=completion)


Command = TypeVar("Command", bound=Callable[..., int])
Names = dict[str, list[str]]
"""Parameters of a command, and how their options are written."""


def shared_options(command: Command) -> Command:
    """Give a command, in place of each parameter that is a struct of options, the options that are its fields.

    Typer reads the signature that results; the command is called with the built structs, and with the session where it
    asks for that.
    """
    given = _parameters_of(command)
    sessions = [one.name for one in given if one.annotation is Session]
    groups = {
        one.name: one.annotation
        for one in given
        if hasattr(one.annotation, "__struct_fields__") and one.name not in sessions
    }
    parameters = [one for one in given if one.name not in (*groups, *sessions)]
    for group in groups.values():
        parameters += _parameters(group)
    parameters.append(inspect.Parameter("typer_context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context))

    @wraps(command)
    def with_groups(*, typer_context: typer.Context, **values: Any) -> int:  # noqa: ANN401
        values |= dict.fromkeys(sessions, typer_context.find_root().obj)
        built = {
            name: group(**{field: values.pop(field) for field in group.__struct_fields__ if field in values})
            for name, group in groups.items()
        }
        return command(**values, **built)

    return _with_parameters(with_groups, parameters)  # type: ignore[return-value]


@cache
def options_in(command: Callable[..., int]) -> Names:
    """How the options of a command are written, each in one long way at least; arguments are none."""
    declared = [(one.name, info) for one in _parameters_of(command) for info in get_args(one.annotation)[1:]]
    # Where its declaration is an annotation, Typer takes the first name of an option for its default.
    written = {name: (info.default, *(info.param_decls or ())) for name, info in declared}
    return {name: options for name, names in written.items() if (options := [one for one in names if _is_option(one)])}


def narrowed(command: Command, named: Collection[str]) -> Command:
    """A command that takes no other option than the named ones; of the rest it has the defaults."""
    left_out = options_in(command).keys() - named

    @wraps(command)
    def narrow(**values: Any) -> int:  # noqa: ANN401
        return command(**values)

    return _with_parameters(narrow, [one for one in _parameters_of(command) if one.name not in left_out])  # type: ignore[return-value]


def _is_option(name: object) -> bool:
    return isinstance(name, str) and name.startswith("-")


def _parameters_of(command: Callable[..., int]) -> Collection[inspect.Parameter]:
    return inspect.signature(command).parameters.values()


def _with_parameters(function: Callable[..., int], parameters: list[inspect.Parameter]) -> Callable[..., int]:
    """The function with the parameters that Typer is to read."""
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {one.name: one.annotation for one in parameters}
    return function


def _parameters(group: type[Struct]) -> list[inspect.Parameter]:
    """The fields of a struct, all of which have a default, as parameters of a function."""
    types: dict[str, Any] = {}
    for base in reversed(group.__mro__):
        types |= inspect.get_annotations(base)
    defaults = group.__struct_defaults__
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=types[name])
        for name, default in zip(group.__struct_fields__, defaults, strict=True)
    ]
