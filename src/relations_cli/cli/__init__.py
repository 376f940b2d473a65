"""The command line: which commands there are, what may stand before one, and which words a shell may be given."""

import re
from collections.abc import Sequence

COMMANDS = {
    "list": "Events in order",
    "search": "Full text, best first",
    "show": "Everything about some events: claims, sources, related events",
    "open": "The first source of an event in the browser",
    "around": "What happened shortly before and after dates or events",
    "claims": "Who said what, in the order in which it was said, and what became of it",
    "contested": "Propositions and contested events: status, since when, who denies",
    "changes": "What became known and who took which stance since a day",
    "figures": "Every number that somebody gave for a measure",
    "count": "How many, by year, tag, actor, place and the like, or by two of them",
    "tags": "The tags, with counts",
    "actors": "The actors, with counts",
    "audit": "What an editor should do next: single sources, silences, stale plans",
    "diff": "What changed between two files, event by event",
    "validate": "Every problem of a file, located",
    "formats": "What can be read and written, and what each format keeps and loses",
    "schema": "The JSON Schema of a chronology",
    "about": "What the chronology is, how fresh, how large, and where its file lies",
}
"""Command: its purpose in a line; its module in this folder is imported when it is called, or for its own help."""

GROUPS = {
    "Ask": ("list", "search", "show", "open", "around"),
    "Who says so": ("claims", "contested", "changes", "figures"),
    "Count": ("count", "tags", "actors"),
    "Keep": ("audit", "diff", "validate"),
    "Files": ("about", "formats", "schema"),
}
"""What commands are for: those that are for it, each once."""

INSTALL_COMPLETION = "--install-completion"
COMPLETION = {
    INSTALL_COMPLETION: "Install completion for the shell that runs, or the one named behind: zsh, bash, fish.",
    "--show-completion": "Show its script, to be copied or changed.",
}
"""Options that ask for completion, before any command: what the help says of them."""

HELP = "help"
"""Reads like a command, and is none."""


def options_before(args: Sequence[str]) -> Sequence[str]:
    """The words before the command, which are options; ``--color`` alone takes the word behind it."""
    at = 0
    while at < len(args) and args[at].startswith("-"):
        at += 2 if args[at] == "--color" else 1
    return args[:at]


def may_be_offered(word: str) -> bool:
    """Whether a shell may complete a word: one that no shell reads as anything else, and that becomes no option."""
    return re.fullmatch(r"(?!-)[\w.-]+", word) is not None
