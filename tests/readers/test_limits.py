"""What a file multiplies is bounded and said; what it merely holds is not."""

import gzip
import io
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile import ran
from machine.program import bounded
from program import Outcome
from readers.reads import from_text, reading_of, said
from relations_cli.cli.app import run
from relations_cli.errors import DataError
from relations_cli.limits import LIFTED, LIMITS
from relations_cli.readers.registry import read
from relations_cli.readers.sources import all_of

SUMMARY = "a recurring event"
SECONDS = 20
"""Generous: a file of 64 kB takes less than three on a machine that does nothing else."""


def calendar(*rules: str, start: str = "DTSTART:20200101T000000Z", extra: str = "") -> str:
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:u{at}\r\nSUMMARY:{SUMMARY}\r\n{start}\r\nRRULE:{rule}\r\n{extra}END:VEVENT\r\n"
        for at, rule in enumerate(rules)
    )
    return f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n"


def listed(path: Path | str) -> Outcome:
    """What the program says of a file, for which it has so many seconds."""
    with bounded(SECONDS):
        return ran("list", "-f", str(path), "-o", "jsonl")


HOURS, SIXTY = ",".join(map(str, range(24))), ",".join(map(str, range(60)))
NEVER = "BYMONTH=2;BYMONTHDAY=31"
RULES = {
    "a month that has no such day": f"FREQ=DAILY;{NEVER}",
    "the same by months": f"FREQ=MONTHLY;{NEVER}",
    "the same by years": f"FREQ=YEARLY;{NEVER}",
    "the same by weeks, to the end of time": f"FREQ=WEEKLY;{NEVER};UNTIL=99991231T000000Z",
    "the same, so many times": f"FREQ=DAILY;COUNT=3;{NEVER}",
    "a weekday that is never met": "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "each second of a day": f"FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={SIXTY};BYSECOND={SIXTY}",
    "a place that no day has": "FREQ=DAILY;BYSETPOS=50;BYHOUR=1,2",
    "the same place over and over": f"FREQ=YEARLY;BYMONTH=1;BYSETPOS={','.join(['366'] * 9_000)}",
    "days that no year has": f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(400, 9_000)))}",
    "an interval of ages": "FREQ=DAILY;INTERVAL=999999999;COUNT=5",
    "every year to the last": "FREQ=YEARLY;UNTIL=99991231T000000Z",
    "every day to the last": "FREQ=DAILY;UNTIL=99991231T000000Z",
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("many", [1, 30], ids=["once", "in many events"])
def test_no_rule_of_a_calendar_holds_the_reader_up(tmp_path: Path, rule: str, many: int) -> None:
    path = tmp_path / "a.ics"
    path.write_text(calendar(*[rule] * min(many, max(1, 60_000 // len(rule)))), encoding="utf-8")

    done = listed(path)

    assert (done.code, done.out.count("\n") > 0, "mistake" in done.err) == (0, True, False)
    assert done.err.count("\n") <= 1


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
@pytest.mark.parametrize("interval", ["0", "-1", "+0", "00"])
def test_an_interval_below_one_is_a_bad_rule(frequency: str, interval: str) -> None:
    text = calendar("FREQ=DAILY;COUNT=1", f"FREQ={frequency};INTERVAL={interval}")

    with pytest.raises(DataError, match=r"a\.ics:8: its rule cannot be followed: INTERVAL=.* no number from 1 on"):
        from_text(text, "a.ics")
    assert len(from_text(text, "a.ics", skip_bad=True).events) == 1


def test_many_series_share_one_budget_and_each_is_there() -> None:
    chronology, line = said(calendar(*["FREQ=DAILY;COUNT=10000"] * 40), "a.ics")
    ids = {event.id.split("-")[0] for event in chronology.events}

    assert len(ids) == 40
    assert LIMITS.times <= len(chronology.events) <= LIMITS.times * 2
    assert "40 parts left out" not in line  # the first stands whole
    assert "events are not followed to the last time: no_limits lifts the limit" in line


def test_what_is_cut_says_how_many_times_were_read() -> None:
    reading = reading_of("a.ics")

    read(calendar(*["FREQ=DAILY;COUNT=10000"] * 3).encode(), reading)

    (first, second, last) = (str(note) for note in reading.notes)
    assert "a.ics:8: 'u1' recurs more than the file may in all: " in first
    assert "'u2' recurs more than the file may in all: the first time is shown" in second
    assert last == "a.ics: 2 events are not followed to the last time: no_limits lifts the limit"


def test_a_limit_that_is_lifted_is_none() -> None:
    text = calendar(*["FREQ=DAILY;COUNT=9000"] * 3)

    assert len(from_text(text, "a.ics", no_limits=True).events) == 27_000
    assert set(LIFTED.__struct_fields__) == set(LIMITS.__struct_fields__)
    assert all(getattr(LIFTED, name) > getattr(LIMITS, name) for name in LIMITS.__struct_fields__)


def zoned(rule: str, many: int) -> str:
    """Events that recur, each in a zone of its own that has that rule."""
    part = (
        "BEGIN:{0}\r\nDTSTART:1970{1}T020000\r\nTZOFFSETFROM:+0{2}00\r\nTZOFFSETTO:+0{3}00\r\nRRULE:{4}\r\nEND:{0}\r\n"
    )
    parts = part.format("STANDARD", "1101", 2, 1, rule) + part.format("DAYLIGHT", "0301", 1, 2, rule)
    zones = "".join(f"BEGIN:VTIMEZONE\r\nTZID:Z{at}\r\n{parts}END:VTIMEZONE\r\n" for at in range(many))
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:e{at}\r\nSUMMARY:{SUMMARY}\r\nDTSTART;TZID=Z{at}:20200101T100000\r\n"
        "RRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n"
        for at in range(many)
    )
    return f"BEGIN:VCALENDAR\r\n{zones}{events}END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("rule", "many"),
    [
        ("FREQ=YEARLY;INTERVAL=0", 1),
        ("FREQ=SECONDLY", 1),
        ("FREQ=MINUTELY", 1),
        (f"FREQ=YEARLY;{NEVER}", 10),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", 140),
        ("FREQ=DAILY", 150),
    ],
)
def test_no_rule_of_a_time_zone_holds_the_reader_up(tmp_path: Path, rule: str, many: int) -> None:
    path = tmp_path / "a.ics"
    path.write_text(zoned(rule, many), encoding="utf-8")

    done = listed(path)

    assert (done.code, done.out.count("\n")) == (0, 3 * many)
    assert f"rules of {many} of its time zones are not followed" in done.err
    assert done.err.count("\n") == 1


def test_the_rules_of_ordinary_time_zones_are_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(zoned("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", 2), encoding="utf-8")

    assert listed(path).err == ""


def test_a_packed_calendar_recurs_as_much_as_a_file_of_its_packed_length(tmp_path: Path) -> None:
    path = tmp_path / "a.ics.gz"
    path.write_bytes(gzip.compress(calendar(*["FREQ=DAILY;COUNT=10000"] * 400).encode()))

    assert 10_000 < listed(path).out.count("\n") < 20_000


def test_the_documentation_says_each_limit() -> None:
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    table = text.partition("<!-- limits")[2].partition("<!-- end of limits")[0]
    rows = {row.split("`")[1]: row for row in table.splitlines() if row.startswith("| `")}

    said_there = {name: f"{getattr(LIMITS, name):,}" in (rows.get(name) or table) for name in LIMITS.__struct_fields__}
    assert said_there == dict.fromkeys(LIMITS.__struct_fields__, True)


def test_a_long_event_counts_more_than_once() -> None:
    long = calendar("FREQ=DAILY;COUNT=10000", extra="DESCRIPTION:" + "words and words " * 3_000 + "\r\n")

    chronology, _ = said(long, "a.ics")

    assert 1 < len(chronology.events) < 1_000


PART = st.sampled_from(
    [
        *("BYDAY=MO,FR", "BYDAY=1SU", "BYDAY=-1FR", "BYMONTH=2", "BYMONTH=1,6,12", "BYMONTHDAY=31", "BYMONTHDAY=-1,1"),
        *("BYYEARDAY=366", "BYYEARDAY=-1", "BYWEEKNO=53", "BYSETPOS=1", "BYSETPOS=-1", "BYSETPOS=300", "WKST=SU"),
        *(f"BYHOUR={HOURS}", f"BYMINUTE={SIXTY}", f"BYSECOND={SIXTY}", "COUNT=7", "COUNT=99999999"),
        *(
            "UNTIL=20991231T000000Z",
            "UNTIL=19000101T000000Z",
            "INTERVAL=2",
            "INTERVAL=7",
            "INTERVAL=99999",
            "INTERVAL=0",
        ),
    ]
)


GOOD = calendar("FREQ=DAILY;COUNT=1").replace("UID:u0", "UID:g")


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    parts=st.lists(PART, max_size=5, unique_by=lambda part: part.split("=")[0]),
    year=st.sampled_from([1, 1582, 2020, 9998]),
)
def test_any_rule_ends_and_shows_no_more_than_the_budget(frequency: str, parts: list[str], year: int) -> None:
    text = calendar(";".join([f"FREQ={frequency}", *parts]), start=f"DTSTART;VALUE=DATE:{year:04}0131")
    is_bad = "INTERVAL=0" in parts

    chronology, line = said(text + GOOD, "a.ics", skip_bad=True)

    assert 1 <= len(chronology.events) <= LIMITS.times_of_event + 1
    assert not is_bad or "1 entry skipped" in line


def chain(length: int, back: int) -> str:
    """Maps of which each merges those before it."""
    lines = ["a0: &a0 {k0: v}"]
    for at in range(1, length):
        names = ", ".join(f"*a{one}" for one in range(max(0, at - back), at))
        lines.append(f"a{at}: &a{at} {{<<: [{names}], k{at}: v}}")
    return "\n".join(lines)


TAGS = f"x: &x [{'tag, ' * 3_000}]\nevents:\n" + "- {date: '2020', title: t, tags: *x}\n" * 1_300
MANY = f"a: &a {{{', '.join(f'k{at}: v' for at in range(2_000))}}}\n"
THOUSAND = f"a: &a {{date: '2020', title: x}}\nb: &b [{'*a,' * 1_000}]\nevents: [{'*b,' * 1_000}]\n"
ALIASES = {
    "a chain of merges": chain(1_500, 1),
    "a chain of wider merges": chain(700, 5),
    "one map merged by many": MANY + "b:\n" + "- {<<: *a}\n" * 3_000,
    "one map merged by one, often": f"{MANY}b: {{<<: [{'*a,' * 10_000}]}}\n",
    "one list in many events": TAGS,
    "a thousand thousand events": THOUSAND,
    "laughs": "a: &a [x,x]\n" + "".join(f"{b}: &{b} [{f'*{a},' * 9}]\n" for a, b in pairwise("abcdefghi")),
    "a long text said often": f"x: &x '{'a' * 20_000}'\nevents:\n" + "- {date: '2020', title: *x}\n" * 4_000,
}


@pytest.mark.parametrize("text", ALIASES.values(), ids=ALIASES)
def test_aliases_and_merge_keys_have_a_budget(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")

    done = listed(path)

    assert (done.code, done.out) == (2, "")
    assert "its aliases and merge keys stand for more than" in done.err
    assert done.err.endswith("values: --no-limits lifts the limit\n")


def test_a_merge_key_gives_way_to_the_maps_own_keys_wherever_it_stands() -> None:
    text = "- &a {date: '2020', title: A, note: n}\n- {title: B, <<: *a}\n- {<<: [*a, {note: m}], date: '2021'}\n"

    events = from_text(text, "a.yaml").events

    assert [(event.date, event.title, event.note) for event in events] == [
        *(("2020", "A", "n"), ("2020", "B", "n"), ("2021", "A", "n")),
    ]


def test_a_plain_file_has_no_length_that_is_too_long() -> None:
    tags = ", ".join("abcdefghijklmnopqrst")
    rows = "".join(f"- {{date: '2020', title: t{at}, tags: [{tags}]}}\n" for at in range(6_000))

    assert len(from_text(rows, "a.yaml").events) == 6_000


@pytest.mark.parametrize(
    "head",
    ["a." * 30_000 + "b = 1", "[" + "a . " * 15_000 + "b]", "'a'." * 15_000 + "b = 1", "a = " + "[" * 30_000],
    ids=["dots", "a table", "quoted", "arrays"],
)
def test_front_matter_that_is_nested_without_end_is_refused(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"+++\n{head}\n+++\ntext\n", encoding="utf-8")

    done = listed(path)

    assert (done.code, done.err.count("\n"), "a.md" in done.err) == (2, 1, True)
    assert "mistake" not in done.err


class Endless(io.RawIOBase):
    """A stream that gives the same bytes for ever."""

    def __init__(self, piece: bytes) -> None:
        self.piece, self.given = piece, 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "to read all of it never ends"
        self.given += size
        return (self.piece * (size // len(self.piece) + 1))[:size]


@pytest.mark.parametrize("piece", [b"\0", b"\0" * 99 + b"a"])
def test_a_stream_of_nothing_is_known_by_its_first_bytes(piece: bytes) -> None:
    stream = Endless(piece)

    with pytest.raises(DataError, match=r"^zero: is no text, but binary data: give a chronology$"):
        all_of(stream, "zero", LIFTED)  # type: ignore[arg-type]
    assert stream.given <= 1 << 20


def test_an_endless_stream_of_text_is_read_to_the_limit() -> None:
    stream = Endless(b"y\n")

    with pytest.raises(DataError, match=r"^yes: gives more than 256 MB: no_limits lifts the limit$"):
        all_of(stream, "yes", LIMITS)  # type: ignore[arg-type]
    assert stream.given <= LIMITS.stream + (2 << 20)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device")
def test_a_device_without_an_end_is_refused_by_its_name() -> None:
    done = listed("/dev/zero")

    assert (done.code, done.err) == (2, "timeline: /dev/zero: is no text, but binary data: give a chronology\n")


def test_standard_input_without_an_end_is_refused() -> None:
    command = f"yes | {sys.executable} -m relations_cli list -f -"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=SECONDS * 2, check=False)

    assert done.stderr == b"timeline: standard input: gives more than 256 MB: --no-limits lifts the limit\n"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (MemoryError(), "not enough memory"),
        (RecursionError("maximum recursion depth exceeded"), "nested too deep"),
    ],
)
@pytest.mark.parametrize("where", ["reader", "afterwards"])
def test_too_little_memory_is_one_line_that_names_the_file(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    says: str,
    where: str,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("date,title\n2020,A\n", encoding="utf-8")

    def fails(*_: object, **__: object) -> None:
        raise error

    place = "relations_cli.readers.tables.csv.read" if where == "reader" else "relations_cli.query.select.select"
    monkeypatch.setattr(place, fails)

    assert run(["list", "-f", str(path)], {}) == 2
    said_there = capsys.readouterr().err
    assert said_there.startswith(f"timeline: {path}: {says}")
    assert said_there.count("\n") == 1


def test_a_search_of_thousands_of_words_is_refused_in_one_line() -> None:
    with bounded(SECONDS):
        done = ran("search", *["word"] * 4_000)
        lifted = ran("search", "--no-limits", *["veto"] * 150)

    assert (done.code, done.out) == (2, "")
    assert done.err == "timeline: a search of 4,000 words and signs: 100 is the most: --no-limits lifts the limit\n"
    assert lifted.code == 0


@pytest.mark.parametrize(("error", "says"), [(MemoryError(), "not enough memory"), (RecursionError(), "nested")])
def test_what_a_reader_has_no_room_for_is_an_error_on_the_file(
    monkeypatch: pytest.MonkeyPatch, error: Exception, says: str
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("relations_cli.readers.tables.csv.read", fails)

    with pytest.raises(DataError, match=rf"^a\.csv: .*{says}"):
        from_text("date,title\n2020,A\n", "a.csv")


def test_a_rule_of_a_time_zone_without_a_weekday_is_not_followed() -> None:
    """It means the day of the month on which it began, which that month may not have: it would be sought for ever."""
    rule = "FREQ=YEARLY;BYMONTH=2"
    text = zoned(rule, 1).replace("19701101", "19701031")

    _, line = said(text, "a.ics")

    assert "rules of 1 of its time zones are not followed" in line


def test_days_that_a_rule_looks_at_in_vain_count_for_the_file() -> None:
    _, line = said(calendar(*[f"FREQ=DAILY;UNTIL=99991231T000000Z;{NEVER}"] * 4), "a.ics")

    assert "3 events are not followed to the last time" in line
