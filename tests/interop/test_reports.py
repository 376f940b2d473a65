"""Reports in the programs that they are for: pandoc, LibreOffice, and a browser's parser."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from golden import CHRONOLOGY
from program import Inline
from programs import program

pytestmark = pytest.mark.interop
ASKED = ("list", "-f", str(CHRONOLOGY), "--year", "2022", "--long")


def shown(*args: object) -> str:
    done = subprocess.run(list(map(str, args)), capture_output=True, encoding="utf-8", check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stdout


def titles_of(inline: Inline) -> list[str]:
    return [row["title"] for row in json.loads(inline(*ASKED, "-o", "json").out)]


def flat(text: str) -> str:
    return " ".join(text.split())


def written(value: Any) -> str:
    """The words of a part of pandoc's tree."""
    if isinstance(value, dict):
        kind, content = value.get("t"), value.get("c", "")
        if kind == "Str":
            return str(content)
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        quotes = (
            "''" if kind == "Quoted" and content[0]["t"] == "SingleQuote" else '""' if kind == "Quoted" else ("", "")
        )
        return "" if kind == "Note" else quotes[0] + written(content) + quotes[1]
    return "".join(map(written, value)) if isinstance(value, list) else ""


def count(value: Any, kind: str) -> int:
    if isinstance(value, dict):
        return (value.get("t") == kind) + sum(count(one, kind) for one in value.values())
    return sum(count(one, kind) for one in value) if isinstance(value, list) else 0


@pytest.mark.parametrize("reader", ["markdown", "gfm"])
def test_pandoc_reads_the_list_and_its_footnotes(reader: str, inline: Inline, tmp_path: Path) -> None:
    out = tmp_path / "x.md"
    inline(*ASKED, "-o", str(out))
    rows = json.loads(inline(*ASKED, "-o", "json").out)

    tree = json.loads(shown(program("pandoc"), "-f", f"{reader}-smart+footnotes", "-t", "json", out))

    assert [block["t"] for block in tree["blocks"]] == ["BulletList"]
    assert len(tree["blocks"][0]["c"]) == len(rows)
    assert count(tree, "Note") == sum(len(row["sources"]) for row in rows)
    assert count(tree, "RawInline") == count(tree, "RawBlock") == count(tree, "Math") == count(tree, "Cite") == 0
    text = flat(written(tree["blocks"]))
    assert [row["title"] for row in rows if row["title"] not in text] == []


def test_pandoc_reads_tables_and_sections(inline: Inline, tmp_path: Path) -> None:
    for name, args in {
        "t": ["list", "-f", str(CHRONOLOGY), "-o"],
        "c": ["claims", "-f", str(CHRONOLOGY), "-o"],
    }.items():
        out = tmp_path / f"{name}.md"
        inline(*args, str(out), *(["--to", "markdown-table"] if name == "t" else []))
        tree = json.loads(shown(program("pandoc"), "-f", "gfm", "-t", "json", out))
        assert [block["t"] for block in tree["blocks"]] == ["Table"]
    out = tmp_path / "show.md"
    inline("show", "-f", str(CHRONOLOGY), "2022-05-26", "-o", str(out))
    tree = json.loads(shown(program("pandoc"), "-f", "gfm+footnotes", "-t", "json", out))
    assert tree["blocks"][0]["t"] == "Header"


def test_pandoc_reads_the_document(inline: Inline, tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    inline(*ASKED, "-o", str(out))

    text = flat(shown(program("pandoc"), "-t", "plain", "--wrap=none", out))

    assert [title for title in titles_of(inline) if title not in text] == []
    assert "http" in text.partition("Sources")[2]


def test_libreoffice_opens_the_documents(inline: Inline, tmp_path: Path) -> None:
    for name, more in {"x.docx": (), "n.docx": ("--numbered",)}.items():
        inline(*ASKED, *more, "-o", str(tmp_path / name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    paths = [tmp_path / "x.docx", tmp_path / "n.docx"]
    shown(program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *paths)

    for name in ("x.pdf", "n.pdf"):
        text = flat(shown(program("pdftotext"), "-raw", tmp_path / name, "-"))
        begins = [" ".join(title.split()[:5]) for title in titles_of(inline)]  # a row may go on on the next page
        assert [title for title in begins if title not in text] == []
