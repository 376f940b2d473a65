"""What became known, and who took which stance, in a time: whenever the events themselves lie."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import Day, FuzzyDate
from relations_cli.dates.days import day_text
from relations_cli.errors import Told, UsageError, parameter
from relations_cli.model.status import claimed_on, known_dates, known_from
from relations_cli.model.vocabulary import actor_name
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.lookup import subject_id
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, select, store_of
from relations_cli.query.subjects import Subject, subjects, without_dates
from relations_cli.query.table import Table, column


class News(Struct, frozen=True, kw_only=True):
    """Something that a reader could know from a day on."""

    day: Day | None
    """From which it could be known; None: always."""
    kind: str
    """``event``: it became known; else the stance that somebody took."""
    id: str
    """Id of the event, or of the proposition or event on which the stance is."""
    about: str
    """The event's title, or what the stance is on."""
    by: str | None = None
    """Who takes the stance, as people read it."""
    event: str | None = None
    """Id of the event in which the stance was taken."""
    note: str | None = None
    """What was said."""
    source: str | None = None
    """Where a stance is published."""
    dates: tuple[str | None, ...] = ()
    """Those from which the day was taken, EDTF."""

    @property
    def date(self) -> str | None:
        """The day, ISO 8601."""
        return day_text(self.day)

    @property
    def text(self) -> str:
        """The event's title, or who takes which stance on what."""
        return self.about if self.by is None else f"{self.by} {self.kind}: {self.about}"


CHANGES = Table.of(
    column("date", "date", "the day from which it could be known"),
    column("kind", "kind", "event, or the stance that was taken"),
    column("id", "id", "id of the event, or of what the stance is on"),
    column("text", "text", "the event's title, or who takes which stance on what"),
    column("event", "event", "id of the event in which the stance was taken"),
    column("note", "note", "what was said"),
    column("source", "source", "where the stance is published"),
    tsv="date kind id text",
    csv="date kind id text event note source",
)


def changes(asked: Askable, query: Query, *, notes: Iterable[Told] = ()) -> Answer[News]:
    """The events that became known and the stances taken in the query's window, in the order of their days.

    The window is asked of the day from which each could be known; ``about`` of the event or of what a stance is on; the
    other filters of the events, and through them of what they bear on. On one day events come before stances.

    Raises:
        UsageError: the query has no window.
    """
    window = query.window
    if window is None:
        since = parameter("since")
        raise UsageError("", None, f"changes: since when? Give {since} DATE, such as {since} '3 months ago'")
    everything = without_dates(query)
    store = store_of(asked)
    answer = select(store, replace(everything, about=()), notes, whole=True)
    over = {subject_id(store, name) for name in query.about}
    events = (one for one in _events(answer) if not over or one.id in over)
    every = [*events, *_stances(subjects(store, everything))]
    news = [one for one in every if one.day is not None and _within(one.day, window)]
    news.sort(key=lambda one: (one.day or (), one.kind != "event"))
    left_out = replace(answer.left_out, undated=sum(one.day is None for one in every))
    return replace(answer, query=query, left_out=left_out).with_rows(CHANGES, news)


def _events(answer: Answer[Hit]) -> Iterator[News]:
    for hit in answer:
        yield News(
            day=known_from(hit.event),
            kind="event",
            id=hit.event.id,
            about=hit.event.title,
            dates=known_dates(hit.event),
        )


def _stances(answer: Answer[Subject]) -> Iterator[News]:
    for subject in answer:
        for claim in subject.claims:
            yield News(
                day=claimed_on(claim, subject.event),
                kind=claim.stance,
                id=subject.id,
                about=subject.text,
                by=actor_name(answer.vocabulary.actors, claim.by),
                event=claim.event,
                note=claim.note,
                source=claim.source,
                dates=known_dates(subject.event) if subject.event and claim.date is None else (claim.date,),
            )


def _within(day: Day, window: FuzzyDate) -> bool:
    lower, upper = window.first_day, window.last_day
    return (lower is None or lower <= day) and (upper is None or day <= upper)
