"""From bytes to text: unpacked and decoded, or refused; never guessed without a word."""

import gzip

import pytest

from readers.reads import from_text, reading_of, said, told
from relations_cli.errors import DataError
from relations_cli.limits import LIMITS
from relations_cli.readers.text import unpacked

TABLE = "date,title\n2020-01-01,Café déjà vu\n2020-01-02,Тест\n"
EVENTS = [("2020-01-01", "Café déjà vu"), ("2020-01-02", "Тест")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_a_mark_names_is_read_without_a_word(encoding: str) -> None:
    chronology, line = said(TABLE.encode(encoding), "a.csv")

    assert (told(chronology), line) == (EVENTS, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_and_said(encoding: str) -> None:
    chronology, line = said(TABLE.encode(encoding), "a.csv")

    assert told(chronology) == EVENTS
    assert f"read as {encoding}" in line


def table_of(*titles: str) -> str:
    return "date,title\n" + "".join(f"2020-01-{day:02d},{title}\n" for day, title in enumerate(titles, 1))


@pytest.mark.parametrize(
    ("encoding", "titles"),
    [
        ("cp1252", ("Möwe Größe Straße",)),
        ("cp1252", ("Nuñez año", "“Smart” – quotes")),
        ("cp1251", tuple(f"Встреча министров номер {number} в Москве" for number in range(1, 15))),
        ("koi8_r", tuple(f"Встреча министров номер {number} в Москве" for number in range(1, 15))),
        ("cp1253", tuple(f"Συνάντηση υπουργών στην Αθήνα αριθμός {number}" for number in range(1, 15))),
        ("cp932", ("東京で会議が開かれた", "大臣が辞任した")),
    ],
)
def test_other_encodings_are_told_by_their_text_and_said(encoding: str, titles: tuple[str, ...]) -> None:
    pytest.importorskip("charset_normalizer")

    chronology, line = said(table_of(*titles).encode(encoding), "a.csv")

    assert [event.title for event in chronology.events] == list(titles)
    assert "since it is not UTF-8" in line


def test_an_encoding_that_is_given_counts() -> None:
    assert told(from_text(table_of("Встреча").encode("cp1251"), "a.csv", encoding="cp1251")) == [
        ("2020-01-01", "Встреча")
    ]


@pytest.mark.parametrize(
    ("data", "options", "says"),
    [
        (TABLE.encode(), {"encoding": "nope"}, "there is no encoding 'nope'"),
        (TABLE.encode(), {"encoding": "rot13"}, "there is no encoding 'rot13'"),
        (TABLE.encode(), {"encoding": "ascii"}, "a.csv:2:15: not ascii (byte 0xc3)"),
        (bytes(range(256)) * 9, {}, "is no text, but binary data"),
        (b"\0" * 5000, {}, "is no text, but binary data"),
        (TABLE.encode("utf-32-le"), {}, "is no text, but binary data"),
        (b"PK\x03\x04 a workbook", {}, "is no whole zip archive: pack it again"),
        (gzip.compress(TABLE.encode(), mtime=0)[:-9], {}, "the gzip file ends too early"),
        (gzip.compress(TABLE.encode(), mtime=0)[:10] + b"\xff" * 30, {}, "is no whole gzip file"),
        (gzip.compress(gzip.compress(TABLE.encode(), mtime=0), mtime=0), {}, "is no text, but binary data"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, options: dict[str, str], says: str) -> None:
    with pytest.raises(DataError) as error:
        from_text(data, "a.csv", **options)
    assert says in str(error.value)


def test_members_of_a_gzip_file_follow_each_other() -> None:
    data = gzip.compress(TABLE.encode()) + gzip.compress(b"2021,B\n")

    assert told(from_text(data, "a.csv.gz")) == [*EVENTS, ("2021", "B")]


@pytest.mark.parametrize(
    "bomb",
    [gzip.compress(b"x" * (1 << 24)), gzip.compress(b"x" * (1 << 19)) * 3, gzip.compress(b"2020,x\n" * 400_000)],
    ids=["one member", "three members", "short rows"],
)
def test_a_gzip_bomb_is_refused_while_it_is_unpacked(bomb: bytes) -> None:
    most = max(LIMITS.packed_room, len(bomb) * LIMITS.packed)

    with pytest.raises(DataError) as error:
        unpacked(bomb, reading_of("a.csv.gz"))

    said = f"a.csv.gz: its {len(bomb):,} bytes unpack to more than {most:,}: no_limits lifts the limit"
    assert str(error.value) == said
    assert len(unpacked(bomb, reading_of("a.csv.gz", no_limits=True))) > most


def test_an_archive_of_plain_text_has_no_length_that_is_too_long() -> None:
    rows = "\n".join(f"{at * 2654435761 % 4294967296},{at}" for at in range(120_000)).encode()

    assert unpacked(gzip.compress(rows), reading_of("a.csv.gz")) == rows


@pytest.mark.parametrize(
    "behind", [b"\0" * 512, b"junk\0", b"\n", b"\x1f", b"\0" + gzip.compress(b"2021,B\n", mtime=0)], ids=ascii
)
def test_what_lies_behind_a_gzip_file_is_said(behind: bytes) -> None:
    reading = reading_of("a.csv.gz")

    assert unpacked(gzip.compress(TABLE.encode()) + behind, reading) == TABLE.encode()
    said = f"a.csv.gz: {len(behind)} bytes behind the gzip file: they are none of it"
    assert list(map(str, reading.notes)) == ([said] if behind.strip(b"\0") else [])


def test_thousands_of_empty_members_are_passed_in_one_go() -> None:
    assert unpacked(gzip.compress(b"") * 30_000 + gzip.compress(b"a"), reading_of("a.csv.gz")) == b"a"


def test_lone_carriage_returns_end_lines() -> None:
    assert told(from_text("date,title\r2020,A\r2021,B\r", "a.csv")) == [("2020", "A"), ("2021", "B")]
