"""A chronology as a database: what it holds and answers in SQL, that it is read again, and what is refused."""

import gzip
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from program import Inline, Write
from readers.test_read_again import TODAY, answers, calls, chronologies
from relations_cli import ask
from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.model.version import DATABASE, DATABASE_FORM
from relations_cli.query.answer import Answer
from relations_cli.query.words import words_of
from relations_cli.readers.loading import load
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.chronology import selection
from relations_cli.writers.format import How
from small import SMALL

SQLITE = WRITERS["sqlite"]


def parts(answer: Answer[Any]) -> list[bytes]:
    return [part for part in rendered(SQLITE, answer, How()) if isinstance(part, bytes)]


def written(answer: Answer[Any]) -> bytes:
    return b"".join(parts(answer))


def read_again(data: bytes, notes: list[str] | None = None) -> Chronology:
    reading = Reading(name="x.db", path="x.db", options=Options(today=TODAY))
    chronology = read(data, reading)
    if notes is not None:
        notes += map(str, reading.notes)
    return chronology


Database = Callable[[Chronology], sqlite3.Connection]


@pytest.fixture
def database() -> Iterator[Database]:
    """Gives the database of a chronology, which may be asked in SQL."""
    made: list[sqlite3.Connection] = []

    def opened(chronology: Chronology) -> sqlite3.Connection:
        made.append(sqlite3.connect(":memory:", isolation_level=None))
        made[-1].deserialize(written(ask("list", chronology, today=TODAY)))
        return made[-1]

    yield opened
    for one in made:
        one.close()


def edited(data: bytes, sql: str) -> bytes:
    """The database after somebody has run SQL in it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        connection.executescript(sql)
        return bytes(connection.serialize())


@pytest.fixture(scope="module")
def small() -> bytes:
    return written(ask("list", load(str(SMALL)), today=TODAY))


@settings(max_examples=50)
@given(chronologies())
def test_a_chronology_is_read_again_equal(chronology: Chronology) -> None:
    answer = ask("list", chronology, today=TODAY)
    asked = calls(chronology)

    again = read_again(written(answer))
    assert again == selection(answer)
    assert answers(again, asked) == answers(chronology, asked)


@pytest.mark.parametrize("question", [{}, {"as_of": "2024-10-20"}, {"tags": ["un"]}, {"since": "9999"}])
def test_any_selection_of_the_bundled_file_is_read_again_equal(bundled: Chronology, question: dict[str, Any]) -> None:
    answer = ask("list", bundled, today=TODAY, **question)

    assert msgspec.json.encode(read_again(written(answer))) == msgspec.json.encode(selection(answer))


@settings(max_examples=25)
@given(chronologies())
def test_every_reference_is_whole_and_the_index_is_of_the_rows(chronology: Chronology) -> None:
    data = written(ask("list", chronology, today=TODAY))

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO events_fts(events_fts, rank) VALUES ('integrity-check', 1)")


def test_the_bytes_are_the_same_each_time_and_come_in_parts(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY)
    first = parts(answer)

    assert b"".join(first) == written(answer)
    assert len(first) > 1
    assert max(map(len, first)) <= 1 << 20


def test_the_header_says_whose_it_is(small: bytes) -> None:
    assert small[68:72] == DATABASE.to_bytes(4, "big")
    assert int.from_bytes(small[60:64], "big") == DATABASE_FORM


def test_columns_are_the_fields_of_events(bundled: Chronology, database: Database) -> None:
    answer = ask("list", bundled, today=TODAY)
    names = ("id", "date", "lower", "upper", "lower_kind", "upper_kind", "precision", "time", "zone", "title", "status")
    rows = database(bundled).execute(f"SELECT {', '.join(names)} FROM events ORDER BY in_time").fetchall()  # noqa: S608

    assert rows == [tuple(answer.table.fields[name].get(hit) for name in names) for hit in answer]


def test_days_of_any_year_sort_and_are_empty_where_open(database: Database) -> None:
    dates = ("Y-13000000000", "Y-20000", "-0043-03-15", "0000", "2024-05-01", "2024-05", "Y17000", "2024/..", "../2024")
    events = [{"id": f"e{at}", "date": date, "title": "A"} for at, date in enumerate(dates)]
    chronology = msgspec.convert(
        {"title": "T", "events": [*events, {"id": "u", "date": None, "title": "A"}]}, Chronology
    )
    asked = database(chronology)

    by_day = asked.execute("SELECT id FROM events WHERE first_day NOT NULL ORDER BY first_day, last_day").fetchall()
    assert [name for (name,) in by_day] == ["e0", "e1", "e2", "e3", "e7", "e4", "e5", "e6"]
    row = "SELECT first_day, last_day, year, lower, upper, lower_kind, upper_kind FROM events WHERE id = ?"
    assert asked.execute(row, ("e4",)).fetchone() == (739007, 739007, 2024, "2024-05-01", "2024-05-01", "day", "day")
    assert asked.execute(row, ("e8",)).fetchone() == (None, 739251, None, None, "2024-12-31", "open", "day")
    assert asked.execute(row, ("e3",)).fetchone()[2] == 0
    assert asked.execute(row, ("u",)).fetchone() == (None,) * 7
    assert [name for (name,) in asked.execute("SELECT id FROM events ORDER BY in_time")] == [
        hit.event.id for hit in ask("list", chronology, today=TODAY)
    ]


def test_statuses_are_those_of_the_day_of_the_question(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY, as_of="2024-10-20")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(written(answer))
        said = dict(connection.execute("SELECT id, status FROM events"))
        propositions = dict(connection.execute("SELECT id, status FROM propositions"))
        (day,) = connection.execute("SELECT value FROM chronology WHERE key = 'status_day'").fetchone()

    assert said == {hit.event.id: hit.status for hit in answer}
    assert day == "2024-10-20"
    states = {state.id: state.status for hit in answer for state in hit.propositions}
    assert {name: propositions[name] for name in states} == states


def test_views_say_what_the_commands_say(bundled: Chronology, database: Database) -> None:
    asked = database(bundled)
    contested, claims, figures = (ask(name, bundled, today=TODAY) for name in ("contested", "claims", "figures"))

    rows = asked.execute("SELECT kind, id, status, since, denials FROM contested").fetchall()
    value = contested.table.fields
    assert {row[:4] for row in rows} == {
        tuple(value[name].get(one) for name in ("kind", "id", "status", "since")) for one in contested
    }
    assert len(rows) == len(contested)
    said = asked.execute("SELECT date, who, stance, what, now, about FROM claims_in_words").fetchall()
    names = ("date", "by_name", "stance", "text", "now", "about")
    assert sorted(said, key=str) == sorted(
        (tuple(claims.table.fields[name].get(one) for name in names) for one in claims), key=str
    )
    assert [row[0] for row in said if row[0]] == [row.claim.date for row in claims if row.claim.date]
    (numbers,) = asked.execute("SELECT count(*) FROM figures_in_words").fetchone()
    assert numbers == sum(row.n for row in figures)
    timeline = asked.execute("SELECT id FROM timeline").fetchall()
    assert [name for (name,) in timeline] == [hit.event.id for hit in ask("list", bundled, today=TODAY)]
    assert dict(asked.execute("SELECT actor, party FROM parties"))["dmitry-peskov"] == "russia"


def test_every_word_finds_in_the_index_what_a_search_finds(database: Database) -> None:
    chronology = load(str(SMALL))
    asked = database(chronology)
    words = {word for event in chronology.events for word in words_of(f"{event.title} {event.summary} {event.note}")}

    for word in words:
        rows = asked.execute("SELECT id FROM events WHERE rowid IN (SELECT rowid FROM events_fts(?))", (f'"{word}"',))
        assert {name for (name,) in rows} == {hit.event.id for hit in ask("search", chronology, text=word)}, word


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("核", "a"), ("核试", "a"), ("核试验", "a"), ("核试验场", "a"), ("2024", "a"), ("年", "a"), ("북한", "b"),
        ("북", "b"), ("조선민주주의인민공화국", "b"), ("ภาษา", "c"), ("カタカナ", "d"), ("kim", "e"), ("cafe", "e"),
        ("launching", "e"), ("comrade", "e"), ("sent", "e"), ("monitors", "e"),
    ],
)  # fmt: skip
def test_words_are_found_however_a_script_parts_them(word: str, found: str, database: Database) -> None:
    texts: dict[str, dict[str, Any]] = {
        "a": {"title": "2024年核试验场关闭"}, "b": {"title": "T", "summary": "조선민주주의인민공화국이 북한으로"},
        "c": {"title": "เป็นภาษาไทย"}, "d": {"title": "ｶﾀｶﾅのテスト"},
        "e": {"title": "Launches at the Café", "actors": ["k"], "propositions": ["p"],
              "sources": [{"title": "Monitor"}]},
    }  # fmt: skip
    whole = {
        "title": "T", "actors": {"k": {"name": "Kim", "kind": "person", "aliases": ["the comrade"]}},
        "propositions": {"p": {"text": "Shells were sent"}},
        "events": [{"id": name, "date": "2024"} | text for name, text in texts.items()],
    }  # fmt: skip
    asked = database(msgspec.convert(whole, Chronology))

    rows = asked.execute("SELECT id FROM events WHERE rowid IN (SELECT rowid FROM events_fts(?))", (f'"{word}"',))
    assert [name for (name,) in rows] == [found]


def test_numbers_are_kept_as_they_are_however_large(database: Database) -> None:
    numbers = [0, 5, 5.5, 2**63 - 1, 2**63, 10**40, -(2**63) - 1]
    figures = [{"of": "n", "low": number} for number in numbers]
    claim = {"by": "a", "stance": "asserts", "figures": figures}
    whole = {"title": "T", "events": [{"id": "a", "date": None, "title": "A", "claims": [claim]}]}
    chronology = msgspec.convert(whole, Chronology)

    again = read_again(written(ask("list", chronology, today=TODAY)))
    assert [figure.low for figure in again.events[0].claims[0].figures] == numbers
    assert again == chronology
    assert database(chronology).execute("SELECT sum(low) FROM figures WHERE low < 10").fetchone() == (10.5,)


def test_what_is_used_and_not_declared_is_there_and_is_not_declared_when_it_is_read(database: Database) -> None:
    whole = {
        "title": "T", "tags": {"t": "said"},
        "events": [{"id": "a", "date": "2024", "title": "A", "tags": ["u", "t"], "actors": ["x"], "related": ["gone"]}],
    }  # fmt: skip
    chronology = msgspec.convert(whole, Chronology)
    asked = database(chronology)

    assert asked.execute("SELECT id, meaning, seq FROM tags").fetchall() == [("t", "said", 1), ("u", None, None)]
    assert asked.execute("SELECT id, name, seq FROM actors").fetchall() == [("x", None, None)]
    assert asked.execute("SELECT event, other, missing FROM related").fetchall() == [("a", None, "gone")]
    assert read_again(written(ask("list", chronology, today=TODAY))) == chronology


def test_what_a_selection_leaves_out_is_counted(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY, tags=["un"])

    (remark,) = remarks(SQLITE, answer)
    assert "references to events and sources outside the selection left out of the file" in str(remark)


def test_what_a_person_alters_in_sql_is_read(small: bytes) -> None:
    sql = """
        UPDATE events SET title = 'Another' WHERE id = 'fair';
        INSERT INTO events (id, date, title) VALUES ('new', '1950-05', 'A new one');
        INSERT INTO event_tags (event, tag) VALUES ('new', 'trade');
        DELETE FROM events WHERE id = 'toll';
        CREATE TABLE of_others (x); ALTER TABLE events ADD COLUMN mine TEXT; DROP VIEW contested;
    """
    notes: list[str] = []
    again = {event.id: event for event in read_again(edited(small, sql), notes).events}

    assert again["fair"].title == "Another"
    assert (again["new"].date, again["new"].tags) == ("1950-05", ("trade",))
    assert "toll" not in again
    assert any("what they belong to is not there" in note for note in notes)


@pytest.mark.parametrize("sql", ["PRAGMA journal_mode = WAL", "PRAGMA application_id = 0"])
def test_it_is_read_however_its_header_was_altered(small: bytes, sql: str, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(small)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)

    assert load(str(path), reader="sqlite") == read_again(small)


HOSTILE = {
    "no table 'figures'": "DROP VIEW figures_in_words; DROP TABLE figures",
    "no column 'note'": "DROP TABLE claims; CREATE TABLE claims (id, event, proposition, actor, stance, date)",
    "no table 'related'": "DROP TABLE related; CREATE VIEW related AS SELECT 'a' event, 'b' other, '' missing, 1 seq",
    "no table 'event_tags'": "DROP TABLE event_tags; CREATE VIRTUAL TABLE event_tags USING fts5(event, tag, seq)",
    "no column 'tag'": (
        "DROP TABLE event_tags; CREATE TABLE event_tags (event, seq, tag AS (printf('%1000000000d', seq)))"
    ),
    "no valid JSON @ $.events[0].extra": "UPDATE events SET extra = '{\"a\": 1, \"a\": 2}' WHERE in_time = 1",
    "nested too deep to be a chronology @ $.extra": (
        "INSERT INTO chronology SELECT 'extra', '{\"a\": ' || replace(hex(zeroblob(97)), '00', '[')"
        " || replace(hex(zeroblob(97)), '00', ']') || '}'"
    ),
    "expected 'str', got 'bytes' @ $.events[0].title": "UPDATE events SET title = x'00' WHERE in_time = 1",
    "expected 'bool', got 'int' @ $.events[0].landmark": "UPDATE events SET landmark = 7 WHERE in_time = 1",
    "@ $.events[0].date": "UPDATE events SET date = 'soon' WHERE in_time = 1",
    "is taken by $.events[0].id": (
        "ALTER TABLE events RENAME TO old; CREATE TABLE events AS SELECT * FROM old UNION ALL SELECT * FROM old"
    ),
    "invalid enum value 'shouts'": "UPDATE claims SET stance = 'shouts'",
    "form 9 of a chronology is newer": (
        "INSERT INTO chronology VALUES ('$schema', 'https://x.org/chronology-9.schema.json')"
    ),
    "form 2 of a database is newer than form 1, which this timeline reads: upgrade relations-cli": (
        "PRAGMA user_version = 2"
    ),
    "is an SQLite database, but none that this timeline wrote": "DROP TABLE chronology",
}  # fmt: skip
PREPARED = "PRAGMA legacy_alter_table = 1; DROP VIEW timeline; DROP VIEW contested; DROP VIEW claims_in_words;"


@pytest.mark.parametrize("said", HOSTILE)
def test_a_database_that_was_tampered_with_is_refused_in_a_line(said: str, small: bytes) -> None:
    with pytest.raises(DataError) as raised:
        read_again(edited(small, PREPARED + HOSTILE[said]))

    assert said in str(raised.value)
    assert str(raised.value).startswith("x.db: ")
    assert "\n" not in str(raised.value)


def test_nothing_that_the_file_says_in_sql_is_run(small: bytes) -> None:
    sql = """
        CREATE TABLE ran (x);
        CREATE TRIGGER t AFTER INSERT ON events BEGIN INSERT INTO ran VALUES (1); END;
        DROP VIEW timeline; CREATE VIEW timeline AS SELECT load_extension('x') FROM events;
        CREATE INDEX heavy ON events(abs(first_day)) WHERE title IS NOT NULL;
    """
    assert read_again(edited(small, sql)) == read_again(small)


def test_a_broken_database_is_refused_in_a_line_wherever_it_is_broken(small: bytes) -> None:
    for at in range(0, len(small), 1999):
        data = small[:at] + b"\xff" * 300 + small[at + 300 :]
        try:
            read(data, Reading(name="x.db", path="x.db", options=Options(reader="sqlite", today=TODAY)))
        except DataError as error:
            assert "\n" not in str(error)  # noqa: PT017 -- what is read in spite of it is no fault
    for data in (small[:100], small[: len(small) // 2], small[:99]):
        with pytest.raises(DataError, match=r"x\.db: (is a broken database|is an SQLite database)"):
            read_again(data)


PAGE = 1024


def inner(child: int) -> bytes:
    """An inner page of a table of which every cell leads to the same page (file format, section 1.6)."""
    cells = 100
    content = PAGE - 5 * cells
    pointers = b"".join((content + 5 * at).to_bytes(2, "big") for at in range(cells))
    head = b"\x05\0\0" + cells.to_bytes(2, "big") + content.to_bytes(2, "big") + b"\0" + child.to_bytes(4, "big")
    return (head + pointers).ljust(content, b"\0") + b"".join(child.to_bytes(4, "big") + b"\x01" for _ in range(cells))


def test_a_page_that_stands_for_many_does_not_multiply_what_is_read(small: bytes) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(small)
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event_places'").fetchone()
    pages = [small[at : at + PAGE] for at in range(0, len(small), PAGE)]
    leaf, levels = len(pages) + 1, 10
    added = [pages[root - 1], *(inner(leaf + level) for level in range(levels))]
    pages[root - 1] = inner(leaf + levels)
    pages[0] = pages[0][:28] + (len(pages) + len(added)).to_bytes(4, "big") + pages[0][32:]

    with pytest.raises(DataError, match="its rows hold more than its bytes"):
        read_again(b"".join([*pages, *added]))


@pytest.mark.parametrize("events", [0, 1, 101])
def test_a_database_of_few_events_is_read_from_its_file_and_packed(
    events: int, tmp_path: Path, write: Write, inline: Inline
) -> None:
    held = {"title": "T", "tags": {"a": "A"},
            "events": [{"id": f"e{at}", "date": "2024", "title": "A"} for at in range(events)]}  # fmt: skip
    chronology = write("a.json", msgspec.json.encode(held))
    path = tmp_path / "x.db"
    inline("list", "-f", chronology, "-o", str(path))
    packed = write("y.db.gz", gzip.compress(path.read_bytes()))

    for one in (str(path), packed):
        assert load(one) == load(chronology)
        assert inline("count", "-f", one).out == f"{events}\n"
        assert inline("tags", "-f", one).err == inline("tags", "-f", chronology).err


def test_a_database_of_which_most_bytes_are_zeros_is_read(small: bytes, write: Write) -> None:
    grown = edited(small, "CREATE TABLE of_others (x); INSERT INTO of_others VALUES (zeroblob(2000000))")

    assert load(write("x.db", grown)) == read_again(small)


def test_one_of_another_program_is_named_with_what_to_do(write: Write, inline: Inline) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE moz_places (id)")
        path = write("places.sqlite", bytes(connection.serialize()))

    done = inline("list", "-f", path)
    assert done.code == 2
    assert "is an SQLite database: take a table of it: sqlite3 -csv -header" in done.err
    assert "none that this timeline wrote" in inline("list", "--from", "sqlite", "-f", path).err
    assert "is no SQLite database: leave out --from" in inline("list", "--from", "sqlite", "-f", str(SMALL)).err


def test_a_folder_and_an_archive_give_databases_of_ours_and_pass_over_others(
    small: bytes, tmp_path: Path, inline: Inline
) -> None:
    folder = tmp_path / "folder"
    (folder / "folder.sqlite").mkdir(parents=True)
    (folder / "ours.db").write_bytes(small)
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("in.sqlite3", small)

    assert inline("count", "-f", str(tmp_path / "x.zip")).out == "25\n"
    done = inline("count", "-f", str(folder))
    assert (done.code, done.out, done.err) == (0, "25\n", "")


def test_changes_in_a_log_beside_the_file_are_told(small: bytes, tmp_path: Path, inline: Inline) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(small)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE events SET title = 'Altered'")
        done = inline("list", "-f", str(path), "--explain", "-n", "1")

    assert "Altered" not in done.out
    assert "has and the file has not" in done.err
