"""Which format a file has: by its suffix, else by how it begins."""

import pytest

from relations_cli.readers.sniffing import format_of


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("a.CSV", "", "csv"),
        ("a.csv.gz", "", "csv"),
        ("20130401.export.CSV", "", "csv"),
        ("a.geojson", "{", "json"),
        ("a.json", '{"a": 1}\n{"a": 2}\n', "jsonl"),
        ("a.json", '{"a": 1}\n', "json"),
        ("a.yaml", "", "yaml"),
        ("a.tab", "", "tsv"),
        ("a", "BEGIN:VCALENDAR\r\n", "ics"),
        ("a", "\ufeff[1]", "json"),
        ("a", '{"id": "a"}\n{"id": "b"}\n', "jsonl"),
        ("a", '{"1914": "A", "1918": "B"}\n', "json"),
        ("a", '{"id": "a", "date": "2020", "title": "A"}\n', "jsonl"),
        ("a", "Date;Title\n2020;A\n", "csv"),
        ("a.txt", "A\tConsult\tB\t2014-01-01\n", "csv"),
        ("a", "- date: 2020\n  title: A\n", "yaml"),
        ("a", "---\ntitle: A\n---\ntext\n", "frontmatter"),
        ("a.mmd", "timeline", "mermaid"),
        ("a", "anything else", "text"),
    ],
)
def test_the_format_is_told(path: str, content: str, expected: str) -> None:
    assert format_of(content.encode(), path) == expected


@pytest.mark.parametrize(
    "text", ["| Date | Event |\n|---|:-:|\n| 2021 | A |\n", "Date | Event\n--- | ---\n2021 | A\n2022 | B\n"]
)
def test_a_table_of_markdown_is_an_article_however_it_begins(text: str) -> None:
    assert format_of(text.encode(), "x.md") == "markdown"
