"""What no chronology may have, whatever its format: a date that cannot be read, an id given twice."""

from relations_cli.dates import parse_edtf
from relations_cli.errors import DataError, DateError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology, Claim, Event


def check(chronology: Chronology, name: str) -> None:
    """Refuse dates that cannot be read and ids given twice.

    Raises:
        DataError: the first one, with its place.
    """
    ids: dict[str, int] = {}
    for index, event in enumerate(chronology.events):
        place = f"$.events[{index}]"
        if ids.setdefault(event.id, index) != index:
            first = f"$.events[{ids[event.id]}].id"
            raise DataError(f"{one_line(name)}: the id '{one_line(event.id)}' is taken by {first} @ {place}.id")
        _check_event(event, place, name)
    for key, proposition in chronology.propositions.items():
        _check_claims(proposition.claims, f"$.propositions.{one_line(key)}", name)


def _check_event(event: Event, place: str, name: str) -> None:
    _check_date(event.date, f"{place}.date", name)
    _check_date(event.known, f"{place}.known", name)
    for index, source in enumerate(event.sources):
        _check_date(source.date, f"{place}.sources[{index}].date", name)
        _check_date(source.accessed, f"{place}.sources[{index}].accessed", name)
    _check_claims(event.claims, place, name)


def _check_claims(claims: tuple[Claim, ...], place: str, name: str) -> None:
    for index, claim in enumerate(claims):
        _check_date(claim.date, f"{place}.claims[{index}].date", name)


def _check_date(date: str | None, place: str, name: str) -> None:
    if date is None:
        return
    try:
        parse_edtf(date)
    except DateError as error:
        raise DataError(f"{one_line(name)}: {error} @ {place}") from None
