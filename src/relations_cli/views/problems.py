"""Problems of files as compilers write them, a line each; on a terminal they break between words alone."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from relations_cli.escaping import shown_line
from relations_cli.query.answer import Answer
from relations_cli.screen import Screen
from relations_cli.validation.problems import Problem, Severity
from relations_cli.views import View
from relations_cli.views.palette import BAD, DOUBT, HEAD, QUIET

if TYPE_CHECKING:
    from rich.text import Text

_STYLES: Final[dict[Severity, str]] = {"error": BAD, "warning": DOUBT}
_INDENT: Final = "    "


def problems(answer: Answer[Problem]) -> View:
    """A view of problems: path:line:column: error: reason @ place."""

    def view(screen: Screen) -> str:
        if not (screen.terminal or screen.colour):  # programs read these lines, whatever their encoding
            return "".join(f"{shown_line(''.join(text for text, _ in _parts(one)))}\n" for one in answer)
        from relations_cli.views.console import draw  # Rich, which a pipe does not need

        return draw(screen, *(line for one in answer for line in _lines(one, screen)))

    return view


def _parts(problem: Problem) -> Iterator[tuple[str, str]]:
    """What is said of a problem, each part with its style."""
    yield f"{problem.file}:{problem.line}:{problem.column}:", HEAD
    yield f" {problem.severity}:", _STYLES[problem.severity]
    yield f" {problem.reason}", ""
    if problem.place:
        yield f" @ {problem.place}", QUIET


def _lines(problem: Problem, screen: Screen) -> "Iterator[Text]":
    """The lines of a problem; where nobody looks, one. A word that is longer than the screen stays whole."""
    from rich.text import Text

    from relations_cli.views.glyphs import legible

    text = Text.assemble(*((legible(part, screen), style) for part, style in _parts(problem)), no_wrap=True)
    lines = text.divide(_breaks(text.plain, screen.width)) if screen.terminal else [text]
    for place, line in enumerate(lines):
        line.rstrip()
        yield Text(_INDENT if place else "", no_wrap=True).append_text(line)


def _breaks(plain: str, width: int) -> list[int]:
    """Where lines begin, the first left out, each at most so wide unless it holds one word."""
    from rich.cells import cell_len

    starts: list[int] = []
    used = 0
    for word in re.finditer(r" *(?:@ )?[^ ]+", plain):
        size = cell_len(word[0])
        if used and used + size > width:
            starts.append(word.end() - len(word[0].lstrip(" ")))
            used, size = len(_INDENT), cell_len(word[0].lstrip(" "))
        used += size
    return starts
