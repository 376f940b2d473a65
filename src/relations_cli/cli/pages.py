"""Help as it is shown: one screen for ``-h``, else all of it through the pager, its headings in bold."""

import re
from collections.abc import Sequence
from inspect import cleandoc
from typing import Any, Final

from relations_cli.cli.options import FORMATS_HERE
from relations_cli.cli.pager import page
from relations_cli.cli.session import Session
from relations_cli.cli.streams import screen

_COMMONEST: Final = (
    *("by", "of", "about", "stance", "history", "before", "after", "context", "strict", "silence"),
    *("since", "tags", "actors", "limit", "output", "file", "json", "dates"),
)
"""The options that people need first, by their parameters."""
_MOST: Final = 5
_EXAMPLES: Final = 2
_HEADING: Final = re.compile(r"^(?:Usage:|\S[^\n`]*:$)", re.MULTILINE)


def show(context: Any, words: Sequence[str]) -> None:  # noqa: ANN401 -- Typer's own types are private
    """Show the page of a command.

    Args:
        context: of the command.
        words: those behind its name.

    Raises:
        OutputError: there is nowhere to write it.
    """
    session: Session = context.find_root().obj
    wanted = not (context.default_map or {}).get("no_pager", "--no-pager" in words)
    shown = screen(None, session)
    text = f"{context.get_help()}\n"
    if shown.terminal and shown.colour:
        text = _HEADING.sub("\x1b[1m\\g<0>\x1b[0m", text)
    page(text, shown, session, wanted=wanted)


def brief(command: Any, context: Any, examples: str, formats: str) -> str:  # noqa: ANN401
    """One screen: what a command does, two examples, the commonest options.

    Args:
        command: Typer's.
        context: of the command.
        examples: all of them, a line each.
        formats: those that it can give, in a sentence.
    """
    formatter = context.make_formatter()
    command.format_usage(context, formatter)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(cleandoc(command.help or "").split("\n\n", 1)[0].replace("\n", " "))
    with formatter.section("Examples"):
        for line in examples.splitlines()[:_EXAMPLES]:
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
    context.default_map = None  # what stands before the command is no default to tell of
    known = {one.name: one for one in command.get_params(context)}
    records = [known[name].get_help_record(context) for name in _COMMONEST if name in known][:_MOST]
    if records:
        with formatter.section("Options"):
            formatter.write_dl(
                [(name, _first(meaning.replace(FORMATS_HERE, formats))) for name, meaning in records], col_max=24
            )
    formatter.write_paragraph()
    formatter.write_text(f"`timeline {command.name} --help` says all of it.")
    return str(formatter.getvalue()).rstrip("\n")


def _first(meaning: str) -> str:
    """As much of what an option does as says what it is."""
    return re.split(r"; (?=comma|repeated|else)|: (?=un,|id,)| \(`", meaning, maxsplit=1)[0].removesuffix(".") + "."
