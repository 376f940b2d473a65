"""Ask a chronology: what happened, when, who says so, and where that is published.

    import relations_cli as timeline
    chronology = timeline.load()
    answer = timeline.select(chronology, timeline.Query.of(since="2022", tags=["sanctions"]))
    for hit in answer:
        print(hit.date, hit.event.title, hit.status)
    denials = timeline.ask("claims", by="russia", stance="denies", since="2024")

The map of the package, each knowing only those above it; readers and query do not know each other:

    escaping, errors    what text may reach an output; what can go wrong
    suggesting, screen  the nearest names to a wrong one; what an output can show
    dates               an EDTF date as inclusive day spans
    model               the facts of a chronology, and what follows from them alone
    readers             bytes to a Chronology
    query               a Query on a Chronology to an Answer
    validation          every problem of a file
    writers, views      an Answer for programs, and for people
    api                 every question from Python
    cli                 the command line
"""

TYPE_CHECKING = False  # typing would be 5 ms in which an interrupt is a traceback
if TYPE_CHECKING:
    from relations_cli.api import ask
    from relations_cli.errors import DataError, DateError, OutputError, TimelineError, UsageError
    from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure, Proposition, Source, Vocabulary
    from relations_cli.query.answer import Answer
    from relations_cli.query.hit import Hit
    from relations_cli.query.query import Query
    from relations_cli.query.select import select
    from relations_cli.readers.loading import load

__version__ = "0.2.0"

__all__ = [
    "Actor",
    "Answer",
    "Chronology",
    "Claim",
    "DataError",
    "DateError",
    "Event",
    "Figure",
    "Hit",
    "OutputError",
    "Proposition",
    "Query",
    "Source",
    "TimelineError",
    "UsageError",
    "Vocabulary",
    "__version__",
    "ask",
    "load",
    "select",
]

_HOMES = {
    "Actor": "model.facts",
    "Answer": "query.answer",
    "Chronology": "model.facts",
    "Claim": "model.facts",
    "DataError": "errors",
    "DateError": "errors",
    "Event": "model.facts",
    "Figure": "model.facts",
    "Hit": "query.hit",
    "OutputError": "errors",
    "Proposition": "model.facts",
    "Query": "query.query",
    "Source": "model.facts",
    "TimelineError": "errors",
    "UsageError": "errors",
    "Vocabulary": "model.facts",
    "ask": "api",
    "load": "readers.loading",
    "select": "query.select",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562): the command line pays for what it uses only.

    Raises:
        AttributeError: there is none.
    """
    from importlib import import_module  # the program itself starts without it

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return __all__
