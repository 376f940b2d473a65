"""What was asked, parsed and frozen."""

import datetime
import os
import re
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from relations_cli.dates import Day, FuzzyDate, parse_edtf, parse_typed
from relations_cli.errors import DateError, UsageError
from relations_cli.escaping import quoted
from relations_cli.model.status import STATUSES, Status
from relations_cli.suggesting import nearest, one_of

Order = Literal["rank", "date"]
ORDERS: tuple[Order, ...] = get_args(Order)
AnyOf = tuple[str, ...]
"""Names of which one is enough."""


class Query(Struct, frozen=True, kw_only=True):
    """Which events, in which order; every value is parsed. ``Query.of`` makes one of what people type."""

    today: datetime.date
    """What "today" means, and the day on which status is judged where ``as_of`` is not given."""
    window: FuzzyDate | None = None
    """The inclusive days from ``--since`` to ``--until``."""
    on: FuzzyDate | None = None
    """A date with which events overlap."""
    years: tuple[FuzzyDate, ...] = ()
    """Dates of which one is enough to overlap with."""
    anniversaries: tuple[tuple[int, int | None], ...] = ()
    """Month and day (None: any day of it) on which an event of any year begins; one is enough."""
    tags: tuple[AnyOf, ...] = ()
    """Groups of tags; an event has one of each group."""
    not_tags: AnyOf = ()
    """Tags that an event does not have."""
    actors: tuple[AnyOf, ...] = ()
    """Groups of ids, names or aliases; an event has one of each group, or somebody who speaks for it."""
    places: AnyOf = ()
    """Places of which an event has one."""
    types: AnyOf = ()
    """Types of which an event has one."""
    landmarks: bool = False
    """Only the few that a briefing needs."""
    statuses: tuple[Status, ...] = ()
    """Statuses of which the event, or a proposition it bears on, has one."""
    starts: bool = False
    """Only events that begin inside the window, the date or the year, not merely overlap it."""
    as_of: Day | None = None
    """The day at whose end the chronology is read; None: nothing is hidden."""
    text: str | None = None
    """Words to search for, in the language of ``query.search``."""
    order: Order = "date"
    """Rank is for a search only."""
    limit: int | None = None
    """How many rows at most, after ordering."""
    reverse: bool = False
    """The exact reverse of the order; undated events stay last."""

    @property
    def day(self) -> Day:
        """The day on which status is judged: ``as_of``, else today."""
        return self.as_of or (self.today.year, self.today.month, self.today.day)

    @classmethod
    def of(
        cls,
        *,
        since: str | None = None,
        until: str | None = None,
        on: str | None = None,
        years: Sequence[str] = (),
        anniversaries: Sequence[str] = (),
        tags: Sequence[str] = (),
        not_tags: Sequence[str] = (),
        actors: Sequence[str] = (),
        places: Sequence[str] = (),
        types: Sequence[str] = (),
        landmarks: bool = False,
        statuses: Sequence[str] = (),
        starts: bool = False,
        as_of: str | None = None,
        text: str | None = None,
        order: Order | None = None,
        limit: int | None = None,
        reverse: bool = False,
        today: datetime.date | None = None,
    ) -> "Query":
        """The query of values as people type them; ``tags`` and ``actors`` hold one string a group, commas inside.

        Raises:
            DateError: a date that cannot be read, or since after until.
            UsageError: any other value that cannot be.
        """
        now = today or today_from_environment()
        order = order or ("date" if text is None else "rank")
        if order == "rank" and text is None:
            raise UsageError("--sort rank: only a search has a rank: use `timeline search`, or --sort date")
        if order == "rank" and reverse:
            raise UsageError("--reverse: hits stand best first: add --sort date to reverse the order in time")
        if limit is not None and limit < 0:
            raise UsageError(f"--limit: {limit} is less than none: give a number from 0")
        return cls(
            today=now,
            window=_window(_date("--since", since, now), _date("--until", until, now)),
            on=_date("--on", on, now),
            years=tuple(_year(value) for value in split(years, "--year")),
            anniversaries=tuple(_anniversary(value) for value in split(anniversaries, "--anniversary")),
            tags=tuple(tuple(split((group,), "--tag")) for group in tags),
            not_tags=tuple(split(not_tags, "--not-tag")),
            actors=tuple(tuple(split((group,), "--actor")) for group in actors),
            places=tuple(places),
            types=tuple(split(types, "--type")),
            landmarks=landmarks,
            statuses=tuple(one_of("--status", value, STATUSES) for value in split(statuses, "--status")),
            starts=starts,
            as_of=None if as_of is None else _day("--as-of", as_of, now),
            text=text,
            order=order,
            limit=limit,
            reverse=reverse,
        )


def today_from_environment() -> datetime.date:
    """The local date, or the one that TIMELINE_TODAY fixes.

    Raises:
        UsageError: TIMELINE_TODAY is no date of the form YYYY-MM-DD.
    """
    fixed = os.environ.get("TIMELINE_TODAY")
    if not fixed:
        return datetime.datetime.now().astimezone().date()
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", fixed, re.ASCII):
            return datetime.date.fromisoformat(fixed)
    except ValueError:
        pass
    raise UsageError(f"TIMELINE_TODAY: {quoted(fixed)} is no day: write YYYY-MM-DD")


def order_of(name: str | None, *, in_context: bool = False) -> Order | None:
    """The order of that name; None where none is asked for: a search's is then rank, with its context date.

    Raises:
        UsageError: there is none of that name, or it does not go with context.
    """
    if name is None:
        return "date" if in_context else None
    order: Order = one_of("--sort", name, ORDERS)
    if in_context and order == "rank":
        raise UsageError("--sort rank: neighbours in time need the order of time: leave it out")
    return order


def split(values: Iterable[str] | None, option: str) -> list[str]:
    """Each of the comma-separated names.

    Raises:
        UsageError: one of them is empty.
    """
    names = [name.strip() for value in values or () for name in value.split(",")]
    if "" in names:
        raise UsageError(f"{option}: an empty name: give one, or several with commas between")
    return names


def _date(option: str, value: str | None, today: datetime.date) -> FuzzyDate | None:
    if value is None:
        return None
    return _named(option, value, today)


def _named(option: str, value: str, today: datetime.date) -> FuzzyDate:
    try:
        date = parse_typed(value, today=today)
    except DateError as error:
        raise DateError(f"{option}: {error}") from None
    if date.undated:
        raise DateError(f"{option}: {quoted(value)} says no day: write YYYY, YYYY-MM or YYYY-MM-DD")
    return date


def _window(since: FuzzyDate | None, until: FuzzyDate | None) -> FuzzyDate | None:
    return None if since is None and until is None else FuzzyDate.between(since, until)


def _day(option: str, value: str, today: datetime.date) -> Day:
    """The last day of a date.

    Raises:
        DateError: it has none.
    """
    last = _named(option, value, today).last_day
    if last is None:
        raise DateError(f"{option}: {quoted(value)} has no last day: give a day, a month or a year")
    return last


def _year(value: str) -> FuzzyDate:
    if not re.fullmatch(r"-?\d{4}", value, re.ASCII):
        near = nearest(value, (str(year) for year in range(1900, 2101)), most=1)
        meant = f"did you mean {near[0]}?" if near else "write YYYY"
        raise DateError(f"--year: {quoted(value)} is no year: {meant} (--on, --since and --until take other dates)")
    return parse_edtf(value)


def _anniversary(value: str) -> tuple[int, int | None]:
    match = re.fullmatch(r"(\d\d)(?:-(\d\d))?", value, re.ASCII)
    if match:
        month, day = int(match[1]), None if match[2] is None else int(match[2])
        longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        if 1 <= month <= len(longest) and (day is None or 1 <= day <= longest[month - 1]):
            return month, day
    raise UsageError(f"--anniversary: {quoted(value)} is no day of a year: write MM-DD, or MM for the whole month")
