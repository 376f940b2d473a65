"""What a shell may complete: tags, actors, types, ids, years, formats, fields, statuses and the like.

A shell's completion script evaluates what it is given, zsh's as shell code: only words that no shell reads as anything
else, and that become no option, are offered, and help texts are reduced to plain words. Nothing here fails; a file that
cannot be read completes nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from relations_cli.cli import may_be_offered
from relations_cli.cli.input import Input
from relations_cli.cli.offered import for_files, formats_of
from relations_cli.cli.settings import WHEN
from relations_cli.errors import TimelineError, spelt
from relations_cli.model.facts import SOURCE_KINDS, STANCES, Event
from relations_cli.model.languages import in_usual_case
from relations_cli.model.status import STATUSES
from relations_cli.query.facets import FACETS
from relations_cli.views import LANES

if TYPE_CHECKING:
    from relations_cli.query.store import Store

Values = Mapping[str, str]
"""Value: what it means."""


def values_of(what: str, context: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ANN401 -- Typer's context
    """The values that begin with what was typed, each with what it means; after a comma, of its last part.

    Args:
        what: the kind of value, a key of the tables below.
        context: Typer's, with the parameters that the command line has so far.
        incomplete: what was typed of the value.
    """
    given, comma, last = incomplete.rpartition(",")
    taken = set(given.split(",")) if comma else set()
    try:
        values = _CLOSED[what] if what in _CLOSED else _OPEN[what](context)
    except TimelineError:
        return []
    return [
        (f"{given}{comma}{value}", _harmless(meaning))
        for value, meaning in values.items()
        if value.casefold().startswith(last.casefold()) and value not in taken and may_be_offered(value)
    ]


def every_value(what: str, context: Any) -> Values:  # noqa: ANN401
    """All values of a kind with what they mean, whatever a shell may be given; of actors their names, too."""
    try:
        if what == "actors":
            store = _store(context)
            actors = store.vocabulary.actors.items()
            declared = [one for name, actor in actors for one in (name, actor.name, *actor.aliases)]
            return _named([*declared, *store.used("actors")])
        return _CLOSED[what] if what in _CLOSED else _OPEN[what](context)
    except TimelineError:
        return {}


def _harmless(text: str) -> str:
    """A help text of plain words: what else it holds could mean something to a shell."""
    return re.sub(r"[^\w .,;()/+-]", "", text)


def _store(context: Any) -> "Store":  # noqa: ANN401
    """What the command line so far asks."""
    given = {name: context.params[name] for name in Input.__struct_fields__ if context.params.get(name) is not None}
    store, _ = Input(**given).load(context.find_root().obj)
    return store


def _all(store: "Store") -> Collection[Event]:
    """Its events."""
    return store.named(store.ids()).values()


def _named(names: Iterable[str]) -> Values:
    return dict.fromkeys(names, "")


def _tags(context: Any) -> Values:  # noqa: ANN401
    store = _store(context)
    return store.vocabulary.tags or _named(store.used("tags"))


def _types(context: Any) -> Values:  # noqa: ANN401
    store = _store(context)
    return store.vocabulary.types or _named(store.used("types"))


def _actors(context: Any) -> Values:  # noqa: ANN401
    """The ids, then the names and aliases that are single words."""
    store = _store(context)
    actors = store.vocabulary.actors
    ids = {name: actor.name for name, actor in actors.items()}
    words = {word: actor.name for actor in actors.values() for word in (actor.name, *actor.aliases)}
    return words | ids or _named(store.used("actors"))


def _places(context: Any) -> Values:  # noqa: ANN401
    return _named(_store(context).used("places"))


def _publishers(context: Any) -> Values:  # noqa: ANN401
    return _named(_store(context).used("publishers"))


def _origins(context: Any) -> Values:  # noqa: ANN401
    return _named(_store(context).used("origins"))


def _languages(context: Any) -> Values:  # noqa: ANN401
    """The languages of sources, each with how many events have one in it."""
    counts = Counter(
        language
        for event in _all(_store(context))
        for language in {in_usual_case(source.language) for source in event.sources if source.language}
    )
    return {language: f"{n} events" if n > 1 else "1 event" for language, n in counts.most_common()}


def _events(context: Any) -> Values:  # noqa: ANN401
    return {event.id: event.title for event in _all(_store(context))}


_WITH_SUBJECTS = ("show", "open", "claims", "figures", "changes", "contested")
"""Commands in whose rows an event as titled stands beside propositions."""


def _subjects(context: Any) -> Values:  # noqa: ANN401
    store = _store(context)
    events = _all(store) if context.info_name in _WITH_SUBJECTS else ()
    claimed = {event.id: event.title for event in events if event.claims}
    return {name: proposition.text for name, proposition in store.vocabulary.propositions.items()} | claimed


def _ids(context: Any) -> Values:  # noqa: ANN401
    return {**_events(context), **_subjects(context)}


def _measures(context: Any) -> Values:  # noqa: ANN401
    return _store(context).vocabulary.measures


def _years(context: Any) -> Values:  # noqa: ANN401
    from relations_cli.dates import parse_edtf

    days = [parse_edtf(event.date).first_day for event in _all(_store(context)) if event.date]
    return _named(f"{year:04d}" for year in sorted({day[0] for day in days if day is not None}))


def _fields(context: Any) -> Values:  # noqa: ANN401
    return {"all": "every field", **_sort_fields(context)}


def _sort_fields(context: Any) -> Values:  # noqa: ANN401
    table = import_module(f"relations_cli.cli.{context.info_name}").TABLE
    spelling = context.find_root().obj.spelling
    return {field.name: spelt(field.meaning, spelling) for field in table.fields.values()}


def _formats(context: Any) -> Values:  # noqa: ANN401
    return {
        name: one.meaning for name, one in formats_of(import_module(f"relations_cli.cli.{context.info_name}")).items()
    }


def _file_formats(context: Any) -> Values:  # noqa: ANN401
    command = import_module(f"relations_cli.cli.{context.info_name}")
    return {name: one.meaning for name, one in for_files(formats_of(command)).items()}


def _readers(_context: Any) -> Values:  # noqa: ANN401
    from relations_cli.readers.registry import READERS

    return {one.name: one.keeps for one in READERS.values()}


_CLOSED: dict[str, Values] = {
    "statuses": _named(STATUSES),
    "stances": _named(STANCES),
    "source_kinds": _named(SOURCE_KINDS),
    "facets": dict[str, str](FACETS.items()),
    "colours": _named(WHEN),
    "lanes": _named(LANES),
    "date_orders": {"dmy": "day first", "mdy": "month first"},
}
_OPEN: dict[str, Callable[[Any], Values]] = {
    "tags": _tags,
    "types": _types,
    "actors": _actors,
    "places": _places,
    "origins": _origins,
    "languages": _languages,
    "publishers": _publishers,
    "events": _events,
    "ids": _ids,
    "subjects": _subjects,
    "measures": _measures,
    "years": _years,
    "fields": _fields,
    "sort_fields": _sort_fields,
    "formats": _formats,
    "file_formats": _file_formats,
    "readers": _readers,
}
