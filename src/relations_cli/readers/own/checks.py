"""What no chronology may have, whatever its format: a date that cannot be read, an id given twice."""

from functools import lru_cache

from relations_cli.dates import parse_edtf
from relations_cli.errors import DataError, DateError, marked_line, parameter
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology, Claim, Event
from relations_cli.readers.located.places import Locate, Path, place_text


def check(chronology: Chronology, name: str, locate: Locate) -> None:
    """Refuse dates that cannot be read and ids given twice.

    Args:
        chronology: what was read.
        name: how messages call its file.
        locate: where a value stands in it.

    Raises:
        DataError: the first one, with its place.
    """
    ids: dict[str, Path] = {}
    check_date(chronology.updated, (), "updated", name, locate)
    for index, event in enumerate(chronology.events):
        check_event(event, ("events", index), ids, name, locate)
    for key, proposition in chronology.propositions.items():
        check_claims(proposition.claims, ("propositions", key), name, locate)


def check_event(event: Event, path: Path, ids: dict[str, Path], name: str, locate: Locate) -> None:
    """Refuse dates of an event that cannot be read, and an id that is taken; its own is taken then.

    Raises:
        DataError: the first one, with its place.
    """
    if event.id in ids:
        first = place_text((*ids[event.id], "id"))
        raise refusal(f"the id '{one_line(event.id)}' is taken by {first}", (*path, "id"), name, locate)
    check_date(event.date, path, "date", name, locate)
    check_date(event.known, path, "known", name, locate)
    for index, source in enumerate(event.sources):
        check_date(source.date, (*path, "sources", index), "date", name, locate)
        check_date(source.accessed, (*path, "sources", index), "accessed", name, locate)
    check_claims(event.claims, path, name, locate)
    ids[event.id] = path


def refusal(reason: str, path: Path, name: str, locate: Locate) -> DataError:
    """The error on a value: file, line and column, reason, and the way to it."""
    line, column = locate(path) or (None, None)
    return DataError(marked_line(reason), file=name, line=line, column=column, place=place_text(path))


def check_claims(claims: tuple[Claim, ...], path: Path, name: str, locate: Locate) -> None:
    """Refuse dates of the claims of an event or a proposition that cannot be read.

    Raises:
        DataError: the first one, with its place.
    """
    for index, claim in enumerate(claims):
        check_date(claim.date, (*path, "claims", index), "date", name, locate)


def check_date(date: str | None, path: Path, key: str, name: str, locate: Locate) -> None:
    """Refuse a date, the value of a key, that cannot be read.

    Raises:
        DataError: it cannot; with its place.
    """
    if date is not None and not _is_date(date):
        try:
            parse_edtf(date)
        except DateError as error:
            raise refusal(error.told(parameter), (*path, key), name, locate) from None


@lru_cache(maxsize=1 << 14)  # the days of a file come again: a third of the time of its checks
def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True
