"""Help that reads like a manual page: purpose, examples, options in groups, exit codes."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from relations_cli.cli import GROUPS
from relations_cli.cli.filtering import FILTERS
from relations_cli.cli.input import INPUT
from relations_cli.cli.offered import formats_of, in_words
from relations_cli.cli.options import FORMATS_HERE, RESULT
from relations_cli.cli.streams import stdout
from relations_cli.escaping import shown_line

EXIT_CODES = (
    ("0", "something matched"),
    ("1", "nothing did"),
    ("2", "the request or the data is wrong, not all files could be read, or the result could not be written"),
    ("130", "interrupted"),
)
EXAMPLES = """\
timeline list --since 2022
timeline search sanctions veto
timeline list --tag un -o tsv | cut -f1,3
timeline show 2022-05-26
timeline count --by year --actor russia
"""
_NOTES = """\
Dates are inclusive and may be imprecise: --until 2024-06 reaches 30 June, and an event dated 2022 is found by every \
question that touches 2022. On a terminal the result is a table, in a pipe it is tab-separated values without a header.
"""
_ENVIRONMENT = (
    ("TIMELINE_FILE", "the chronology to read where --file is not given"),
    ("TIMELINE_TODAY", "YYYY-MM-DD, in place of today"),
    ("NO_COLOR, FORCE_COLOR", "switch colour off, or on; without it what a search found is *starred*"),
    ("TIMELINE_PAGER, PAGER", "the pager of what is longer than the screen; cat is none"),
    ("COLUMNS", "the width of a table"),
    ("XDG_CONFIG_HOME", "where timeline/config.toml lies, in place of ~/.config: file, color, pager, [alias]"),
)


# Typer exports BadParameter only; every error of the command line is a subclass of its parent.
COMMAND_LINE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
WIDEST = 102
"""Columns of a terminal beyond which help grows no wider: its lines are two shorter."""
_WORDS = "relations_cli.words"
"""Where a context keeps the words of its command."""


def show_help(context: Any, _option: Any, asked: bool) -> None:  # noqa: ANN401 -- as Typer calls it
    """Show the page of a command and end.

    Raises:
        OutputError: there is nowhere to write it.
    """
    if not asked or context.resilient_parsing:
        return
    from relations_cli.cli.pages import show  # for who asks for it

    show(context, context.meta.get(_WORDS, ()))
    context.exit()


class ManualCommand(TyperCommand):
    """A command whose help shows its examples and its options in groups."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 -- Typer's own types are private
        """Parse the arguments as the command arranges them; a bare ``--json`` at the end names the fields, as in gh."""
        if args and args[-1] == "--json" and not ctx.resilient_parsing:
            from relations_cli.errors import UsageError

            fields = ", ".join(_module(self).TABLE.fields)
            raise UsageError("json", None, f"which fields? Give all, or some with commas between: {fields}")
        ctx.meta[_WORDS] = tuple(args)
        if not ctx.resilient_parsing:
            _refuse_typographic(args, self, ctx)
            arrange = getattr(_module(self), "ARGUMENTS", None)
            if arrange is not None:
                args = arrange(args, self.get_params(ctx))
            ctx.allow_extra_args = True  # to say what was meant by them
        try:
            left: list[str] = super().parse_args(ctx, args)
        except COMMAND_LINE_ERROR as error:
            told: Any = error
            told.ctx = told.ctx or ctx  # the parser knows no command, whose help says more
            raise
        if left and not ctx.resilient_parsing:
            _refuse_superfluous(left, self, ctx)
        return left

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The page.

        Raises:
            OutputError: there is nowhere to write it, of which Typer would say nothing.
        """
        stdout()
        if "--help" not in ctx.meta.get(_WORDS, ("--help",)):
            from relations_cli.cli.pages import brief  # for who asks for it

            return brief(self, ctx, _module(self).EXAMPLES, "A format that `timeline formats` lists")
        return str(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The option that shows the page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = show_help
        return option

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the examples, then the arguments and the options, each group under its name."""
        with formatter.section("Examples"):
            for line in _module(self).EXAMPLES.splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
        ctx.default_map = None  # what stands before the command is no default to tell of
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                record = record[0], re.sub(r"\s*\[x>=\d+\]", "", record[1])  # what a range says of itself
                if FORMATS_HERE in record[1]:
                    record = record[0], record[1].replace(FORMATS_HERE, in_words(formats_of(_module(self))))
                is_argument = parameter.param_type_name == "argument"
                default = "Arguments" if is_argument else "Options"
                group = getattr(parameter, "rich_help_panel", None) or default
                groups.setdefault(group, []).append(record)
        for title, records in sorted(groups.items(), key=lambda group: _ORDER[group[0]]):
            with formatter.section(title):
                formatter.write_dl(records, col_max=24)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """The words after the command's name in its usage: options, then arguments."""
        arguments = [one for one in self.get_params(ctx) if one.param_type_name == "argument"]
        return ["[OPTIONS]", *[one.make_metavar(ctx).strip("{}") for one in arguments]]

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Write what the exit code says."""
        codes = getattr(_module(self), "EXIT_CODES", EXIT_CODES)
        formatter.write_paragraph()
        formatter.write_text("Exit code: " + "; ".join(f"{code} {meaning}" for code, meaning in codes) + ".")


def _refuse_typographic(args: list[str], command: TyperCommand, ctx: Any) -> None:  # noqa: ANN401
    """Refuse an option that begins with a dash of a word processor.

    Raises:
        UsageError: there is one.
    """
    if all(word.isascii() for word in args):
        return
    from relations_cli.cli.meant import with_plain_signs  # for those who err

    with_plain_signs(args, [name for one in command.get_params(ctx) for name in one.opts], str(command.name))


def _refuse_superfluous(left: list[str], command: TyperCommand, ctx: Any) -> None:  # noqa: ANN401
    """Refuse words that the command does not take.

    Raises:
        UsageError: always, where it is known what was meant; else Typer's own error.
    """
    from relations_cli.cli.meant import superfluous

    error = superfluous(left, command, ctx)
    if error is not None:
        raise error
    ctx.fail(f"Got unexpected extra argument(s) ({' '.join(left)})")


_ORDER = {"Arguments": 0, FILTERS: 1, RESULT: 2, INPUT: 3, "Options": 4}


def _module(command: TyperCommand) -> Any:  # noqa: ANN401 -- a command's module: EXAMPLES, TABLE, command
    return import_module(f"relations_cli.cli.{command.name}")


def main_help(
    context: Any,  # noqa: ANN401 -- Typer's own types are private
    formatter: Any,  # noqa: ANN401
    commands: Mapping[str, str],
    aliases: Mapping[str, str],
) -> None:
    """Write the main page."""
    formatter.write_usage("timeline", "COMMAND [OPTIONS]")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text("Ask a chronology: what happened, when, who says so, and where that is published.")
        formatter.write_paragraph()
        formatter.write_text(_NOTES)
    with formatter.section("Examples"):
        for line in EXAMPLES.splitlines():
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
    formatter.write_paragraph()
    formatter.write_text("Commands (timeline COMMAND --help says all of one):")
    widest = max(map(len, commands))
    for title, names in GROUPS.items():
        with formatter.section(title):  # padded, so that the groups have one column
            formatter.write_dl([(f"{name:{widest}}", commands[name]) for name in names])
    if aliases:
        with formatter.section("Saved queries, from config.toml"):
            formatter.write_dl([(shown_line(name), shown_line(line)) for name, line in aliases.items()])
    with formatter.section("Options"):
        records = [parameter.get_help_record(context) for parameter in context.command.get_params(context)]
        formatter.write_dl([record for record in records if record is not None])
    with formatter.section("Environment"):
        formatter.write_dl(_ENVIRONMENT)
    with formatter.section("Exit codes"):
        formatter.write_dl(EXIT_CODES)
