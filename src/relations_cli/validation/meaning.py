"""Whether what a document says can be: dates, names, addresses, claims.

Everything is asked of the decoded document as it is, however misshapen: one wrong value hides no other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from relations_cli.dates import Day, FuzzyDate, parse_edtf
from relations_cli.errors import DateError
from relations_cli.escaping import quoted
from relations_cli.model.languages import is_language
from relations_cli.readers.located.places import Path
from relations_cli.validation.problems import Finding
from relations_cli.validation.raw import Located, claims_of, members, objects
from relations_cli.validation.references import misnamed

LONGEST_TITLE = 80
"""Characters of a title that a line shows whole; what others write has longer ones, so that it is no error."""
_STATEMENTS = (
    *("says", "say", "tells", "tell", "denies", "deny", "accuses", "accuse", "claims", "claim", "alleges", "allege"),
    *("announces", "announce", "confirms", "confirm", "condemns", "condemn", "warns", "warn", "calls", "call"),
)
_STATEMENT = re.compile(rf"\b(?:{'|'.join(_STATEMENTS)})\b", re.IGNORECASE)
LONGEST_QUOTE = 300
"""Characters of a quote: enough for what was said, too few for a copy of the source."""


def doubtful(document: Any, today: Day) -> Iterator[Finding]:  # noqa: ANN401 -- any JSON
    """Every rule that the document breaks, and what is worth a look, in no order."""
    if not isinstance(document, dict):
        return
    events = list(objects(document, "events"))
    claims = list(claims_of(events, dict(members(document, "propositions"))))
    yield from _dates(document, events, claims)
    yield from misnamed(document, events, claims)
    yield from _sources(events, claims)
    yield from _quotes(claims)
    for path, event in events:
        yield from _event(path, event, today)


def is_address(text: str) -> bool:
    """Whether it is an address of http or https."""
    return re.fullmatch(r"https?://[^\s/]\S*", text) is not None


def _date(value: object) -> FuzzyDate | None:
    try:
        return parse_edtf(value) if isinstance(value, str) else None
    except DateError:
        return None


def _dates(document: dict[str, Any], events: Iterable[Located], claims: Iterable[Located]) -> Iterator[Finding]:
    dated: list[tuple[Path, object]] = [(("updated",), document.get("updated"))]
    for path, event in events:
        dated += [((*path, key), event.get(key)) for key in ("date", "known")]
        for inner, source in objects(event, "sources", path):
            dated += [((*inner, key), source.get(key)) for key in ("date", "accessed")]
    dated += [((*path, "date"), claim.get("date")) for path, claim in claims]
    for path, value in dated:
        if isinstance(value, str):
            try:
                parse_edtf(value)
            except DateError as error:
                yield Finding(path, str(error))


def _sources(events: list[Located], claims: Iterable[Located]) -> Iterator[Finding]:
    addresses: Counter[object] = Counter()
    for path, event in events:
        for inner, source in objects(event, "sources", path):
            addresses[source.get("url") if isinstance(source.get("url"), str) else None] += 1
            if not source.get("publisher") and not source.get("url"):
                reason = "a source needs a publisher or an address (url)"
                yield Finding(inner, reason, "warning" if source.get("title") else "error")
            language = source.get("language")
            if isinstance(language, str) and not is_language(language):
                reason = f"{quoted(language)} is no language tag (BCP 47): write ru, ko, zh-Hans or the like"
                yield Finding((*inner, "language"), reason)
            for key in ("url", "archived"):
                value = source.get(key)
                if isinstance(value, str) and not is_address(value):
                    yield Finding((*inner, key), f"{quoted(value)} is no http or https address")
    for path, claim in claims:
        address = claim.get("source")
        if isinstance(address, str) and address not in addresses:
            yield Finding((*path, "source"), f"{quoted(address)} is the source of no event in the file")


def _quotes(claims: Iterable[Located]) -> Iterator[Finding]:
    """Words that are quoted at length or from nowhere, and places in a source that is not named."""
    for path, claim in claims:
        quote, locator = claim.get("quote"), claim.get("locator")
        if isinstance(quote, str) and len(quote) > LONGEST_QUOTE:
            yield Finding((*path, "quote"), f"a quote of {len(quote)} characters: at most {LONGEST_QUOTE}")
        if isinstance(quote, str) and not claim.get("source"):
            yield Finding((*path, "quote"), "a quote without a source: 'source' says where these words are published")
        elif isinstance(locator, str) and not claim.get("source"):
            reason = "a locator without a source: 'source' says in which publication"
            yield Finding((*path, "locator"), reason, "warning")


def _event(path: Path, event: dict[str, Any], today: Day) -> Iterator[Finding]:
    title, date = event.get("title"), _date(event.get("date"))
    if isinstance(title, str) and len(title) > LONGEST_TITLE:
        yield Finding((*path, "title"), f"a title of {len(title)} characters: at most {LONGEST_TITLE}", "warning")
    claims = list(objects(event, "claims", path))
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
