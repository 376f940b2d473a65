"""Everything about an event on a sheet: claims, sources, propositions, related events."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from relations_cli.dates import parse_edtf
from relations_cli.dates.clock import hours_text
from relations_cli.dates.order import in_order, in_time
from relations_cli.model.facts import Actor, Claim, Event, Source
from relations_cli.model.grounds import grounds
from relations_cli.model.status import known_dates
from relations_cli.model.wording import (
    amounts_text,
    claim_parts,
    date_labels,
    day_words,
    names_text,
    quote_text,
    standing_text,
    time_text,
)
from relations_cli.query.answer import Answer
from relations_cli.query.contested import Contested
from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.palette import HEAD, QUIET, stance_style, status_style
from relations_cli.views.proposition import write_history
from relations_cli.views.sheet import Part, Sheet

_INDENT = 2


def detailed(answer: Answer[Hit], histories: Mapping[str, Sequence[Contested]] | None = None) -> View:
    """A view of every event of the answer, one below the other; with the histories of those whose id is given."""

    def view(screen: Screen) -> str:
        related = [name for hit in answer for name in hit.event.related]
        events = answer.store.named(dict.fromkeys(related))
        sheet = Sheet()
        for hit in answer:
            sheet.rule()
            _Detail(sheet, hit, answer, events).write((histories or {}).get(hit.event.id, ()))
        _write_later(sheet, answer)
        return sheet.text(screen)

    return view


def cited(answer: Answer[Hit]) -> View:
    """A view of the sources alone, event by event, each once: a line each, ready to paste."""

    def view(screen: Screen) -> str:
        sheet = Sheet()
        for line in dict.fromkeys(citation(source) for hit in answer for source in hit.event.sources):
            sheet.add(line)
        return sheet.text(replace(screen, terminal=False, colour=False))  # never wrapped: it is to be pasted

    return view


def citation(source: Source) -> str:
    """Publisher, title, date, address: what of them there is."""
    return ", ".join(part for part in (*_published(source), source.url, _archive(source)) if part)


def _published(source: Source) -> tuple[str | None, str | None, str | None]:
    """Publisher, title in quotation marks, date."""
    title = f"“{source.title}”" if source.title else None
    return source.publisher, title, str(parse_edtf(source.date)) if source.date else None


def _archive(source: Source) -> str | None:
    return f"archived at {source.archived}" if source.archived else None


def _write_later(sheet: Sheet, answer: Answer[Hit]) -> None:
    """Write what has been learned since the day of the question."""
    if answer.query.as_of is None or not answer.rows:
        return
    out = answer.left_out
    counts = {
        "event": out.later,
        "claim": out.later_claims,
        "source": out.later_sources,
        "related event": out.later_related,
    }
    sheet.gap()
    sheet.add(
        f"As known at the end of {day_words(answer.query.as_of)}. Learned since: {amounts_text(counts) or 'nothing'}. "
        "Titles, summaries and notes are today's words."
    )


def _label(name: str) -> str:
    return f"{name:<8}"


class _Detail(NamedTuple):
    """One event on its sheet."""

    sheet: Sheet
    hit: Hit
    answer: Answer[Hit]
    events: Mapping[str, Event]

    def write(self, history: Sequence[Contested]) -> None:
        self._head()
        self._facts()
        if history:
            self._history(history)
        claims = self.hit.event.claims
        if claims:
            self.sheet.heading("Claims")
            self._claims(claims, _INDENT)
        self._sources()  # before what others have claimed elsewhere, which may take pages
        self._propositions()
        self._related()

    @property
    def actors(self) -> Mapping[str, Actor]:
        return self.answer.vocabulary.actors

    def _head(self) -> None:
        event, sheet = self.hit.event, self.sheet
        sheet.add(Part(event.title, HEAD))
        date = "undated" if self.hit.date is None else self.hit.date.in_words(weekday=True)
        landmark = "landmark" if event.landmark else None
        sheet.add(" · ".join(part for part in (date, event.type, landmark) if part))
        sheet.add(Part(event.id, QUIET))
        if event.summary:
            sheet.gap()
            sheet.add(event.summary)
        sheet.gap()

    def _facts(self) -> None:
        event = self.hit.event
        holds = grounds(self.hit.status, event.claims, self.actors, self.answer.query.day, event)
        rests = standing_text(self.hit.status, self.hit.denied_by, self.actors, holds).removeprefix(self.hit.status)
        self.sheet.add(Part(self.hit.status, status_style(self.hit.status)), rests, label=_label("Status"))
        if event.known:
            self._fact("Known", str(parse_edtf(event.known)))
        self._fact("Actors", names_text(event.actors, self.actors))
        self._fact("Tags", ", ".join(event.tags))
        self._fact("Places", ", ".join(event.places))
        self._fact("Note", event.note)

    def _fact(self, name: str, value: str | None) -> None:
        if value:
            self.sheet.add(value, label=_label(name))

    def _history(self, history: Sequence[Contested]) -> None:
        self.sheet.heading("History")
        for row in history:
            what = "This event" if row.subject.event else row.subject.text
            self.sheet.add(what, Part(f" ({row.subject.id})", QUIET), indent=_INDENT)
            known = known_dates(row.subject.event) if row.subject.event else ()
            write_history(self.sheet, row.changes, self.actors, 2 * _INDENT, known)

    def _sources(self) -> None:
        sources = self.hit.event.sources
        if sources:
            self.sheet.heading("Sources")
        for number, source in enumerate(sources, start=1):
            words = ", ".join(part for part in (*_published(source), source.kind, source.language) if part)
            self.sheet.add(words, indent=_INDENT, label=f"{f'[{number}]':<5}")
            for address in (source.url, source.archived):
                if address:
                    self.sheet.add(Part(address, QUIET), indent=_INDENT + 5)

    def _propositions(self) -> None:
        if self.hit.propositions:
            self.sheet.heading("Bears on")
        for state in self.hit.propositions:
            holds = grounds(state.status, state.claims, self.actors, self.answer.query.day)
            reached = standing_text(state.status, state.denied_by, self.actors, holds)
            rests = Part(f"{reached.removeprefix(state.status)})", QUIET)
            status = Part(state.status, status_style(state.status))
            self.sheet.add(state.text, Part(f" ({state.id}; ", QUIET), status, rests, indent=_INDENT)
            self._claims(state.claims, 2 * _INDENT)

    def _claims(self, claims: Iterable[Claim], indent: int) -> None:
        """Write claims in the order in which they were made, undated ones first."""
        numbers = {source.url: number for number, source in enumerate(self.hit.event.sources, start=1) if source.url}
        ordered = in_order(claims, lambda claim: claim.date, without_first=True)
        for claim, label in zip(ordered, date_labels(claim.date for claim in ordered), strict=True):
            number = str(numbers[claim.source]) if claim.source in numbers else None
            where = ", ".join(part for part in (number, claim.locator) if part)
            who, stance, said = claim_parts(claim, self.actors)
            words = (Part(stance, stance_style(stance)), said, quote_text(claim))
            self.sheet.add(who, *words, Part(f" [{where}]" if where else "", QUIET), indent=indent, label=label)

    def _related(self) -> None:
        related = self.hit.event.related
        if related:
            self.sheet.heading("Related")
        for name in sorted(related, key=lambda name: in_time(self._date_of(name))):
            event = self.events.get(name)
            if event is None:
                self.sheet.add(name, indent=_INDENT, label=" " * 18)
            else:
                distance = self._distance(event)
                self.sheet.add(event.title, Part(f" ({name})", QUIET), indent=_INDENT, label=f"{distance:<17} ")

    def _date_of(self, name: str) -> str | None:
        event = self.events.get(name)
        return None if event is None else event.date

    def _distance(self, event: Event) -> str:
        """How long before or after, in words."""
        if event.date is None or self.hit.date is None or not self.hit.is_dated:
            return ""
        other = parse_edtf(event.date)
        if other.undated:
            return ""
        minutes = self.hit.date.minutes_to(other)
        if minutes:
            return f"{hours_text(minutes)} {'later' if minutes > 0 else 'earlier'}"
        days = other.distance_to(self.hit.date)
        return f"{time_text(abs(days))} {'later' if days > 0 else 'earlier'}" if days else "at that time"
