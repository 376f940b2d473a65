"""Files that are no JSON, changed in their structure: what each format is made of is put where it does not belong."""

import csv
import io
from collections.abc import Callable

from machine import hostile
from machine.chance import Chance

_LINES: dict[str, tuple[str, ...]] = {
    ".yml": (
        "- &a {date: 2020-01-01, title: x}",
        "- *a",
        "- *nobody",
        "  <<: *a",
        "  <<: [*a, *a]",
        "- !!python/object/apply:os.system ['true']",
        "- !!binary aGk=",
        "- !!timestamp 2020-01-01",
        "- {date: 2020-01-01, title: x, title: y}",
        "- date: 2020-01-01\n  title: |\n    one\n\n    two",
        "- date: 1:30\n  title: yes",
        "- ? [a, b]\n  : c",
        "---",
        "...",
        "%YAML 1.1",
        "\ttitle: tab",
        "2020-01-01: {x: y}",
        "- [[[[[[[[]]]]]]]]",
        "# a comment",
        "- 'unclosed",
        "- date: 012\n  title: 0x10\n  n: .inf",
    ),
    ".ics": (
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nEND:VTIMEZONE",
        "DTSTART;TZID=Nowhere:20200101T250000",
        "DTSTART;VALUE=DATE:20200230",
        "DTSTART:20200101T000000Z",
        "DTEND;VALUE=DATE:19990101",
        "DURATION:-P1W",
        "DURATION:P99999999D",
        "RDATE;VALUE=DATE:20200101,20200102,x",
        "RDATE;VALUE=PERIOD:20200101T000000Z/P1D",
        "EXDATE:20200101T000000Z",
        "RECURRENCE-ID;VALUE=DATE:20200101",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "RRULE:FREQ=DAILY;COUNT=3\r\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:0",
        "SUMMARY:a\r\n folded\r\n\t line",
        'SUMMARY;LANGUAGE=de;X="a:b":x',
        "CATEGORIES:a\\,b,c\\;d",
        "URL:javascript:alert(1)",
        "BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM",
        "no property",
        ":",
    ),
    ".md": (
        "---",
        "+++",
        "date = 2020-01-01T25:00:00Z",
        "date: [2020-01-01, 2020-01-02]",
        "tags = [[[[]]]]",
        "a.b.c = 1\na = 2",
        "[table]\ndate = 2020-02-30",
        "title: {a: b}",
        "# 2003",
        "## 1.2.0 - 2024-05-06",
        "- Jan. 6 - A strike.",
        "> - 2020-01-01: quoted",
        "| date | what |\n|---|---|\n| 2020-01-01 | x |",
        "```\n2020-01-01: code\n```",
        "[2020-01-01](javascript:alert(1)): x",
        "![](https://example.org/\x1b) 2020: x",
        "* * *",
        "1. 2020-01-01: one\n   1. 2021: two",
    ),
    ".txt": (
        "2003",
        "January 20 - The union calls for a strike.",
        "Feb. 24 to April 13 - No ferry runs.",
        "31 December: the last day.",
        "In the same year, a storm.",
        "1999-2003: a war.",
        "c. 3200 BCE - a wall",
        "Posted on 1 May 2020",
        "  * 2020: x",
        "\f",
        "Share this article",
        "2020/21: a season",
    ),
    ".html": (
        "<li>2020-01-01: x",
        "<ul><ul><ul><li>2020: x</ul>",
        "<table><tr><td>2020-01-01<td>x</table>",
        "<time datetime='2020-13-01'>x</time>",
        "<script>2020-01-01: x</script>",
        "<!-- 2020-01-01: x",
        "<base href='javascript:'>",
        "<a href='//evil.example'>2020</a>",
        "<p>&#x202e;2020&#0;&nbsp;x</p>",
        "</body></html>",
        "<meta charset='utf-7'>",
        "<h2>2003</h2>",
        "<svg><style>2020</style></svg>",
        "<" * 40,
        "<p hidden>2020: x</p>",
    ),
}
_TABLES = {".csv": ",", ".tsv": "\t", ".psv": "|"}
_HEADS = ("date", "title", "Date", "when", "end", "year", "month", "day", "id", "tags", "source", "", "summary", "date")


def restructured(name: str, data: bytes, chance: Chance, times: int) -> bytes:
    """The data of a file of that name, changed so many times in the way of its format; of others as they are."""
    suffix = name[name.rfind(".") :]
    if suffix not in _LINES and suffix not in _TABLES:
        return data
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(times):
        text = _table(text, _TABLES[suffix], chance) if suffix in _TABLES else _lines(text, _LINES[suffix], chance)
    return text.encode("utf-8", "surrogateescape")


def _lines(text: str, of_format: tuple[str, ...], chance: Chance) -> str:
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    way = chance.randrange(6)
    if way < 3:  # noqa: PLR2004
        lines.insert(place, chance.choice(of_format))
    elif way == 3:  # noqa: PLR2004
        lines[place] = chance.pick("  ", "\t", " ", "- ", "> ") + lines[place]
    elif way == 4:  # noqa: PLR2004
        lines[place] = lines[place].lstrip()
    else:
        mark = chance.choice((":", "=", ";"))
        before, mark, _ = lines[place].partition(mark)
        lines[place] = before + mark + chance.pick(hostile.text, hostile.date)(chance)
    return "\n".join(lines)


def _table(text: str, mark: str, chance: Chance) -> str:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error:
        return text
    if not rows:
        return text
    chance.choice(_OF_TABLES)(rows, chance)
    out = io.StringIO()
    other = chance.choice((mark, mark, mark, ",", ";", "\t", "|"))
    breaks = chance.choice(("\n", "\r\n"))
    if chance.one_in(3):
        csv.writer(out, delimiter=other, quoting=csv.QUOTE_ALL, lineterminator=breaks).writerows(rows)
    else:
        csv.writer(out, delimiter=other, lineterminator=breaks).writerows(rows)
    return out.getvalue()


Rows = list[list[str]]


def _cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    row.insert(chance.randrange(len(row) + 1), chance.pick(hostile.text, hostile.date)(chance))


def _no_cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    if row:
        row.pop(chance.randrange(len(row)))


def _other_cell(rows: Rows, chance: Chance) -> None:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = chance.pick(hostile.text, hostile.date)(chance)


def _head(rows: Rows, chance: Chance) -> None:
    if rows[0]:
        rows[0][chance.randrange(len(rows[0]))] = chance.choice((*_HEADS, hostile.text(chance)))


def _column(rows: Rows, chance: Chance) -> None:
    """A column twice, or away, or at the end."""
    place, way = chance.randrange(max(1, len(rows[0]))), chance.randrange(3)
    for row in rows:
        if place < len(row):
            row.extend([row.pop(place)] * way)


def _row(rows: Rows, chance: Chance) -> None:
    rows.insert(
        chance.randrange(len(rows) + 1), list(chance.pick(rows[0], rows[-1], [], [""], ["# note"], ["Sheet 1", ""]))
    )


_OF_TABLES: tuple[Callable[[Rows, Chance], None], ...] = (
    _cell,
    _no_cell,
    _other_cell,
    _other_cell,
    _head,
    _column,
    _row,
)
