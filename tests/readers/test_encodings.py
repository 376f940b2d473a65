"""Encodings are decided by evidence that grows with length: what is read is right, or it is refused with a hint."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Inline, Write
from readers.reads import from_text, said
from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers import text as text_module

TITLES = ("Café déjà vu", "Договор подписан", "一月の会議　東京", "정상회담", "🚀 “launch” – Ā")
ROWS = tuple((f"2020-01-{day:02d}", title) for day, title in enumerate(TITLES, 1))
MARKED = ("utf-8-sig", "utf-16", "utf-32")
BARE = ("utf-16-le", "utf-16-be")


def document() -> str:
    return json.dumps([{"date": date, "title": title} for date, title in ROWS], ensure_ascii=False)


FILES = {
    "a.csv": "date,title\n" + "".join(f"{date},{title}\n" for date, title in ROWS),
    "a.tsv": "date\ttitle\n" + "".join(f"{date}\t{title}\n" for date, title in ROWS),
    "a": "date;title\r\n" + "".join(f"{date};{title}\r\n" for date, title in ROWS),
    "a.json": document(),
    "own.json": json.dumps(
        {"title": "T", "events": [{"id": f"e{date}", "date": date, "title": title} for date, title in ROWS]},
        ensure_ascii=False,
    ),
    "a.jsonl": "".join(json.dumps({"date": d, "title": t}, ensure_ascii=False) + "\n" for d, t in ROWS),
    "lines": "".join(json.dumps({"date": d, "title": t}, ensure_ascii=False) + "\n" for d, t in ROWS),
    "a.yaml": "".join(f'- date: {date}\n  title: "{title}"\n' for date, title in ROWS),
    "a.md": f"---\ndate: 2020-01-01\ntitle: {TITLES[0]}\n---\n{TITLES[1]}\n",
    "b.md": f'+++\ndate = 2020-01-01\ntitle = "{TITLES[0]}"\n+++\n{TITLES[1]}\n',
    "a.txt": "".join(f"1 January 20{year}: {title}.\n\n" for year, title in enumerate(TITLES, 10)),
    "a.html": "<ul>" + "".join(f"<li>1 May 20{year}: {title}</li>" for year, title in enumerate(TITLES, 10)) + "</ul>",
    "a.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    + "".join(
        f"BEGIN:VEVENT\r\nUID:{date}\r\nDTSTART;VALUE=DATE:{date.replace('-', '')}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for date, title in ROWS
    )
    + "END:VCALENDAR\r\n",
}
"""A file of each format, with titles in many scripts."""


def read_as(name: str, form: str, **options: object) -> Chronology:
    for extra in ("yaml", "icalendar", "selectolax"):
        pytest.importorskip(extra)
    return from_text(FILES[name].encode(form), name, **options)


@pytest.mark.parametrize("encoding", [*MARKED, *BARE])
@pytest.mark.parametrize("name", FILES)
def test_every_reader_reads_utf_16_and_what_a_mark_names_as_it_reads_utf_8(name: str, encoding: str) -> None:
    in_utf_8 = read_as(name, "utf-8")

    assert in_utf_8.events
    assert read_as(name, encoding).events == in_utf_8.events


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32-be", "gb18030", "utf-7"])
def test_every_reader_takes_the_encoding_that_is_given(name: str, encoding: str) -> None:
    assert read_as(name, encoding, encoding=encoding).events == read_as(name, "utf-8").events


@pytest.mark.parametrize("name", FILES)
def test_utf_16_that_no_mark_names_is_said(name: str) -> None:
    for encoding in BARE:
        assert f"read as {encoding}" in said(FILES[name].encode(encoding), name)[1]


@pytest.mark.parametrize("name", FILES)
def test_one_nul_is_told_with_its_place_in_every_format(name: str) -> None:
    text = FILES[name]
    at = text.index("ca") if "ca" in text else text.index("20") + 2
    data = text[:at].encode() + b"\0" + text[at:].encode()
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

    for path in (name, f"{name}.gz"):
        with pytest.raises(DataError, match=r"a character 0 \(NUL\), which no text has: remove it") as error:
            from_text(data, path)
        assert (error.value.line, error.value.column) == (line, column)


@pytest.mark.parametrize("encoding", [None, "utf-8", "latin-1"])
def test_a_nul_in_a_short_file_loses_no_row(encoding: str | None) -> None:
    for data in (b"date,title\n2020,A\0B\n2021,C\n", b"date,title\n2020,A\0\n", b"date,title\0\n2020,A\n2021,BC\n"):
        with pytest.raises(DataError, match=r"^a\.csv:[12]:\d+: a character 0 "):
            from_text(data, "a.csv", encoding=encoding)


ALPHABETS = (
    "abc éöñ-12",
    "абвгд жзик 12",
    "ąćęł žřů abc",
    "一中国会议联合国　安理的 是",
    "一　",
    "のいたしてにはを ょうるが",
    "アメリカロシアサ 12",
    "김정은 러시아 방문",
    "ابتثج حخد",
    "हिन्दी कखग",
    "🚀🎉 a\u2013\u201c",
)


@st.composite
def tables(draw: st.DrawFn, least: int = 0) -> str:
    alphabet = draw(st.sampled_from(ALPHABETS))
    titles = draw(st.lists(st.text(alphabet, min_size=1, max_size=30), min_size=least, max_size=least + 12))
    rows = [f"2020-01-{day:02d},x{title}" for day, title in enumerate(titles, 1)]
    return "date,title\n" + "\n".join(rows) + draw(st.sampled_from(("", "\n")))


def outcome(data: bytes) -> Chronology | str:
    """What a table is read as, or why it is refused."""
    try:
        return from_text(data, "a.csv")
    except DataError as error:
        return str(error)


def is_refused_with_a_hint(outcome: Chronology | str) -> bool:
    return isinstance(outcome, str) and "encoding" in outcome


@given(tables(least=6), st.sampled_from(BARE))
def test_a_text_of_some_lines_in_utf_16_is_read_as_in_utf_8(text: str, encoding: str) -> None:
    assert from_text(text.encode(encoding), "a.csv") == from_text(text, "a.csv")


@given(tables(), st.sampled_from(BARE))
def test_a_short_text_in_utf_16_is_right_or_refused(text: str, encoding: str) -> None:
    read = outcome(text.encode(encoding))

    assert read == outcome(text.encode()) or is_refused_with_a_hint(read)


@given(st.text("ab,\n2é一\u3000", max_size=12), st.sampled_from(BARE))
def test_the_shortest_texts_in_utf_16_are_right_or_refused(text: str, encoding: str) -> None:
    read = outcome((text + "\n").encode(encoding))

    assert read == outcome((text + "\n").encode()) or is_refused_with_a_hint(read)


@given(tables(least=1), st.lists(st.integers(0, 1 << 16), min_size=1, max_size=5))
def test_nuls_in_a_table_are_told_wherever_they_stand(text: str, places: list[int]) -> None:
    for place in places:
        at = place % (len(text) + 1)
        text = text[:at] + "\0" + text[at:]
    at = text.index("\0")

    with pytest.raises(DataError, match="a character 0") as error:
        from_text(text, "a.csv")
    assert error.value.line == text.count("\n", 0, at) + 1


@given(
    tables(least=1), st.sampled_from(("cp1252", "cp1251", "cp1250", "koi8-r", "cp932", "gb18030", "cp949", "cp1256"))
)
def test_older_encodings_lose_no_row_and_are_named(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    try:
        data.decode()
    except UnicodeDecodeError:
        pytest.importorskip("charset_normalizer")
        expected = len(from_text(text.encode(encoding, "ignore").decode(encoding), "a.csv").events)
        try:
            chronology, line = said(data, "a.csv")
        except DataError as error:
            assert "encoding" in str(error)  # noqa: PT017 -- one of two outcomes
        else:
            assert len(chronology.events) == expected
            assert "since it is not UTF-8" in line


@given(tables(), st.integers(1, 30), st.text("éöñß ab", max_size=20), st.sampled_from(("cp1252", "latin-1")))
def test_a_line_in_another_encoding_among_utf_8_is_told_with_its_place(
    text: str, more: int, stray: str, encoding: str
) -> None:
    """Where the library would take all of it for one encoding, the rest would be wrong in silence."""
    stray = f"2021-01-01,{stray}é"
    letters = "é" * (sum(char > "\x7f" for char in stray) + more)
    data = f"{text.strip()}\n2020-12-31,{letters}\n".encode() + f"{stray}\n".encode(encoding)

    with pytest.raises(DataError, match=r"not UTF-8 \(byte 0x..\), as other places are: mend it, or give enc") as error:
        from_text(data, "a.csv")
    assert error.value.line == data.count(b"\n")


def table(rows: bytes) -> bytes:
    return b"date,title\n" + rows


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(table(b"2020-01-01,Ends so\0\n" * 40), id="fields that end with it"),
        pytest.param(table(b"1999,aslidnaa\xe9 a\0\n" * 40), id="cp1252, too"),
        pytest.param(
            table(b"2020-01-01," + "のいたしてにはを".encode("cp932") * 99 + b"AA\0B\0C\0D\0E\0F"), id="cp932"
        ),
        pytest.param(
            re.sub(rb"(..)", rb"\1\0", table(b"2020-01-01,Caf\xe9 au lait\n" * 9), flags=re.DOTALL), id="third"
        ),
    ],
)
def test_zeros_that_are_not_those_of_utf_16_are_no_evidence_of_it(data: bytes) -> None:
    with pytest.raises(DataError, match=r"a character 0 \(NUL\)|is no text, but binary data"):
        from_text(data, "a.csv")


def test_an_encoding_that_lacks_ascii_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "likely_encoding", lambda *_: "cp037")

    with pytest.raises(DataError, match="its encoding cannot be told: give encoding"):
        from_text("date,title\n2020,Möwe\n".encode("cp1252"), "a.csv")


def test_utf_32_of_either_order_is_read_by_its_mark() -> None:
    for name, text in FILES.items():
        data = b"\0\0\xfe\xff" + text.encode("utf-32-be")
        assert from_text(data, name).events == read_as(name, "utf-8").events


def test_what_is_not_utf_8_only_far_down_is_told_by_what_stands_there() -> None:
    pytest.importorskip("charset_normalizer")
    plain = "date,title\n" + "2020-01-01,A plain day\n" * 6000
    data = plain.encode() + "2021-01-01,Möwe Größe Straße\n".encode("cp1252")

    chronology, line = said(data, "a.csv")

    assert chronology.events[-1].title == "Möwe Größe Straße"
    assert "read as cp1252" in line


@pytest.mark.parametrize("data", ["[]".encode("utf-16-le"), b"a\0", b"\0", "date".encode("utf-32-le")])
def test_what_is_too_short_to_tell_is_refused_with_a_hint(data: bytes) -> None:
    for name in ("a.csv", "a.json", "a"):
        with pytest.raises(DataError, match="encoding"):
            from_text(data, name)


def test_a_place_in_utf_16_is_counted_in_characters() -> None:
    data = b"\xff\xfe" + "date,title\n2020,一\n".encode("utf-16-le") + b"\x00\xd8,\0"

    with pytest.raises(DataError, match=r"^a\.csv:3:1: not utf-16-le \(byte 0x00\)"):
        from_text(data, "a.csv")


def test_a_wrong_character_in_utf_16_without_a_mark_is_told_with_its_place() -> None:
    data = FILES["a.csv"].encode("utf-16-be") * 3

    with pytest.raises(DataError, match=r"^a\.csv:19:1: not utf-16-be \(byte 0xdc\)"):
        from_text(data + b"\xdc\0" + data, "a.csv")


@pytest.mark.parametrize("encoding", ["unicode_escape", "raw_unicode_escape"])
def test_half_a_character_that_an_encoding_brings_is_refused(encoding: str) -> None:
    with pytest.raises(DataError, match=f"not {encoding}"):
        from_text(b"date,title\n2020,\\ud800\n", "a.csv", encoding=encoding)


@pytest.mark.parametrize("encoding", [*MARKED, *BARE])
@pytest.mark.parametrize("name", ["a.json", "own.json", "a.csv", "a.md"])
def test_validate_and_list_agree_on_every_encoding(name: str, encoding: str, write: Write, inline: Inline) -> None:
    for extra in ("yaml", "charset_normalizer"):
        pytest.importorskip(extra)
    path = write(name, FILES[name].encode(encoding))
    broken = write(f"nul-{name}", FILES[name].replace("20", "2\0", 1))

    assert inline("list", "-f", path).code == 0
    assert " error: " not in inline("validate", path).out
    assert inline("list", "-f", broken).code == 2
    listed, (problem, *_) = inline("list", "-f", broken), inline("validate", broken).out.splitlines()
    assert listed.err == f"timeline: {problem.replace(' error:', '', 1)}\n"
