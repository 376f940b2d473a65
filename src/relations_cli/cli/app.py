"""The lazy group of commands, and the one place where errors become a line and an exit code."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from relations_cli import __version__
from relations_cli.cli import COMMANDS, COMPLETION, HELP, may_be_offered, options_before
from relations_cli.cli.building import for_line, whole
from relations_cli.cli.help import COMMAND_LINE_ERROR, WIDEST, main_help, show_help
from relations_cli.cli.session import Session
from relations_cli.cli.settings import WHEN, Settings, config_path, settings_in
from relations_cli.cli.streams import complain
from relations_cli.errors import VALUE, ExitCode, TimelineError, UsageError
from relations_cli.escaping import shown_line

NO_CONFIG = "--no-config"


class LazyGroup(TyperGroup):
    """Imports a command's module when that command is asked for: 12 ordinary commands cost 10 ms more."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 -- Typer's own types are private
        super().__init__(**kwargs)
        names: Any = dict.fromkeys(COMMANDS)  # list_commands reads the keys
        self.commands = names

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Parse what stands before the command.

        Raises:
            UsageError: an option of a command, or one that begins with a typographic dash.
        """
        if args and not args[0].isascii() and not ctx.resilient_parsing:
            from relations_cli.cli.meant import with_plain_signs  # for those who err

            with_plain_signs(args[:1], [name for one in self.get_params(ctx) for name in one.opts])
        given = list(args)  # the parser takes words out of it
        try:
            parsed: list[str] = super().parse_args(ctx, args)
        except COMMAND_LINE_ERROR as error:
            from relations_cli.cli.meant import refuse_misplaced

            refuse_misplaced(getattr(error, "option_name", ""), given)
            raise
        return parsed

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        """The options before the command; those on completion, which are Typer's, with what they do here."""
        found: list[Any] = super().get_params(ctx)
        for one in found:
            one.help = COMPLETION.get(one.opts[-1], one.help)
        return found

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 -- Typer's own types are private
        """The command of that name; where a shell completes the name itself, no more than its purpose.

        Raises:
            UsageError: there is none.
        """
        if ctx.resilient_parsing:
            return TyperCommand(cmd_name, short_help=COMMANDS.get(cmd_name, "A saved query"))
        return _whole(cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """The commands and the saved queries, for completion."""
        return [*COMMANDS, *filter(may_be_offered, _saved(ctx))]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command that the words begin with, its name, and the words behind it.

        Where a shell completes, a saved query is what it stands for, and behind ``help`` any command may come.
        """
        if ctx.resilient_parsing:
            if args == [HELP]:
                return None, None, []
            name, *rest = _expanded(args, _session(ctx).settings)
            return name, _whole(name), rest
        name, *rest = args
        if name in COMMANDS:
            return name, for_line(name, rest, [one for one, value in ctx.params.items() if value]), rest
        if not name.startswith("-"):
            _no_command(args, _saved(ctx), ctx)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The option that shows the main page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = show_help
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the main page."""
        main_help(ctx, formatter, COMMANDS, _saved(ctx))


def _session(ctx: Any) -> Session:  # noqa: ANN401 -- Typer's own types are private
    session: Session = ctx.find_root().obj
    return session


def _saved(ctx: Any) -> Mapping[str, str]:  # noqa: ANN401
    settings = _session(ctx).settings
    if not settings.alias:
        return {}
    from relations_cli.cli.saved import aliases  # only who has saved a query needs it

    return aliases(settings, COMMANDS)


def _expanded(args: Sequence[str], settings: Settings) -> list[str]:
    if not settings.alias:
        return list(args)
    from relations_cli.cli.saved import expanded  # only who has saved a query needs it

    return expanded(args, settings, COMMANDS)


def _whole(name: str) -> Any:  # noqa: ANN401 -- Typer's own types are private
    if name not in COMMANDS:
        raise UsageError("", name, f"command: there is no {VALUE}", "`timeline --help` lists them")
    return whole(name)


def _no_command(words: Sequence[str], saved: Mapping[str, str], ctx: Any) -> NoReturn:  # noqa: ANN401
    from relations_cli.cli.meant import no_command  # for those who err

    raise no_command(words, [*COMMANDS, *saved], ctx)


app = typer.Typer(
    cls=LazyGroup,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
)


def _print_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:  # where a shell completes, the version would be a word on offer
        from relations_cli.cli.streams import write

        write(f"timeline {__version__}\n")
        raise typer.Exit


@app.callback()
def timeline(
    context: typer.Context,
    version: bool = typer.Option(  # noqa: ARG001 -- its callback does the work
        False,
        "--version",
        callback=_print_version,
        is_eager=True,
        help="Print the version and exit.",
    ),
    color: str | None = typer.Option(
        None,
        "--color",
        metavar="WHEN",
        help="auto, always or never; here, as git has it, or after the command.",
        autocompletion=lambda incomplete: [one for one in WHEN if one.startswith(incomplete)],
    ),
    no_pager: bool = typer.Option(False, "--no-pager", help="Never through a pager; here or after the command."),
    no_config: bool = typer.Option(  # noqa: ARG001 -- read before the command line is parsed
        False, NO_CONFIG, help="Before the command: without the settings file."
    ),
) -> None:
    """Answer questions about dated events."""
    given = {"color": color} if color is not None else {}
    context.default_map = dict.fromkeys(COMMANDS, given | ({"no_pager": True} if no_pager else {}))
    if context.invoked_subcommand is None:
        from relations_cli.cli.streams import write

        write(context.get_help() + "\n")


def run(args: Sequence[str] | None = None, environment: Mapping[str, str] | None = None) -> int:
    """Run a command line and return its exit code; every error is one line on standard error.

    Args:
        args: the words behind the program's name; None: those of this process.
        environment: the variables; None: those of this process.
    """
    given, variables = sys.argv[1:] if args is None else args, os.environ if environment is None else environment
    try:
        code: int | None = _run(given, variables)
    except SystemExit as end:
        # How Typer ends behind what a shell completes; fish is told by it whether files are meant.
        return ExitCode.NOTHING if end.code else ExitCode.MATCHED
    except Exception as error:
        if variables.get("TIMELINE_DEBUG"):
            raise
        if variables.get("_TIMELINE_COMPLETE", "").startswith("complete_"):
            # Nothing to offer; a message would stand in the middle of the line that is typed
            return ExitCode.NOTHING if variables.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args" else ExitCode.MATCHED
        failed = error.with_traceback(None)
        failed.__context__ = None
    else:
        return ExitCode.MATCHED if code is None else code
    # Here, where the frames are gone that hold what was read: where memory is short, there is some for the message
    for one in (*getattr(failed, "others", ()), failed):
        complain(_message(one, given, variables))
    return ExitCode.TROUBLE


def _run(args: Sequence[str], environment: Mapping[str, str]) -> int | None:
    settings = Settings() if NO_CONFIG in options_before(args) else settings_in(config_path(environment))
    session = Session(
        environment=environment, settings=settings, completing=_completing, spelling=_spelling, short=_short_spelling
    )
    words = _expanded(_help_of(args), settings)
    if any(word.partition("=")[0] in COMPLETION for word in options_before(words)):
        from relations_cli.cli.shells import completion_for  # once in the life of an installation

        return completion_for(words)
    code: int | None = app(words, prog_name="timeline", standalone_mode=False, obj=session)
    return ExitCode.TROUBLE if session.unread else code


def _completing(what: str, context: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ANN401
    from relations_cli.cli.completion import values_of  # only a shell that completes needs it

    return values_of(what, context, incomplete)


def _spelling(parameter: str) -> str:
    from relations_cli.cli.spelling import option_of  # it loads commands; only what is read by people names options

    return option_of(parameter)


def _short_spelling(parameter: str) -> str:
    from relations_cli.cli.spelling import short_option_of

    return short_option_of(parameter)


def _help_of(args: Sequence[str]) -> Sequence[str]:
    """``help CMD`` as ``CMD --help``, and ``help`` alone as the main page's."""
    before = options_before(args)
    asked = args[len(before) :]
    return [*before, *asked[1:2], "--help"] if asked[:1] == [HELP] else args


def _message(error: Exception, args: Sequence[str], environment: Mapping[str, str]) -> str:
    """An error as what, where, what to do."""
    if isinstance(error, TimelineError):
        return error.told(_spelling)
    if isinstance(error, COMMAND_LINE_ERROR):
        return _in_one_line(error)
    if isinstance(error, OSError):  # Typer writes its help itself
        return f"standard output: the result could not be written: {error.strerror}"
    if isinstance(error, (MemoryError, RecursionError)):
        return _too_large(error, [*args, environment.get("TIMELINE_FILE", "")])
    return f"{type(error).__name__}: {error}: a mistake in timeline itself: TIMELINE_DEBUG=1 shows where"


def _too_large(error: MemoryError | RecursionError, words: Sequence[str]) -> str:
    """What a file asks too much of; it is the first of the words that is one."""
    where = next((f"{shown_line(word)}: " for word in words if word and os.path.exists(word)), "")
    if isinstance(error, RecursionError):
        return f"{where}nested too deep: give a flatter file"
    return f"{where}not enough memory: ask for less, or of a smaller file"


def _in_one_line(error: Any) -> str:  # noqa: ANN401 -- Typer's own types are private
    """A usage error of Typer's as what, where, what to do."""
    context = error.ctx
    command = context.command_path if context is not None else "timeline"
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        near = " or ".join(error.possibilities or ())
        hint = f"did you mean {near}?" if near else f"`{command} --help` lists them"
        return f"{shown_line(option)}: there is no such option: {hint}"
    message = shown_line(error.format_message()).strip().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}: see `{command} --help`"


if "_TIMELINE_COMPLETE" in os.environ:
    from relations_cli.cli.shells import prepare

    prepare()
