"""Workbooks, Word documents, mail, feeds and archives: what they hold is read or said."""

import os
from pathlib import Path

import msgspec
import pytest

from readers.offices import PICTURE, XLS, docx, ods, paragraph, xlsx, zipped
from readers.reads import from_text, reading_of, said, told
from relations_cli.errors import DataError, UsageError
from relations_cli.model.facts import Source
from relations_cli.readers.registry import read
from relations_cli.validation.validate import validate

HEADER = ("Date", "Title", "Place")
QUAY = xlsx({"Notes": [("No dates",)], "Days": [HEADER, (43832, "Opens", "Quay"), ("March 2020", "Closes", "")]})
DAYS = [("2020-01-02", "Opens"), ("2020-03", "Closes")]
MAIL = (
    b'From: "Ann Quay" <ann@quay.example>\r\nTo: bob@quay.example\r\nSubject: =?utf-8?q?The_quay_=E2=80=93_opens?=\r\n'
    b"Date: Tue, 05 Mar 2024 09:15:00 +0100\r\nMessage-ID: <1@quay.example>\r\n\r\nWith a band.\r\n"
)
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay news</title>{}</channel></rss>'
ITEM = (
    "<item><title>{}</title><link>https://quay.example/1</link>"
    "<pubDate>Tue, 26 May 2020 04:45:26 +0000</pubDate>{}</item>"
)
ROW, CELL = "<table:table-row{}>{}</table:table-row>", "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"


def explained(data: bytes, name: str) -> list[str]:
    reading = reading_of(name)
    read(data, reading)
    return [str(note) for note in reading.notes]


def test_the_sheet_with_the_most_dated_rows_is_read_and_the_others_are_told() -> None:
    assert told(from_text(QUAY, "a.xlsx")) == DAYS
    assert explained(QUAY, "a.xlsx") == [
        "a.xlsx: the sheet 'Notes' with 1 rows: sheet Notes reads it",
        "a.xlsx:1: the sheet 'Notes': A1: No dates",
    ]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a", "a.zip"])
def test_a_workbook_is_known_by_what_it_holds(name: str) -> None:
    assert told(from_text(QUAY, name)) == DAYS


def test_a_sheet_is_asked_for_by_its_name() -> None:
    two = xlsx({"A": [HEADER, (43832, "Opens", ""), (43833, "Shuts", "")], "B": [HEADER, (43834, "Burns", "")]})

    assert told(from_text(two, "a.xlsx", sheet="b")) == [("2020-01-04", "Burns")]
    with pytest.raises(UsageError, match="sheet: there is no 'C'"):
        from_text(two, "a.xlsx", sheet="C")


def test_a_title_above_the_header_merged_cells_and_days_since_1904() -> None:
    rows = [("The quay",), (), HEADER, (43832, "Opens", ""), ("", "Shuts", "")]

    assert told(from_text(xlsx({"S": rows}, merged="A4:A5"), "a.xlsx")) == [
        ("2020-01-02", "Opens"),
        ("2020-01-02", "Shuts"),
    ]
    mac = xlsx({"S": [HEADER, (43832 - 1462, "Opens", "")]}, since_1904=True)
    assert told(from_text(mac, "a.xlsx")) == [("2020-01-02", "Opens")]


def test_an_old_workbook_and_one_of_open_document() -> None:
    text = ' office:value-type="string"'
    header = ROW.format("", CELL.format(text, "Date") + CELL.format(text, "Title"))
    day = CELL.format(' office:value-type="date" office:date-value="2011-02-03"', "3/2/11")
    sheet = ods(header + ROW.format("", day + CELL.format(text, "Opens")))

    assert told(from_text(XLS, "a.xls")) == [("1999-05-06", "Old quay")]
    assert told(from_text(sheet, "a.ods")) == [("2011-02-03", "Opens")]


def test_an_old_workbook_whose_sectors_lead_in_a_circle_is_refused() -> None:
    table = (8 + 1) * 512  # sector 8 has the allocation table
    circle = XLS[:table] + b"\0" * 512 + XLS[table + 512 :]

    with pytest.raises(DataError, match="is no whole workbook"):
        from_text(circle, "a.xls")


def test_a_sheet_that_stands_for_more_cells_than_memory_has_is_refused() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    cell = CELL.format(' table:number-columns-repeated="9000" office:value-type="string"', "1999")
    many = ods(ROW.format(' table:number-rows-repeated="9000"', cell))

    for data, cells in ((xlsx({"S": [HEADER]}, more=far), "17,179,869,184"), (many, "81,000,000")):
        with pytest.raises(DataError, match=f"a sheet of {cells} cells, of which most are empty: save it as csv"):
            from_text(data, "a.xlsx")


@pytest.mark.parametrize("data", [QUAY, docx(paragraph("x")), zipped({"a.csv": "date,title\n2020,A\n"})])
def test_a_file_that_is_cut_is_refused_in_one_line(data: bytes) -> None:
    for length in range(4, len(data), 37):
        with pytest.raises(DataError) as caught:
            from_text(data[:length], "a.bin")
        assert "\n" not in str(caught.value)


def test_what_unpacks_to_more_than_its_length_allows_is_refused() -> None:
    bomb = zipped({"xl/workbook.xml": " " * 10_000_000})

    with pytest.raises(DataError, match=r"its [\d,]+ bytes unpack to more than [\d,]+: no_limits lifts the limit"):
        from_text(bomb, "a.xlsx")


def test_a_word_document_is_read_as_an_article() -> None:
    body = [
        paragraph("Chronology of the quay", "Title"),
        paragraph("5 March 2020: The quay is built."),
        paragraph("7 March 2020: It falls down."),
        paragraph("12 May 2021: It is built anew."),
    ]

    chronology, line = said(docx("".join(body)), "a.docx")

    assert told(chronology) == [
        ("2020-03-05", "The quay is built."),
        ("2020-03-07", "It falls down."),
        ("2021-05-12", "It is built anew."),
    ]
    assert line == "a.docx: 1 part left out (explain lists each)"


def test_a_message_is_an_event_of_its_day_and_keeps_its_headers() -> None:
    (event,) = from_text(MAIL, "a.eml").events

    assert (event.date[:10] if event.date else None, event.title) == ("2024-03-05", "The quay – opens")
    assert event.summary == "With a band."
    assert event.actors == ("Ann Quay",)
    assert event.extra["To"] == "bob@quay.example"
    assert event.extra["Message-ID"] == "<1@quay.example>"
    assert told(from_text(MAIL, "a")) == told(from_text(MAIL, "a.eml"))


def test_what_is_attached_is_said_and_html_is_words() -> None:
    headers = "Date: Tue, 05 Mar 2024 09:15:00 +0100\nSubject: A\nContent-Type: multipart/mixed; boundary=x\n"
    text = "\n--x\nContent-Type: text/html\n\n<p>It <b>opens</b></p>"
    parts = f'{headers}{text}\n--x\nContent-Type: application/pdf; name="plan.pdf"\n\nAAAA\n--x--\n'.encode()

    assert [event.summary for event in from_text(parts, "a.eml").events] == ["It opens"]
    assert explained(parts, "a.eml") == [
        "a.eml:1: the attached 'plan.pdf': an attachment is not read",
        "a.eml:1: 'attached': kept under extra, of 1 event",
    ]


def test_a_folder_of_mail_has_an_event_a_message() -> None:
    second = (
        b"From: bob@quay.example\nDate: Wed, 6 Mar 2024 10:00:00 GMT\nSubject: Re\nMessage-ID: <2@x>\n\n>From it.\n"
    )
    both = b"From a Tue Mar  5 09:15:00 2024\n" + MAIL + b"\nFrom b Wed Mar  6 10:00:00 2024\n" + second

    events = from_text(both, "a.mbox").events

    assert [event.title for event in events] == ["The quay – opens", "Re"]
    assert events[1].summary == "From it."


def test_an_entry_of_a_feed_is_an_event_of_the_day_on_which_it_was_published() -> None:
    more = "<description>After &lt;i&gt;ten&lt;/i&gt; years.</description><guid>g1</guid>"
    (event,) = from_text(RSS.format(ITEM.format("The mill turns", more)), "a.xml").events

    assert (event.date or "")[:10] == "2020-05-26"
    assert (event.title, event.summary) == ("The mill turns", "After ten years.")
    assert event.sources == (Source(url="https://quay.example/1"),)
    assert event.extra["id"] == "g1"


def test_an_entry_without_a_title_has_its_first_sentence() -> None:
    text = RSS.format(ITEM.format("", "<description>It turns. At last.</description>"))

    assert [event.title for event in from_text(text, "a.rss").events] == ["It turns"]


def test_a_feed_that_is_cut_is_refused() -> None:
    with pytest.raises(DataError, match="is no whole feed"):
        from_text("<rss><channel>", "a.xml")


def test_an_archive_is_read_as_a_folder() -> None:
    held: dict[str, str | bytes] = {
        "b/a.csv": "date,title\n2020-01-01,A\n",
        "a.xlsx": QUAY,
        "pic.png": b"\x89PNG",
        "__MACOSX/._a": "x",
    }

    assert sorted(told(from_text(zipped(held), "a.zip"))) == [("2020-01-01", "A"), *DAYS]
    assert "a.zip: 'pic.png' in the archive: no file of events" in explained(zipped(held), "a.zip")


def test_an_archive_in_an_archive_is_told_and_not_unpacked() -> None:
    inner = zipped({"b.csv": "date,title\n2020-01-02,B\n"})
    held = zipped({"a.csv": "date,title\n2020-01-01,A\n", "b.zip": inner, "c.csv": inner})

    assert told(from_text(held, "a.zip")) == [("2020-01-01", "A")]
    assert [note for note in explained(held, "a.zip") if "unpack it" in note] == [
        f"a.zip: '{name}' in the archive: an archive: unpack it" for name in ("b.zip", "c.csv")
    ]


def test_a_broken_file_in_an_archive_is_told_and_the_others_are_read() -> None:
    held = zipped({"a.csv": "date,title\n2020-01-01,A\n", "b.csv": "date,title\nx,B\n"})

    assert told(from_text(held, "a.zip")) == [("2020-01-01", "A")]
    assert any(note.startswith("a.zip/b.csv:2: 'x'") for note in explained(held, "a.zip"))
    with pytest.raises(DataError, match=r"a\.zip: holds no chronology"):
        from_text(zipped({"pic.png": "x"}), "a.zip")


def test_validate_judges_a_container_as_its_reader_does(tmp_path: Path) -> None:
    for name, data in {"a.xlsx": QUAY, "a.eml": MAIL, "a.xls": XLS}.items():
        assert [one for one in validate(data, name, (2026, 1, 1)) if one.severity == "error"] == []
    cut = QUAY[: len(QUAY) // 2]
    assert [one.severity for one in validate(cut, str(tmp_path / "cut.xlsx"), (2026, 1, 1))] == ["error"]


def test_numbers_and_times_of_a_sheet_are_texts_as_csv_has_them() -> None:
    rows: list[tuple[str | float, ...]] = [
        ("Date", "Title", "Seen"),
        (43832, "Opens", 43833.5),
        (43833, "Shuts", 43834),
    ]
    first, second = from_text(xlsx({"S": rows}), "a.xlsx").events

    assert first.date == "2020-01-02"
    assert (first.extra["Seen"], second.extra["Seen"]) == ("2020-01-03T12:00", "2020-01-04")
    plain = xlsx(
        {"S": [("Date", "Title", "Count")]},
        more='<row r="2"><c r="A2" t="inlineStr"><is><t>2020</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>Opens</t></is></c><c r="C2"><v>3</v></c></row>',
    )
    assert from_text(plain, "a.xlsx").events[0].extra == {"Count": "3"}


@pytest.mark.parametrize(("written", "date"), [("T00:00:00", ""), ("T09:15:00", "T09:15"), ("T09:15:30", "T09:15:30")])
def test_a_day_and_its_midnight_are_the_day(written: str, date: str) -> None:
    text = ' office:value-type="string"'
    day = CELL.format(f' office:value-type="date" office:date-value="2011-02-03{written}"', "x")
    header = ROW.format("", CELL.format(text, "Date") + CELL.format(text, "Title"))

    assert told(from_text(ods(header + ROW.format("", day + CELL.format(text, "A"))), "a.ods")) == [
        (f"2011-02-03{date}", "A")
    ]


def test_a_cell_of_a_time_alone_is_the_minute() -> None:
    text = ' office:value-type="string"'
    cells = [CELL.format(' office:value-type="date" office:date-value="2011-02-03"', "x")]
    cells += [CELL.format(' office:value-type="time" office:time-value="PT09H15M00S"', "x"), CELL.format(text, "A")]
    header = ROW.format("", "".join(CELL.format(text, name) for name in ("Date", "Time", "Title")))

    assert told(from_text(ods(header + ROW.format("", "".join(cells))), "a.ods")) == [("2011-02-03T09:15", "A")]


def test_when_an_entry_was_published_counts_and_when_it_was_changed_is_kept() -> None:
    times = "<published>2021-06-01T08:00:00Z</published><updated>2021-06-02T08:00:00Z</updated>"
    link = '<link href="mailto:a@quay.example"/>'
    entry = f"<entry><title>A</title><id>urn:1</id>{link}{times}</entry>"
    (event,) = from_text(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{entry}</feed>', "a.atom").events

    assert event.date == "2021-06-01T08:00:00Z"
    assert event.extra["updated"] == "2021-06-02T08:00:00Z"
    assert event.sources == ()


def test_a_locked_archive_is_refused_with_what_to_do() -> None:
    data = bytearray(zipped({"a.csv": "date,title\n2020,A\n"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(DataError, match=r"a\.zip: is locked with a password: save it without one"):
        from_text(bytes(data), "a.zip")


def test_of_a_file_in_an_archive_that_is_not_read_no_more_is_told_than_why() -> None:
    held = zipped({"a.csv": "date,title\n2020-01-01,A\n", "b.csv": "above\ndate,title\nx,B\n"})

    assert [note for note in explained(held, "a.zip") if "above" in note] == []


def test_a_text_that_begins_as_a_message_does_is_text() -> None:
    words = "Received: a letter\nMessage-ID: none\n\n5 March 2020: It opens.\n\n6 March 2020: It shuts.\n"

    assert told(from_text(words, "a.txt")) == [("2020-03-05", "It opens."), ("2020-03-06", "It shuts.")]


def test_the_paragraphs_of_a_word_document_are_its_lines() -> None:
    body = [paragraph("Above"), paragraph("5 March 2020: It opens."), paragraph("6 March 2020: It shuts.")]

    assert explained(docx("".join(body) + paragraph("7 March 2020: It burns.")), "a.docx")[0].startswith("a.docx:1:")
    late = [*body[1:], paragraph("12 Mar"), paragraph("7 March 2020: It burns.")]
    assert all(not note.startswith("a.docx:1:") for note in explained(docx("".join(late)), "a.docx"))


def test_pictures_of_a_word_document_are_counted() -> None:
    body = [paragraph("5 March 2020: It opens."), PICTURE, paragraph("6 March 2020: It shuts."), PICTURE]

    assert "a.docx: 2 pictures: no text" in explained(docx("".join(body), b"\x89PNG"), "a.docx")


def test_a_message_within_another_and_what_stands_around_parts_is_text() -> None:
    mail = (
        "From: a@x.example\nDate: Tue, 5 Mar 2024 09:15:00 -0500\nSubject: Outer\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\nabove\n--b\nContent-Type: text/html\n\n<p>marked</p>\n'
        "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: message/rfc822\n\n"
        "From: z@x.example\nSubject: Inner\nDate: Mon, 4 Mar 2024 08:00:00 +0000\n\nwithin\n--b--\nbelow\n"
    )
    (event,) = from_text(mail, "a.eml").events

    assert (event.date, event.title) == ("2024-03-05T09:15:00-05:00", "Outer")
    for words in ("above", "marked", "plain", "z@x.example", "Subject: Inner", "within", "below"):
        assert words in (event.summary or "")


def test_a_header_over_which_the_library_falls_is_refused_or_skipped() -> None:
    broken = mail(b"Content-Type: text/plain; charset*=utf-8''x%ZZ; name*0=a; name*")

    with pytest.raises(DataError, match="a message has a header that cannot be read: mend its Content-Type"):
        from_text(broken, "a.eml")
    box = b"From a 2024\n" + mail() + b"\nFrom b 2024\n" + broken
    assert len(from_text(box, "a.mbox", skip_bad=True).events) == 1


def test_bytes_around_parts_are_letters() -> None:
    head = b"Date: Tue, 5 Mar 2024 09:15:00 -0500\nSubject: A\nContent-Type: multipart/mixed; boundary=b\n\n"

    for body in ("Änne\n--b\n\nx\n--b--\n".encode(), "Änne".encode(), b"--b\n\nx\n--b--\n\xc4nne"):
        (event,) = from_text(head + body, "a.eml").events
        assert "nne" in (event.summary or "")
        assert msgspec.json.encode(event)


def test_a_message_whose_parts_are_nowhere_keeps_its_text() -> None:
    mail = "Date: Tue, 5 Mar 2024 09:15:00 -0500\nSubject: A\nContent-Type: multipart/mixed; boundary=b\n\nwords\n"

    assert [event.summary for event in from_text(mail, "a.eml").events] == ["words"]


def test_what_a_feed_says_of_itself_is_told() -> None:
    feed = (
        '<rss version="2.0"><channel><title>T</title><description>About &lt;b&gt;words&lt;/b&gt;</description>'
        "<language>en</language><item><title>A</title><pubDate>Tue, 26 May 2020 04:45:26 GMT</pubDate></item>"
        "</channel></rss>"
    )

    assert explained(feed.encode(), "a.rss") == [
        "a.rss: 'language' is of no entry: en",
        "a.rss: 'subtitle' is of no entry: About words",
    ]


@pytest.mark.parametrize("place", ["yesterdayB2", "ZZZ1", "A9999999", "", "B-2"])
def test_a_cell_at_a_place_that_no_sheet_has_is_refused_before_a_library_makes_a_table_of_it(place: str) -> None:
    cell = f'<row r="2"><c r="{place}" t="inlineStr"><is><t>2020</t></is></c></row>'

    with pytest.raises(DataError, match="is no whole workbook"):
        from_text(xlsx({"S": [HEADER, (43832, "Opens", "")]}, more=cell), "a.xlsx")


def test_a_spreadsheet_whose_xml_breaks_off_is_refused() -> None:
    row = "<table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell>"

    for rows in (row, f"{row}</table:row>", f"<!DOCTYPE a>{row}&b;</table:table-row>"):
        with pytest.raises(DataError, match="is no whole workbook"):
            from_text(ods(rows), "a.ods")
    declared = ods("").replace(b"mimetype", b"mimetypf")
    with pytest.raises(DataError):
        from_text(declared, "a.ods")


def changed(found: str, at: int, new: bytes) -> bytes:
    """The old workbook with other bytes behind those that are found."""
    start = XLS.index(bytes.fromhex(found)) + at
    return XLS[:start] + new + XLS[start + len(new) :]


@pytest.mark.parametrize(
    "data",
    [
        changed("00020e00", 4, b"\x05"),  # the first row lies behind the last
        changed("00020e00", 8, b"\xff\xff\xff\xff"),
        changed("fc002200", 8, b"\xff\xff\xff\x7f"),  # so many texts are shared
        changed("57006f0072006b0062006f006f006b00", 0, b"X"),  # no stream of that name
    ],
)
def test_an_old_workbook_with_counts_that_it_has_no_room_for_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="is no whole workbook"):
        from_text(data, "a.xls", reader="xls")


def test_an_old_workbook_with_a_cell_far_away_is_a_sheet_of_too_many_cells() -> None:
    far = changed("7e020a00", 4, b"\xff\xff\xff\xff")

    with pytest.raises(DataError, match="a sheet of 4,294,967,296 cells, of which most are empty"):
        from_text(far, "a.xls")


def test_a_name_of_a_stream_ends_at_its_first_zero() -> None:
    assert told(from_text(changed("57006f0072006b0062006f006f006b00", 18, b"X"), "a.xls")) == [
        ("1999-05-06", "Old quay")
    ]


@pytest.mark.parametrize("data", [XLS[:-5], XLS[:0x202] + b"\0" + XLS[0x203:]])
def test_what_a_library_prints_of_its_own_faults_is_not_printed(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DataError, match="is no whole workbook"):
        from_text(data, "a.xls")

    assert capfd.readouterr() == ("", "")


def test_a_workbook_is_read_where_standard_error_is_closed() -> None:
    kept = os.dup(2)
    os.close(2)
    try:
        assert told(from_text(QUAY, "a.xlsx")) == DAYS
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def test_a_file_without_a_name_in_an_archive_is_told() -> None:
    held = zipped({"": "x", "a.csv": "date,title\n2020-01-01,A\n"})

    assert told(from_text(held, "a.zip")) == [("2020-01-01", "A")]
    assert "a.zip: '' in the archive: no file of events" in explained(held, "a.zip")


def test_a_feed_over_which_the_library_falls_is_refused() -> None:
    with pytest.raises(DataError, match="is no whole feed: get it again"):
        from_text('<rss version="2.0"><channel><title>A</b>&#xD800;<2020-01-01description>', "a.rss")


def mail(*headers: bytes, body: bytes = b"It opens.") -> bytes:
    return b"\n".join((b"Date: Tue, 05 Mar 2024 09:15:00 +0100", b"Subject: A", *headers, b"", body, b""))


def test_letters_of_headers_that_are_written_as_they_are_stay() -> None:
    (event,) = from_text(mail("To: Änne <a@quay.example>".encode(), b"X-Odd: \xfe"), "a.eml").events

    assert event.extra["To"] == "Änne <a@quay.example>"
    assert event.extra["X-Odd"] == "\ufffd"


@pytest.mark.parametrize(
    "header",
    [
        b"Resent-Date: Tue, 05 Mar 99999999999999999999 09:15:00 +0100",
        b"Resent-Date: 05 Mar 2024 09:15:00 +99999999999",
        b"From: =?utf-7?q?+2AA-?= <a@b>",
        b"To: group: a@b, c@@d;bob, <>, (",
        b"Message-ID: <a@@[",
        b"Content-Type: text/plain; charset=\"no such\"; name*0*=utf-8''%FF",
        b"Content-Type: ;;;",
        b"Content-Type: text/plain; charset=utf-7",
        b"Content-Disposition: attachment; filename*=utf-9''%ZZ",
        b"Content-Transfer-Encoding: x; y",
    ],
)
def test_a_header_that_the_library_cannot_read_costs_no_message(header: bytes) -> None:
    (event,) = from_text(mail(header, body=b"+2AA- opens."), "a.eml").events

    assert (event.date, event.title) == ("2024-03-05T09:15:00+01:00", "A")
    assert msgspec.json.encode(event)


def test_validate_names_the_file_in_an_archive_that_cannot_be_read() -> None:
    good, bad = "date,title\n2020-01-01,A\n", '{"a" 1}'

    for held in ({"a.csv": good, "b/b.json": bad}, {"b/b.json": bad}):
        problems = validate(zipped(held), "a.zip", (2026, 1, 1))
        assert [(one.file, one.line, one.column) for one in problems if one.severity == "error"] == [
            ("a.zip/b/b.json", 1, 6)
        ]
    skipped = validate(zipped({"a.csv": good, "c.csv": "date,title\n2020,B\nx,C\n"}), "a.zip", (2026, 1, 1))
    assert [(one.file, one.line, one.severity) for one in skipped][-1] == ("a.zip/c.csv", 3, "error")


@pytest.mark.parametrize(("zone", "edtf"), [("", ""), (" +0900", "+09:00"), (" GMT", "+00:00"), (" -0000", "+00:00")])
def test_a_mail_without_a_zone_has_none(zone: str, edtf: str) -> None:
    (event,) = from_text(f"From: A <a@b.c>\nDate: Fri, 1 Mar 2024 09:00:00{zone}\nSubject: S\n\nx\n", "a.eml").events

    assert event.date == f"2024-03-01T09:00:00{edtf}"


def test_scripts_and_styles_of_a_mail_in_html_are_no_text() -> None:
    page = "<style>p {color: red}</style><p>Opens.</p><SCRIPT type='x'>alert(1)</SCRIPT ><p>Shuts.</p>"
    head = "From: A <a@b.c>\nDate: Fri, 1 Mar 2024 09:00:00 GMT\nSubject: S\nContent-Type: text/html\n\n"
    (event,) = from_text(f"{head}{page}\n", "a.eml").events

    assert (event.summary or "").split() == ["Opens.", "Shuts."]
