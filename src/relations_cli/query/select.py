"""Which events answer a query, in which order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates.days import day_text
from relations_cli.errors import Remark, Told
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer, LeftOut, Row
from relations_cli.query.fields import EVENTS, SEARCHED
from relations_cli.query.hit import Hit, HitOrder
from relations_cli.query.memory import Memory, dated
from relations_cli.query.moment import Moment
from relations_cli.query.query import Query
from relations_cli.query.resolved import Resolved, resolve
from relations_cli.query.table import Table

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.search import Match
    from relations_cli.query.store import Store

Askable: TypeAlias = "Store | Chronology"
"""What a question can be asked of."""


def store_of(asked: Askable) -> "Store":
    """A chronology as something that can be asked."""
    return Memory(asked) if isinstance(asked, Chronology) else asked


class Asking(Struct, frozen=True, kw_only=True):
    """A question on its way to an answer."""

    store: "Store"
    """As it is today."""
    known: "Store"
    """As known on the day of the question."""
    query: Query
    resolved: Resolved
    notes: tuple[Told, ...]

    @classmethod
    def of(cls, asked: Askable, query: Query, notes: Iterable[Told] = ()) -> "Asking":
        """The query, resolved.

        Raises:
            UsageError: a name that is neither declared nor used, where there are events.
        """
        store = store_of(asked)
        resolved = resolve(store.vocabulary, query, store.used, is_empty=not len(store))
        return cls(
            store=store,
            known=store.known_on(query.as_of),
            query=query,
            resolved=resolved,
            notes=(*notes, *resolved.remarks),
        )

    def answer(
        self, table: Table, rows: Iterable[Row], left_out: LeftOut | None = None, notes: Iterable[Told] = ()
    ) -> Answer[Row]:
        """The answer that has these rows; what was not yet known is counted besides what is said to be left out."""
        later = _later(self.store, self.known)
        out = left_out or LeftOut()
        return Answer(
            store=self.known,
            whole=self.store,
            query=self.query,
            table=table,
            rows=tuple(rows),
            searched=len(self.store),
            left_out=replace(later, undated=out.undated, limit=out.limit),
            notes=(*self.notes, *notes),
        )


def select(asked: Askable, query: Query, notes: Iterable[Told] = (), *, whole: bool = False) -> Answer[Hit]:
    """The events that pass every filter of the query, ordered, then limited.

    The order is (lower, upper, place in the file), undated events last, also in reverse; that of a field; or the rank
    of a search, which chooses the events within the limit in any order.

    Args:
        asked: where to look.
        query: which events, in which order.
        notes: what the reader should be told besides.
        whole: neither limit nor reverse, which the query then asks of rows made of these events.

    Raises:
        UsageError: a name that is neither declared nor used, where there are events.
    """
    if query.sort is not None and not whole:
        from relations_cli.query.sorting import sorted_answer  # only who sorts needs it

        return sorted_answer(select, asked, query, notes=notes)
    asking = Asking.of(asked, query, notes)
    order: HitOrder = "file" if query.order == "rank" else "date reversed" if query.reverse and not whole else "date"
    limit = None if whole else query.limit
    found = asking.known.events(asking.resolved, order=order, limit=limit if query.text is None else None)
    rows, passing, said = found.hits, found.passing, list[Told]()
    if query.text is not None:
        from relations_cli.query.search import ranked  # sqlite3: 5 ms

        matches = ranked(asking.store, query.text)
        matched = _matched(rows, matches)
        rows, passing = _best(matched, limit, query), len(matched)
        said += [] if matched else _why_no_hit(asking.store, query.text, len(matches))
    said += mixed_zones(rows) if found.timed and order != "file" else []
    table = EVENTS if query.text is None else SEARCHED
    left_out = LeftOut(undated=found.undated, limit=passing - len(rows))
    return asking.answer(table, rows, left_out, said)


def mixed_zones(hits: Iterable[Hit]) -> list[Told]:
    """One remark where times of one day are ordered by clock although some of them say a zone."""
    timed = [hit.date for hit in hits if hit.date is not None and "T" in hit.date.text]
    if not timed:
        return []
    from relations_cli.dates.clock import may_say_zone  # most chronologies know days alone
    from relations_cli.dates.order import mixed_days

    if not any(may_say_zone(date.text) for date in timed):
        return []
    days = mixed_days(timed)
    if not days:
        return []
    others = len(days) - 1
    more = f" and {others:,} more day{'s' * (others > 1)}" if others else ""
    where = f"{day_text(days[0])}{more}"
    return [Remark(f"times with and without a zone on {where}: ordered by the clock as written")]


def answer_of(asked: Askable, query: Query, ids: Iterable[str], notes: Iterable[Told] = ()) -> Answer[Hit]:
    """The events of the ids, in their order, as they stand on the day of the question; later-known ones are not there.

    What is left out is counted for these events alone.
    """
    store = store_of(asked)
    known = store.known_on(query.as_of)
    wanted = list(dict.fromkeys(ids))
    rows = hits_of(known, query, wanted)
    later = len(store.named(wanted)) - len(rows)
    return Answer(
        store=known,
        whole=store,
        query=query,
        table=EVENTS,
        rows=tuple(rows),
        searched=len(store),
        left_out=replace(_later(store, known, [hit.event.id for hit in rows]), later=later),
        notes=tuple(notes),
    )


def everyone(known: "Store", query: Query) -> Sequence[Hit]:
    """Every event of a chronology as known on the day of the question, in the order of the file."""
    return known.events(Resolved(day=query.day, as_of=query.as_of)).hits


def hits_of(known: "Store", query: Query, ids: Sequence[str]) -> list[Hit]:
    """The events of the ids that a chronology has, as known on the day of the question, in the order of the ids."""
    moment = Moment(known.vocabulary, query.day, known.origins)
    found = known.named(ids)
    return [
        Hit(event=found[name], date=dated(found[name], query.as_of), moment=moment) for name in ids if name in found
    ]


def _later(whole: "Store", known: "Store", ids: Sequence[str] | None = None) -> LeftOut:
    """What of a chronology, or of some of its events, is not there as known on a day; nothing where the two are one."""
    if whole is known:
        return LeftOut()
    before, after = whole.sizes(ids), known.sizes(ids)
    return LeftOut(
        later=before.events - after.events,
        later_claims=before.claims - after.claims,
        later_sources=before.sources - after.sources,
        later_related=before.related - after.related,
    )


def _matched(hits: Sequence[Hit], matches: "Mapping[str, Match]") -> list[Hit]:
    """The hits that have the words, with marks and their rank over the whole chronology, whatever the filters."""
    found = []
    for hit in hits:
        if hit.event.id in matches:
            rank, title, snippet = matches[hit.event.id]
            found.append(replace(hit, rank=rank, title=title, snippet=snippet))
    return found


def _best(matched: list[Hit], limit: int | None, query: Query) -> list[Hit]:
    """The hits of the best ranks, as many as there may be, best first, or in their order in time."""
    best = sorted(matched, key=lambda hit: hit.rank or 0)[:limit]
    if query.order == "rank":
        return best
    worst = max((hit.rank or 0 for hit in best), default=0)
    return [hit for hit in matched if (hit.rank or 0) <= worst]


def _why_no_hit(store: "Store", text: str, found: int) -> list[Told]:
    from relations_cli.query.search import hints

    if found:
        return [Remark(f"search: none of the {found} events that have these words passes the filters")]
    return [Remark(hint) for hint in hints(store, text)]
