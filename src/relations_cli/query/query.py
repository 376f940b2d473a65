"""What was asked, parsed and frozen."""

import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from msgspec import Struct

from relations_cli.dates import Day, FuzzyDate
from relations_cli.errors import UsageError, parameter
from relations_cli.model.facts import SOURCE_KINDS, SourceKind
from relations_cli.model.status import STATUSES, Status
from relations_cli.query import parsing
from relations_cli.query.parsing import Anniversary, Names, Order, each, split
from relations_cli.suggesting import one_of

AnyOf = tuple[str, ...]
"""Names of which one is enough."""


if TYPE_CHECKING:  # making it takes as long as three structs, and nobody asks for it while the program runs

    class Asked(TypedDict, total=False):
        """A query as people type it; what is left out asks for nothing. Several names: a comma, or a list of them."""

        since: str | None
        until: str | None
        on: str | None
        years: Names | None
        anniversaries: Names | None
        starts: bool
        tags: Names | None
        """A group a text, commas inside: one of each group."""
        not_tags: Names | None
        actors: Names | None
        """Grouped as tags are."""
        not_actors: Names | None
        places: Names | None
        """Whole names: a comma is part of one."""
        not_places: Names | None
        types: Names | None
        not_types: Names | None
        publishers: Names | None
        """Whole names, as places are."""
        kinds: Names | None
        sources: int | None
        undated: bool
        origins: Names | None
        """Whole paths: a comma is part of one."""
        languages: Names | None
        landmarks: bool
        about: Names | None
        statuses: Names | None
        as_of: str | None
        text: str | None
        order: str | None
        """A field by which rows are sorted; empty: the question's own order, which is rank for a search."""
        limit: int | None
        reverse: bool


class Query(Struct, frozen=True, kw_only=True):
    """Which events, in which order; every value is parsed. ``Query.of`` makes one of what people type."""

    today: datetime.date
    """What "today" means, and the day on which status is judged where ``as_of`` is not given."""
    window: FuzzyDate | None = None
    """The inclusive days from since to until."""
    on: FuzzyDate | None = None
    """A date with which events overlap."""
    years: tuple[FuzzyDate, ...] = ()
    """Dates of which one is enough to overlap with."""
    anniversaries: tuple[Anniversary, ...] = ()
    """On which an event of any year begins; one is enough."""
    tags: tuple[AnyOf, ...] = ()
    """Groups of tags; an event has one of each group."""
    not_tags: AnyOf = ()
    """Tags that an event does not have."""
    actors: tuple[AnyOf, ...] = ()
    """Groups of ids, names or aliases; an event has one of each group, or somebody who speaks for it."""
    not_actors: AnyOf = ()
    """Ids, names or aliases: an event has none of them, nor anybody who speaks for one."""
    places: AnyOf = ()
    """Places of which an event has one."""
    not_places: AnyOf = ()
    """Places of which an event has none."""
    types: AnyOf = ()
    """Types of which an event has one."""
    not_types: AnyOf = ()
    """Types of which an event has none."""
    publishers: AnyOf = ()
    """Publishers of which one has published a source of the event."""
    kinds: tuple[SourceKind, ...] = ()
    """Kinds of which a source of the event is one."""
    sources: int = 0
    """How many sources an event has at least."""
    undated: bool = False
    """Only events without a date."""
    origins: AnyOf = ()
    """Paths from one of which an event comes, as they were written; ``bundled`` and ``-`` among them."""
    languages: AnyOf = ()
    """Language ranges, of which one means the language of a source of the event: ``zh`` means ``zh-Hans``, too."""
    landmarks: bool = False
    """Only the few that a briefing needs."""
    about: AnyOf = ()
    """Ids of propositions, or parts of them, on one of which an event bears; of claims, what they are on."""
    statuses: tuple[Status, ...] = ()
    """Statuses of which the event has one; of claims, what they are on."""
    starts: bool = False
    """Only events that begin inside the window, the date or the year, not merely overlap it."""
    as_of: Day | None = None
    """The day at whose end the chronology is read; None: nothing is hidden."""
    text: str | None = None
    """Words to search for, in the language of ``query.search``."""
    order: Order = "date"
    """In which events are found; rank is for a search only."""
    sort: str | None = None
    """The field by which what was found is sorted then; None: as it was found."""
    limit: int | None = None
    """How many rows at most, after ordering."""
    reverse: bool = False
    """The exact reverse of the order; undated events stay last."""

    @property
    def day(self) -> Day:
        """The day on which status is judged: ``as_of``, else today."""
        return self.as_of or (self.today.year, self.today.month, self.today.day)

    @classmethod
    def of(cls, *, today: datetime.date | None = None, **asked: "Unpack[Asked]") -> "Query":
        """The query of values as people type them.

        Args:
            today: what "today" means; the local date where it is not given.
            asked: see ``Asked``.

        Raises:
            DateError: a date that cannot be read, or since after until.
            UsageError: any other value that cannot be.
        """
        now = today or datetime.datetime.now().astimezone().date()
        text, as_of = asked.get("text"), asked.get("as_of")
        order, sort = _orders(asked, is_search=text is not None)
        return cls(
            today=now,
            window=parsing.window(asked.get("since"), asked.get("until"), now),
            on=parsing.date("on", asked.get("on"), now),
            years=tuple([parsing.year(one, now) for one in split(asked.get("years"), "years")]),
            anniversaries=parsing.anniversaries(asked.get("anniversaries"), now),
            starts=asked.get("starts", False),
            tags=parsing.groups(asked.get("tags"), "tags"),
            not_tags=split(asked.get("not_tags"), "not_tags"),
            actors=parsing.groups(asked.get("actors"), "actors"),
            not_actors=split(asked.get("not_actors"), "not_actors"),
            places=each(asked.get("places")),
            not_places=each(asked.get("not_places")),
            types=split(asked.get("types"), "types"),
            not_types=split(asked.get("not_types"), "not_types"),
            publishers=each(asked.get("publishers")),
            kinds=tuple([one_of("kinds", one, SOURCE_KINDS) for one in split(asked.get("kinds"), "kinds")]),
            sources=parsing.at_least(asked.get("sources")),
            undated=parsing.undated(asked.get("undated", False), asked),
            origins=each(asked.get("origins")),
            languages=split(asked.get("languages"), "languages"),
            landmarks=asked.get("landmarks", False),
            about=split(asked.get("about"), "about"),
            statuses=tuple([one_of("statuses", one, STATUSES) for one in split(asked.get("statuses"), "statuses")]),
            as_of=None if as_of is None else parsing.last_day("as_of", as_of, now),
            text=text,
            order=order,
            sort=sort,
            limit=parsing.limit(asked.get("limit")),
            reverse=asked.get("reverse", False),
        )


def _orders(asked: "Asked", *, is_search: bool) -> tuple[Order, str | None]:
    """The order in which events are found, and the field by which they are sorted then.

    Raises:
        UsageError: a rank where nothing is searched, or in reverse.
    """
    name = asked.get("order")
    wanted = (name or "").strip().casefold()
    by_date = f"{parameter('order')} date"
    if wanted == "rank" and not is_search:
        what = f"{parameter('order')} rank: only a search has a rank"
        raise UsageError("", None, what, f"use `timeline search`, or {by_date}")
    if is_search and asked.get("reverse") and (name is None or wanted == "rank"):
        raise UsageError("reverse", None, "hits stand best first", f"add {by_date} to reverse the order in time")
    if is_search:
        return ("date", None) if wanted == "date" else ("rank", None if wanted == "rank" else name)
    return "date", name


def order_of(name: str | None, *, in_context: bool = False) -> str | None:
    """The order of a search that is asked for; None: its own, which is date with context.

    Raises:
        UsageError: it does not go with context.
    """
    if not in_context:
        return name
    if name is not None and name.strip().casefold() != "date":
        what = f"{parameter('order')} {name}: neighbours in time need the order of time"
        raise UsageError("", None, what, "leave it out")
    return "date"
