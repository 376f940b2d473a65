"""Whether what a document says can be: dates, ids, references, vocabularies, addresses, claims.

Everything is asked of the decoded document as it is, however misshapen: one wrong value hides no other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from relations_cli.dates import Day, FuzzyDate, parse_edtf
from relations_cli.errors import DateError
from relations_cli.escaping import one_line, quoted
from relations_cli.readers.located.places import Path
from relations_cli.suggesting import nearest
from relations_cli.validation.problems import Finding

_LONGEST_TITLE = 80
_STATEMENTS = (
    *("says", "say", "tells", "tell", "denies", "deny", "accuses", "accuse", "claims", "claim", "alleges", "allege"),
    *("announces", "announce", "confirms", "confirm", "condemns", "condemn", "warns", "warn", "calls", "call"),
)
_STATEMENT = re.compile(rf"\b(?:{'|'.join(_STATEMENTS)})\b", re.IGNORECASE)
Entry = tuple[Path, dict[str, Any]]


def doubtful(document: Any, today: Day) -> Iterator[Finding]:  # noqa: ANN401 -- any JSON
    """Every rule that the document breaks, and what is worth a look, in no order."""
    if not isinstance(document, dict):
        return
    events = list(_entries(document, "events"))
    actors = dict(_members(document, "actors"))
    propositions = dict(_members(document, "propositions"))
    claims = list(_claims(events, propositions))
    yield from _dates(document, events, claims)
    yield from _ids(events)
    yield from _references(events, claims, propositions)
    yield from _vocabularies(document, events, claims, actors)
    yield from _circles(actors)
    yield from _sources(events, claims)
    yield from _claimed(events, propositions)
    for path, event in events:
        yield from _event(path, event, today)


def _entries(holder: dict[str, Any], key: str, path: Path = ()) -> Iterator[Entry]:
    """The objects of an array."""
    value = holder.get(key)
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, dict):
            yield (*path, key, index), entry


def _members(holder: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of an object, by their keys."""
    value = holder.get(key)
    for name, member in (value if isinstance(value, dict) else {}).items():
        if isinstance(member, dict):
            yield name, member


def _texts(holder: dict[str, Any], key: str) -> list[tuple[int, str]]:
    """The strings of an array, with their places."""
    value = holder.get(key)
    return [(at, one) for at, one in enumerate(value if isinstance(value, list) else ()) if isinstance(one, str)]


def _claims(events: Iterable[Entry], propositions: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    for path, event in events:
        yield from _entries(event, "claims", path)
    for name, proposition in propositions.items():
        yield from _entries(proposition, "claims", ("propositions", name))


def _date(value: object) -> FuzzyDate | None:
    try:
        return parse_edtf(value) if isinstance(value, str) else None
    except DateError:
        return None


def _dates(document: dict[str, Any], events: Iterable[Entry], claims: Iterable[Entry]) -> Iterator[Finding]:
    dated: list[tuple[Path, object]] = [(("updated",), document.get("updated"))]
    for path, event in events:
        dated += [((*path, key), event.get(key)) for key in ("date", "known")]
        for inner, source in _entries(event, "sources", path):
            dated += [((*inner, key), source.get(key)) for key in ("date", "accessed")]
    dated += [((*path, "date"), claim.get("date")) for path, claim in claims]
    for path, value in dated:
        if isinstance(value, str):
            try:
                parse_edtf(value)
            except DateError as error:
                yield Finding(path, str(error))


def _ids(events: Iterable[Entry]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, event in events:
        name = event.get("id")
        if isinstance(name, str) and first.setdefault(name, path) != path:
            taken = f"$.events[{first[name][-1]}]"
            yield Finding((*path, "id"), f"the id {quoted(name)} is taken by {taken}")


def _missing(value: str, known: Iterable[str], what: str) -> str:
    near = nearest(value, known)
    hint = f": did you mean {' or '.join(map(one_line, near))}?" if near else ""
    return f"there is no {what} {quoted(value)}{hint}"


def _references(
    events: list[Entry], claims: Iterable[Entry], propositions: dict[str, dict[str, Any]]
) -> Iterator[Finding]:
    ids = {event["id"]: None for _, event in events if isinstance(event.get("id"), str)}
    for path, event in events:
        for at, other in _texts(event, "related"):
            if other not in ids:
                yield Finding((*path, "related", at), _missing(other, ids, "event"))
            elif other == event.get("id"):
                yield Finding((*path, "related", at), "the event is related to itself")
        for at, name in _texts(event, "propositions"):
            if name not in propositions:
                yield Finding((*path, "propositions", at), _missing(name, propositions, "proposition"))
    for path, claim in claims:
        made_in = claim.get("event")
        if isinstance(made_in, str) and made_in not in ids:
            yield Finding((*path, "event"), _missing(made_in, ids, "event"))


Uses = list[tuple[Path, object]]


def _vocabularies(
    document: dict[str, Any], events: list[Entry], claims: list[Entry], actors: dict[str, dict[str, Any]]
) -> Iterator[Finding]:
    used: dict[str, Uses] = {
        "types": [((*path, "type"), event.get("type")) for path, event in events],
        "tags": [((*path, "tags", at), name) for path, event in events for at, name in _texts(event, "tags")],
        "actors": [((*path, "actors", at), name) for path, event in events for at, name in _texts(event, "actors")],
        "measures": [
            ((*inner, "of"), figure.get("of"))
            for path, claim in claims
            for inner, figure in _entries(claim, "figures", path)
        ],
    }
    used["actors"] += [((*path, "by"), claim.get("by")) for path, claim in claims]
    used["actors"] += [(("actors", name, "parent"), actor.get("parent")) for name, actor in actors.items()]
    for vocabulary, uses in used.items():
        declared = document.get(vocabulary)
        if isinstance(declared, dict) and declared:  # a file that declares none makes no promise about it
            yield from _unlike(vocabulary, declared, [(path, name) for path, name in uses if isinstance(name, str)])


def _unlike(vocabulary: str, declared: dict[str, Any], uses: list[tuple[Path, str]]) -> Iterator[Finding]:
    """What is used and not declared, and what is declared and not used."""
    what = vocabulary.removesuffix("s")
    for path, name in uses:
        if name not in declared:
            yield Finding(path, _missing(name, declared, what))
    for name in declared.keys() - {name for _, name in uses}:
        yield Finding((vocabulary, name), f"the {what} {quoted(name)} is never used", at_key=True)


def _circles(actors: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    for name, actor in actors.items():
        seen, at = {name}, actor.get("parent")
        while isinstance(at, str) and at in actors and at not in seen:
            seen.add(at)
            at = actors[at].get("parent")
        if at == name:
            yield Finding(("actors", name, "parent"), f"the parents of {quoted(name)} form a circle")


def _sources(events: list[Entry], claims: Iterable[Entry]) -> Iterator[Finding]:
    addresses: Counter[object] = Counter()
    for path, event in events:
        for inner, source in _entries(event, "sources", path):
            addresses[source.get("url") if isinstance(source.get("url"), str) else None] += 1
            if not source.get("publisher") and not source.get("url"):
                yield Finding(inner, "a source needs a publisher or an address (url)")
            for key in ("url", "archived"):
                value = source.get(key)
                if isinstance(value, str) and not re.fullmatch(r"https?://[^\s/]\S*", value):
                    yield Finding((*inner, key), f"{quoted(value)} is no http or https address")
    for path, claim in claims:
        address = claim.get("source")
        if isinstance(address, str) and address not in addresses:
            yield Finding((*path, "source"), f"{quoted(address)} is the source of no event in the file")


def _claimed(events: Iterable[Entry], propositions: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    named = {name for _, event in events for _, name in _texts(event, "propositions")}
    for name, proposition in propositions.items():
        if name not in named:
            yield Finding(("propositions", name), f"no event bears on the proposition {quoted(name)}", at_key=True)
        if not proposition.get("claims"):
            yield Finding(("propositions", name), f"nobody claims the proposition {quoted(name)}", at_key=True)


def _event(path: Path, event: dict[str, Any], today: Day) -> Iterator[Finding]:
    title, date = event.get("title"), _date(event.get("date"))
    if isinstance(title, str) and len(title) > _LONGEST_TITLE:
        yield Finding((*path, "title"), f"a title of {len(title)} characters: at most {_LONGEST_TITLE}")
    claims = list(_entries(event, "claims", path))
    begins = date.first_day if date is not None else None
    for inner, claim in claims:
        made = _date(claim.get("date"))
        if begins is not None and made is not None and made.last_day is not None and made.last_day < begins:
            yield Finding((*inner, "date"), "the claim is dated before the event that it is on", "warning")
    if claims and isinstance(title, str) and _STATEMENT.search(title):
        reason = "a statement with claims of its own: nobody contests that it was said; put them on a proposition"
        yield Finding((*path, "claims"), reason, "warning")
    if begins is not None and begins > today and event.get("known") is None:
        yield Finding((*path, "date"), "the event lies in the future: 'known' says since when it is planned", "warning")
    if not event.get("sources"):
        yield Finding(path, "the event has no source", "warning")
