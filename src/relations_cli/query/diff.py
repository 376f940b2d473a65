"""What changed between two chronologies, event by event."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import fields as struct_fields

from relations_cli.errors import Told
from relations_cli.model.facts import Claim, Event, Proposition
from relations_cli.model.identity import is_made
from relations_cli.query.answer import Answer
from relations_cli.query.pairing import paired
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, Asking, everyone, store_of
from relations_cli.query.table import Table, column

DifferenceKind = Literal["added", "removed", "changed"]
EntryKind = Literal["event", "proposition"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


class Difference(Struct, frozen=True, kw_only=True):
    """One thing that is in one file only, or differs between them."""

    kind: DifferenceKind
    of: EntryKind = "event"
    """What it is that differs."""
    id: str
    """Id of the event or proposition: the new one's where the id itself changed."""
    title: str
    """Title of the event, or text of the proposition."""
    date: str | None = None
    """EDTF date of the event."""
    field: str | None = None
    """Which key changed; empty: the whole entry was added or removed."""
    old: str | None = None
    new: str | None = None


DIFFERENCES = Table.of(
    column("kind", "kind", "added, removed or changed"),
    column("id", "id", "id of the event or proposition"),
    column("date", "date", "EDTF date of the event"),
    column("title", "title", "title of the event, or text of the proposition"),
    column("field", "field", "which key changed; empty: the whole entry"),
    column("old", "old", "what the old file says"),
    column("new", "new", "what the new file says"),
    tsv="kind id field old new title",
    csv="kind id date title field old new",
)


def differences(old: Askable, query: Query, *, new: Askable, notes: Iterable[Told] = ()) -> Answer[Difference]:
    """Every event and proposition that was added, removed or changed, key by key, in the order of the new file.

    Events are paired by id, then by overlapping dates and common words: such a pair has changed its id. Removed events
    follow where their dates put them.
    """
    before, after = store_of(old), store_of(new)
    pairs = paired(*([hit.event for hit in everyone(side, query)] for side in (before, after)))
    rows = [row for one, other in pairs for row in _of_events(one, other)]
    rows += _of_propositions(before.vocabulary.propositions, after.vocabulary.propositions)
    nothing: Answer[Difference] = Asking.of(after, query, notes).answer(DIFFERENCES, ())
    return nothing.with_rows(DIFFERENCES, rows)


def _of_events(old: Event | None, new: Event | None) -> Iterator[Difference]:
    event = new or old
    if event is None:
        return
    if old is None or new is None:
        yield Difference(kind="removed" if new is None else "added", id=event.id, title=event.title, date=event.date)
        return
    for field, before, after in _changed(old, new):
        if field == "id" and _are_made(old, new):
            continue
        yield Difference(kind="changed", id=new.id, title=new.title, date=new.date, field=field, old=before, new=after)


def _are_made(old: Event, new: Event) -> bool:
    """Whether a reader made both ids: they change with the entry, and say nothing that its other keys do not."""
    return is_made(old.id) and is_made(new.id)


def _of_propositions(old: dict[str, Proposition], new: dict[str, Proposition]) -> Iterator[Difference]:
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            text = (after or before or Proposition(text="")).text
            kind: DifferenceKind = "removed" if after is None else "added"
            yield Difference(kind=kind, of="proposition", id=name, title=text)
            continue
        for field, was, now in _changed(before, after):
            yield Difference(kind="changed", of="proposition", id=name, title=after.text, field=field, old=was, new=now)


def _changed(old: Struct, new: Struct) -> Iterator[tuple[str, str | None, str | None]]:
    """Key, old and new value of what differs; of a list, each entry that was added or removed."""
    for field in struct_fields(type(new)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after:
            continue
        if not isinstance(after, tuple):
            yield field.encode_name, _text(before), _text(after)
            continue
        yield from ((field.encode_name, _text(one), None) for one in before if one not in after)
        yield from ((field.encode_name, None, _text(one)) for one in after if one not in before)
        if set(map(_text, before)) == set(map(_text, after)):
            yield field.encode_name, _text(before), _text(after)  # only the order, or how often


def _text(value: object) -> str | None:
    """A value as a reader of the difference sees it."""
    if value is None or value in ((), {}):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Claim):
        words = (value.note and f"({value.note})", value.quote and f"“{value.quote}”", value.locator)
        return " ".join(part for part in (value.date, value.by, value.stance, *words) if part)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return msgspec.json.encode(value).decode()
