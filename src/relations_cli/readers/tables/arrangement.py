"""Which cells of a record mean what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from relations_cli.escaping import FORMULA_STARTS, is_formula, quoted
from relations_cli.model.facts import Source
from relations_cli.readers.entries.cell_values import SEPARATORS, is_missing, related, several, sources_of
from relations_cli.readers.entries.computed import COMPUTED_BY_US, computed_among, may_be_ours, names_file
from relations_cli.readers.entries.date_parts import (
    DATES,
    PARTS,
    at_time,
    can_stand_in,
    dated_in,
    end_at,
    joined_date,
    unsaid_in,
)
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.numbers import says_hour, two_years
from relations_cli.readers.entries.role_names import OF_TIMES, ROLES, TIMED
from relations_cli.readers.entries.roles import holds_years, start_beside
from relations_cli.readers.entries.zones import zone_of
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.dialect import Record


def is_ours(names: Iterable[str]) -> bool:
    """Whether a table is our own csv: its dates are EDTF, of which tables mean something else by ``2020-21``."""
    return {"date"} | COMPUTED_BY_US <= set(names)


class Layout:
    """Which cells of a record mean what; what no role takes is kept under ``extra``."""

    def __init__(
        self,
        names: Sequence[str],
        roles: Mapping[str, Sequence[str]],
        spares: Mapping[str, Sequence[str]],
        reading: Reading,
    ) -> None:
        """Know the columns of a table, each by a name of its own, and of a role those beside the best."""
        self._names, self._reading = names, reading
        place = {name: at for at, name in enumerate(names)}
        self._at = {role: [place[name] for name in several_names] for role, several_names in roles.items()}
        taken = {index for indexes in self._at.values() for index in indexes}
        self._is_ours = is_ours(names)
        computed = computed_among(names)
        self._origin = place["origin"] if "origin" in place and may_be_ours(names) else None
        self._others = [(name, at) for at, name in enumerate(names) if at not in taken and name not in computed]
        self._width = len(names)
        self._spares = {role: [place[name] for name in several] for role, several in spares.items()}
        self._holds_years = holds_years(roles)
        start = start_beside(roles, spares)
        self._start = None if start is None else place[start]
        missing = [self._width]  # behind the last cell stands an empty one
        self._one = {role: self._at.get(role, missing)[0] for role in ROLES}
        self._parted = [prefix for prefix in ("", "end_") if any(prefix + part in self._at for part in PARTS)]
        self._makes_titles = not {"title", "summary"} & self._at.keys()
        self._times = {role: names[self._at[role][0]] for role in (*OF_TIMES, "end_time") if role in self._at}
        named = [names[self._at[role][0]] for role in TIMED if role in self._at]
        self._named_zone = zone_of(named, "")

    def entries(self, body: Iterable[Record]) -> Iterator[Entry]:
        """An entry a record, in their order.

        Raises:
            DataError: a record has more cells than the header, and such records are not to be skipped.
        """
        width, reading = self._width, self._reading
        if self._makes_titles:
            reading.note("inferred", "titles made as actor \u2014 relation \u2014 actor")
        for line, cells in body:
            if len(cells) > width and any(cells[width:]):
                what = f"{len(cells)} cells under a header of {width}"
                reading.skip(
                    what,
                    (line, None),
                    why="quote the cells that hold the delimiter",
                    says="; ".join(filter(None, cells)),
                )
                continue
            row = [self._unprefixed(cell) if cell[:1] == "'" else cell for cell in cells[:width]]
            row += [""] * (width + 1 - len(row))
            yield self._entry(line, row)

    def _entry(self, line: int, cells: list[str]) -> Entry:
        one = self._filled(line, cells) if self._spares else self._one
        tags = self._several("tags", cells)
        actors = self._several("actors", cells)
        title = cells[one["title"]]
        if self._makes_titles:
            first, second = [*(cells[at] for at in self._at["actors"][:2]), ""][:2]
            title = related(first, cells[one["type"]] or next(iter(tags), ""), second)
        date, end = self._date(cells, one, "date"), self._date(cells, one, "end", "end_")
        extra = {name: cells[at] for name, at in self._others if cells[at]}
        if self._origin is not None and names_file(cells[self._origin]):
            del extra["origin"]
        is_day = date == cells[one["date"]] != ""
        if self._times or self._named_zone:
            date, end, unsaid = self._at_times(date, end, cells)
            extra |= unsaid
        entry = Entry(
            position=(line, None),
            date=date,
            end=end,
            edtf=(cells[one["date"]].strip() or None) if self._is_ours else None,
            title=title,
            summary=cells[one["summary"]],
            type=cells[one["type"]].strip(),
            note=cells[one["note"]].strip(),
            id=cells[one["id"]].strip(),
            tags=tags,
            actors=actors,
            places=self._several("places", cells),
            sources=self._sources(cells),
            extra=extra,
        )
        if one is not self._one:
            self._keep_spared(entry, cells, one)
        for prefix in self._parted:
            entry.extra |= self._unsaid(cells, one, entry, prefix, is_day=is_day)
        return entry

    def _unsaid(
        self, cells: list[str], one: Mapping[str, int], entry: Entry, prefix: str, *, is_day: bool
    ) -> dict[str, str]:
        """What columns of parts say that is not in the date, or in the end."""
        month = cells[one[f"{prefix}month"]]
        is_alone = not cells[one["end" if prefix else "date"]] and bool(cells[one[f"{prefix}year"]])
        if is_alone and month.isdecimal() and month.strip("0"):  # it is made of them
            return {}
        kept = PARTS if is_day and not prefix else PARTS[1:]
        places = [one[prefix + part] for part in kept if prefix + part in self._at]
        return unsaid_in(entry.end if prefix else entry.date, {self._names[at]: cells[at].strip() for at in places})

    def _at_times(self, date: str, end: str, cells: list[str]) -> tuple[str, str, dict[str, str]]:
        """The days at the times of other columns, and those columns that say no time, by name."""
        time, minute, zone, end_time = (cells[self._one[role]] for role in (*OF_TIMES, "end_time"))
        zone = zone or self._named_zone
        last = end_at(end, end_time, date, zone)
        date, used = at_time(date, time, minute, zone)
        used |= {"end_time"} if last != end else set()
        rests = {name: cells[self._one[role]] for role, name in self._times.items() if role not in used}
        return date, last, {name: cell for name, cell in rests.items() if cell}

    def _filled(self, line: int, cells: list[str]) -> Mapping[str, int]:
        """Role: the first of its columns that says something in this row, else the best."""
        one = dict(self._one)
        for role, places in self._spares.items():
            best = cells[one[role]].strip()
            if best and not (role in DATES and (is_missing(best) or (role == "date" and says_hour(best)))):
                continue
            if role == "date" and cells[one["year"]].strip():
                continue
            spare = next((at for at in places if can_stand_in(role, cells[at])), None)
            if spare is not None:
                lack = "has no day" if best and not is_missing(best) else "is empty"
                what = f"{quoted(self._names[spare])} is read where {quoted(self._names[one[role]])} {lack}"
                self._reading.note_once("inferred", what, (line, None))
                one[role] = spare
        return one

    def _keep_spared(self, entry: Entry, cells: list[str], one: Mapping[str, int]) -> None:
        """Take what a role was given out of the rest, and put a first day beside the date where it belongs."""
        for role in self._spares:
            if one[role] != self._one[role]:
                entry.extra.pop(self._names[one[role]], None)
        hour = cells[self._one["date"]]
        if one["date"] != self._one["date"] and says_hour(hour):
            entry.date = f"{entry.date.strip()} {hour.strip()}"
        if self._start in {None, one["date"]} or not cells[self._start].strip():
            return
        end, is_hour = self._names[one["end"]] if entry.end else "", says_hour(cells[self._start])
        if end:
            entry.extra[end] = cells[one["end"]]
        if end or is_hour:
            entry.start, entry.hours = cells[self._start], (self._names[self._start], end) if is_hour else ()

    def _date(self, cells: list[str], one: Mapping[str, int], of: str, prefix: str = "") -> str:
        text = two_years(cells[one[of]]) if self._holds_years else cells[one[of]]
        if f"{prefix}year" not in self._at:
            return text
        year, month, day = (cells[one[prefix + part]] for part in ("year", "month", "day"))
        return dated_in(year, text, month) or joined_date(year, month, day)

    def _several(self, role: str, cells: list[str]) -> tuple[str, ...]:
        marks = ";" if self._is_ours else f"{SEPARATORS}," if role == "tags" else SEPARATORS
        found = [several(cells[at], marks=marks) for at in self._at.get(role, ()) if cells[at]]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))

    def _sources(self, cells: list[str]) -> tuple[Source, ...]:
        found = [sources_of(cells[at]) for at in self._at.get("sources", ()) if cells[at]]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))

    def _unprefixed(self, cell: str) -> str:
        """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula.

        Before a line break or a full-width sign only our own writer puts one: in other tables it is text.
        """
        is_guarded = is_formula(cell) if self._is_ours else cell.lstrip("'").startswith(FORMULA_STARTS)
        return cell[1:] if is_guarded else cell
