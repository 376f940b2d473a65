"""What an editor should do next: a group a check, what to do about it, and what it was found in."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from relations_cli.model.vocabulary import actor_name
from relations_cli.query.answer import Answer
from relations_cli.query.audit import Check, Task
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.addresses import is_address, linked
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import footer
from relations_cli.views.palette import HEAD, LINK, QUIET

_TODO: Final[dict[Check, str]] = {
    "unanswered": "look for an answer to the denial",
    "one-source": "find a second one, of another publisher",
    "one-publisher": "find a source of another publisher",
    "undated-claim": "say when the claim was made",
    "unsourced-claim": "say where the claim is published",
    "past-plan": "find out whether it came to pass",
    "silence": "look for what happened in between",
    "twice": "merge the two, or tell them apart",
    "language": "find a source in that language",
    "aggregator": "cite the publisher who had it first",
    "http": "give the https address, if there is one",
    "unarchived": "archive the page, and give that address",
}
_INDENT = "  "


def tasks(answer: Answer[Task]) -> View:
    """A view of tasks: a heading a check with what to do, below it each title with its id and what was found."""

    def view(screen: Screen) -> str:
        return draw(screen, *_groups(answer, screen), *footer(answer, screen)) if answer.rows else ""

    return view


def _groups(answer: Answer[Task], screen: Screen) -> Iterator[Text]:
    groups: dict[Check, list[Task]] = {}
    for task in answer:  # which may be sorted by something else
        groups.setdefault(task.check, []).append(task)
    for place, (check, rows) in enumerate(groups.items()):
        if place:
            yield Text()
        many = "" if answer.left_out.limit else f" {len(rows):,}"  # a limit may cut into a group
        yield from wrapped(Text().append(check, HEAD).append(f"{many} — {_TODO[check]}"), screen.width)
        for _, tasks_of_one in groupby(rows, key=lambda task: task.id):
            yield from _of_one(list(tasks_of_one), answer, screen)


def _of_one(rows: Sequence[Task], answer: Answer[Task], screen: Screen) -> Iterator[Text]:
    """An event or a proposition with what a check found in it: behind it; several things and addresses below."""
    first, *more = rows
    head = plain(first.title, screen).append_text(plain(f" ({first.id})", screen, QUIET))
    texts = [_found(task, answer, screen) for task in rows]
    paragraphs = [head, *texts] if more or is_address(first.text) else [head.append(" — ").append_text(texts[0])]
    indent = _INDENT
    for paragraph in paragraphs:
        for line in wrapped(paragraph, screen.width - 2 * len(_INDENT)):
            yield Text(indent, no_wrap=True).append_text(line)
            indent = 2 * _INDENT


def _found(task: Task, answer: Answer[Task], screen: Screen) -> Text:
    """What was found, with names for the ids of actors, and the title of a second event beside its id."""
    text = task.text
    if task.by is not None:
        text = actor_name(answer.vocabulary.actors, task.by) + text.removeprefix(task.by)
    said = plain(text, screen, linked(text, LINK) if is_address(text) else "")
    if task.other_title is None:
        return said
    joint = ", until " if task.check == "silence" else " "
    found = Text().append_text(said).append(joint).append_text(plain(task.other_title, screen))
    return found.append_text(plain(f" ({task.other})", screen, QUIET))
