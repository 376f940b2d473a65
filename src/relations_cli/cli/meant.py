"""What somebody meant whose words are no command line: the option, the command or the sign that belongs there."""

import os
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from relations_cli.cli import COMMANDS
from relations_cli.cli.completion import every_value
from relations_cli.cli.spelling import option_of, options_of
from relations_cli.dates import parse_typed
from relations_cli.errors import VALUE, DateError, UsageError
from relations_cli.readers.sniffing import SUFFIXES
from relations_cli.suggesting import did_you_mean, has_words, nearest

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES: Final = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
_TYPO: Final = 0.75
"""How alike a word and the name of a command are of which it is a typo."""
_VALUES: Final = (
    ("facets", "by", ("count",)),
    ("measures", "of", ("figures",)),
    ("stances", "stance", ("claims",)),
    ("statuses", "statuses", ()),
    ("tags", "tags", ()),
    ("types", "types", ()),
    ("actors", "by", ("claims",)),
    ("actors", "actors", ()),
    ("places", "places", ()),
    ("formats", "output", ()),
)
"""What a word may be: the parameter that takes it, and of which commands; none: of all that have it."""
_NEAR: Final = frozenset({"facets", "measures"})
"""Those of which a word that is no more than near is offered, too: the command is about them."""


def with_plain_signs(words: Sequence[str], options: Iterable[str], command: str = "") -> None:
    """Refuse an option that begins with a dash of a word processor.

    Raises:
        UsageError: it is one of the options but for the dash; it says how to write it.
    """
    known = set(options)
    for word in words:
        if word == "--":
            return
        name, mark, value = word.partition("=")
        if not name or name[0] not in f"-{_DASHES}" or set(_DASHES).isdisjoint(name):
            continue
        bare = name.strip(f"-{_DASHES}{_QUOTES}")
        meant = next((one for one in (f"--{bare}", f"-{bare}") if one in known), "")
        if meant:
            written = f"{meant}{mark}{shlex.quote(value.strip(_QUOTES)) if value else ''}"
            what = f"{VALUE} has a typographic dash"
            raise UsageError("", word, what, f"write `timeline {command} {written}`" if command else f"write {written}")


def superfluous(words: Sequence[str], command: Any, context: Any) -> UsageError | None:  # noqa: ANN401 -- Typer's own
    """The error on words that a command does not take; None where nothing is known of them.

    Args:
        words: those behind the options and arguments of the command.
        command: Typer's.
        context: Typer's, with the parameters that the command line has so far.
    """
    name = command.name
    text = " ".join(words).strip(_QUOTES)
    meant = next(_meant(words, text, command, context), "")
    if not meant and name in {"list", "count", "tags", "actors"}:
        meant = f"write `timeline search {shlex.quote(text)}`" if text.strip() else ""
    if not meant:
        return None
    listed = f"{VALUE} belongs to no option"
    return UsageError("", " ".join(words), listed, meant)


def _meant(words: Sequence[str], text: str, command: Any, context: Any) -> Iterator[str]:  # noqa: ANN401
    """What may have been meant, the likeliest first."""
    options = {one.name: one for one in command.params if one.param_type_name == "option"}
    first, *rest = words
    if command.name == "count" and len(facets := _facets(text, context)) > 1:
        yield _written("by", ",".join(facets), text)
    named = [name for name, one in options.items() if f"--{first.casefold()}" in one.opts]
    if named and rest:
        yield _written(named[0], " ".join(rest), text)
    if "years" in options and _is_date(text, context):
        is_year = re.fullmatch(r"\d{4}", text, re.ASCII)
        yield _written("since" if command.name == "changes" else "years" if is_year else "on", text, text)
    if "file" in options and (os.path.exists(text) or os.path.splitext(text)[1].lower() in SUFFIXES):
        yield f"write `timeline {command.name} -f {shlex.quote(text)}`"
    for kind, parameter, commands in _VALUES:
        if parameter in options and (not commands or command.name in commands):
            value = _value(text, kind, context)
            if value:
                yield _written(parameter, value, text, command.name)


def _facets(text: str, context: Any) -> list[str]:  # noqa: ANN401
    """The facets that the words are, whatever stands between them; none where one of them is something else."""
    named = [word for word in re.split(r"[\s,]+", text.casefold()) if word not in ("", "by", "and", "x", "per")]
    found = [_value(word, "facets", context) for word in named]
    return found if all(found) else []


def _written(parameter: str, value: str, text: str, command: str = "") -> str:
    search = f", or `timeline search {shlex.quote(text)}`" if command == "list" else ""
    return f"write {option_of(parameter)} {shlex.quote(value)}{search}"


def _value(text: str, kind: str, context: Any) -> str:  # noqa: ANN401
    """The value of a kind that a text is, blind to case; empty where there is none."""
    known = every_value(kind, context)
    found = next((value for value in known if value.casefold() == text.casefold()), "")
    if found or kind not in _NEAR:
        return found
    meant = [value for value, meaning in known.items() if has_words(meaning, text)]
    return next(iter([*nearest(text, known, most=1), *meant]), "")


def _is_date(text: str, context: Any) -> bool:  # noqa: ANN401
    try:
        return not parse_typed(text, today=context.find_root().obj.today).undated
    except DateError:
        return False


def refuse_misplaced(option: str, words: Sequence[str]) -> None:
    """Refuse an option that stands before the command and belongs behind one.

    Raises:
        UsageError: it is one of a command; it says of which.
    """
    command = next((name for name in COMMANDS if option and option in options_of(name)), None)
    if command is not None:
        given = [word for word in words if word not in COMMANDS]
        named = next((word for word in words if word in COMMANDS and option in options_of(word)), command)
        written = " ".join(map(shlex.quote, (named, *given)))
        raise UsageError("", option, f"{VALUE} stands behind a command", f"write `timeline {written}`")


def no_command(words: Sequence[str], names: Iterable[str], context: Any) -> UsageError:  # noqa: ANN401
    """The error on words that begin with no command: the one of which the first is a typo, else what asks for them."""
    import difflib

    name = words[0]
    bare = name.strip(_QUOTES)
    text = " ".join(shlex.quote(word.strip(_QUOTES)) for word in words)
    known = list(names)
    typos = difflib.get_close_matches(bare.casefold(), known, n=3, cutoff=_TYPO)
    if typos:
        hint = did_you_mean(typos)
    elif os.path.isfile(bare) or os.path.splitext(bare)[1].lower() in SUFFIXES:
        hint = f"write `timeline list -f {text}`"
    elif re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?-[\w-]+", bare, re.ASCII):
        hint = f"write `timeline show {text}`"
    elif re.fullmatch(r"\d{4}", bare, re.ASCII):
        hint = f"write `timeline list {option_of('years')} {text}`"
    elif _is_date(bare, context):
        hint = f"write `timeline list {option_of('on')} {text}`"
    elif not bare.strip():
        hint = "`timeline --help` lists them"
    else:
        hint = f"for the words, write `timeline search {text}`; `timeline --help` lists the commands"
    return UsageError("", name, f"command: there is no {VALUE}", hint)
