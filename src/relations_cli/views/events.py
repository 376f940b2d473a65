"""Events as rows of a table: date, title and sign; tags and id where there is room, two lines where there is little."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import marked, plain, wrapped
from relations_cli.views.footer import flowed, keyed, legend
from relations_cli.views.glyphs import BEARS, glyph, status_sign
from relations_cli.views.palette import HEAD, QUIET, status_style

_TWO_LINES_BELOW = 70
_NARROWEST_TITLE = 44
_READABLE = 76
"""Cells: a title that is wider breaks before tags and id give way."""
_LONGEST_DATE = 14
_LONGEST_TIME = len("11 Mar 2024, 09:15 +09:00")
_TIMES = ("minute", "second")
_NARROWEST_TAGS = 20
_TAGS_BESIDE_IDS = 30
_ROOM_FOR_IDS = 120
_POINTER = "▸"
"""Stands beside what a search found, apart from its context."""
_INDENT = "  "

_FOUND, _DISTANCE, _DATE, _TITLE, _SIGN, _TAGS, _ID = "found", "distance", "date", "title", "sign", "tags", "id"
_HEADLESS = (_FOUND, _SIGN)


def event_lines(answer: Answer[Hit], screen: Screen, *, long: bool) -> Iterator[Text]:
    """The lines of a table of events, below what its signs mean.

    Args:
        answer: the events.
        screen: what to draw for.
        long: the summary of each under its title.
    """
    meanings = legend(answer, screen)
    if any(hit.context for hit in answer):
        pointer = Text(style=QUIET).append(glyph(_POINTER, unicode=screen.unicode), HEAD)
        meanings = [pointer.append(" found"), *meanings]
    return keyed(flowed(meanings, screen.width), _rows(answer, screen, long=long), screen)


def _rows(answer: Answer[Hit], screen: Screen, *, long: bool) -> Iterator[Text]:
    dates = [_date(hit) for hit in answer]
    widths = _widths(answer, dates, screen, long=long)
    has_context = any(hit.context for hit in answer)
    if widths:
        heads = {name: Text("" if name in _HEADLESS else name.upper(), HEAD) for name in widths}
        yield from row_lines([([heads[name]], width, name == _DISTANCE) for name, width in widths.items()])
    for place, (hit, date) in enumerate(zip(answer, dates, strict=True)):
        is_group = bool(hit.anchor) and (not place or hit.anchor != answer.rows[place - 1].anchor)
        if place and (long or is_group or not hit.follows):
            yield Text()  # as grep sets the groups of its context apart
        if is_group:
            yield from wrapped(plain(hit.anchor or "", screen, HEAD), screen.width)
        if widths:
            yield from _in_columns(hit, date, widths, screen, long=long)
        else:
            yield from _in_two_lines(hit, date, screen, len(_INDENT) if has_context else 0, long=long)


def _widths(answer: Answer[Hit], dates: Sequence[Text], screen: Screen, *, long: bool) -> Mapping[str, int]:
    """The columns of the table with their widths, in order; none where two lines an event serve better.

    The title has what it needs first, as far as a line reads well; then the tags; the id only where both have enough.
    """
    width = screen.width
    widths = _narrow(answer, dates)
    room = width - sum(widths.values()) - len(GAP) * len(widths)
    if width < _TWO_LINES_BELOW or room < _NARROWEST_TITLE:
        return {}
    natural = max(text.cell_len for hit in answer for text in _texts(hit, screen, long=long))
    title = max(min(natural, _READABLE, room), len(_TITLE))
    spare = room - title
    ids = len(GAP) + max(plain(hit.event.id, screen).cell_len for hit in answer)
    all_tags = max(plain(", ".join(hit.event.tags), screen).cell_len for hit in answer)
    has_ids = width >= _ROOM_FOR_IDS and ids + len(GAP) + min(all_tags, _TAGS_BESIDE_IDS) <= spare
    spare -= ids if has_ids else 0
    tags = min(max(all_tags, len(_TAGS)), spare - len(GAP)) if all_tags else 0
    has_tags = tags > 0 and tags >= min(all_tags, _NARROWEST_TAGS)
    spare -= tags + len(GAP) if has_tags else 0
    widths[_TITLE] = max(title, min(title + spare, natural))
    if _SIGN in widths:
        widths[_SIGN] = widths.pop(_SIGN)  # behind the title
    return widths | ({_TAGS: tags} if has_tags else {}) | ({_ID: ids - len(GAP)} if has_ids else {})


def _narrow(answer: Answer[Hit], dates: Sequence[Text]) -> dict[str, int]:
    """The columns whose width does not depend on the screen."""
    widths = {}
    if any(hit.context for hit in answer):
        widths[_FOUND] = 1
    if any(hit.distance for hit in answer):
        widths[_DISTANCE] = max(len(_DISTANCE), *(len(hit.distance or "") for hit in answer))
    longest_word = max(Text(word).cell_len for date in dates for word in date.plain.split(" "))
    longest = _LONGEST_TIME if any(hit.date and hit.date.precision in _TIMES for hit in answer) else _LONGEST_DATE
    widths[_DATE] = max(len(_DATE), longest_word, min(max(date.cell_len for date in dates), longest))
    signs = max((bool(hit.propositions) + (hit.status != "uncontested") for hit in answer), default=0)
    if signs:
        widths[_SIGN] = signs
    return widths


def _in_columns(hit: Hit, date: Text, widths: Mapping[str, int], screen: Screen, *, long: bool) -> Iterator[Text]:
    title, *more = [wrapped(text, widths[_TITLE]) for text in _texts(hit, screen, long=long)]
    cells = {
        _FOUND: [_pointer(hit, screen)],
        _DISTANCE: [_distance(hit)],
        _DATE: wrapped(date, widths[_DATE]),
        _TITLE: [*title, *(line for lines in more for line in lines)],
        _SIGN: [_sign(hit, screen)],
        _TAGS: _tag_lines(hit.event.tags, widths.get(_TAGS, 0), len(title), screen),
        _ID: [plain(hit.event.id, screen, QUIET)],
    }
    yield from row_lines([(cells[name], width, name == _DISTANCE) for name, width in widths.items()])


def _in_two_lines(hit: Hit, date: Text, screen: Screen, margin: int, *, long: bool) -> Iterator[Text]:
    """Date, sign and distance; below them the title, indented; the pointer to what was found stands in the margin."""
    parts = (date, _sign(hit, screen), _distance(hit))
    head = Text(GAP).join(part for part in parts if part.plain)
    pointer = _pointer(hit, screen)
    for line in wrapped(head, screen.width - margin):
        yield Text(no_wrap=True).append_text(pointer).append(" " * (margin - pointer.cell_len)).append_text(line)
        pointer = Text()
    for text in _texts(hit, screen, long=long):
        for line in wrapped(text, screen.width - margin - len(_INDENT)):
            yield Text(" " * margin + _INDENT, no_wrap=True).append_text(line)


def _pointer(hit: Hit, screen: Screen) -> Text:
    return Text(glyph(_POINTER, unicode=screen.unicode) if hit.context == "hit" else "", HEAD)


def _distance(hit: Hit) -> Text:
    return Text(hit.distance or "", HEAD if hit.distance == "anchor" else QUIET)


def _date(hit: Hit) -> Text:
    return Text("undated", style=QUIET) if hit.date is None else Text(str(hit.date))


def _sign(hit: Hit, screen: Screen) -> Text:
    sign = Text(status_sign(hit.status, unicode=screen.unicode), style=status_style(hit.status))
    return sign.append(glyph(BEARS, unicode=screen.unicode), QUIET) if hit.propositions else sign


def _texts(hit: Hit, screen: Screen, *, long: bool) -> list[Text]:
    """The title with matched words marked; what matched elsewhere; where asked for, summary and propositions."""
    style = HEAD if hit.distance == "anchor" or long else QUIET if hit.context == "context" else ""
    texts = [marked(hit.title or hit.event.title, screen, style)]
    if hit.snippet is not None:
        texts.append(marked(hit.snippet, screen, QUIET))
    if long and hit.event.summary:
        texts.append(plain(hit.event.summary, screen))
    if long:
        texts += _bears_on(hit, screen)
    return texts


def _bears_on(hit: Hit, screen: Screen) -> Iterator[Text]:
    for state in hit.propositions:
        line = Text(style=QUIET).append(f"{glyph(BEARS, unicode=screen.unicode)} bears on: ")
        yield line.append_text(plain(f"{state.text} ({state.id}; {state.status})", screen))


def _tag_lines(tags: Sequence[str], width: int, height: int, screen: Screen) -> list[Text]:
    """As many tags as there are lines for, and how many more there are."""
    if not width:
        return []

    def lines(shown: int) -> list[Text]:
        rest = f" +{len(tags) - shown}" if shown < len(tags) else ""
        return wrapped(plain((", ".join(tags[:shown]) + rest).strip(), screen, QUIET), width)

    most = min(len(tags), width * height + 1)  # between any two of them stands a comma
    if most == len(tags) and len(every := lines(most)) <= height:
        return every
    too_many = bisect_left(range(most), True, key=lambda shown: len(lines(shown)) > height)  # noqa: FBT003
    return lines(too_many - 1) if too_many else []
