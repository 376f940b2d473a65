"""LibreOffice opens our workbooks, and our csv for Excel."""

import json
import subprocess
from pathlib import Path

import pytest

from golden import CHRONOLOGY
from program import Run
from programs import program


def converted(path: Path, to: str, *options: str) -> Path:
    """What LibreOffice makes of a file, in a profile of its own."""
    profile = (path.parent / "profile").as_uri()
    command = [program("soffice"), "--headless", *options, f"-env:UserInstallation={profile}", "--convert-to", to]
    subprocess.run([*command, "--outdir", str(path.parent), str(path)], capture_output=True, check=True, timeout=180)
    return path.with_suffix(f".{to.partition(':')[0]}")


@pytest.mark.interop
def test_libreoffice_prints_a_workbook_with_its_titles(timeline: Run, tmp_path: Path) -> None:
    reader, path = program("pdftotext"), tmp_path / "x.xlsx"
    asked = ("-f", str(CHRONOLOGY), "--since", "2022-05", "--until", "2022-05")
    assert timeline("list", *asked, "-o", str(path)).returncode == 0

    done = subprocess.run([reader, "-raw", str(converted(path, "pdf")), "-"], capture_output=True, check=True)

    text = "".join(done.stdout.decode().split())
    rows = json.loads(timeline("list", *asked, "--json", "title").stdout)
    assert rows
    assert [row["title"] for row in rows if "".join(row["title"].split()) not in text] == []


@pytest.mark.interop
def test_libreoffice_takes_the_mark_of_csv_for_excel_for_no_text(timeline: Run, tmp_path: Path) -> None:
    table, path = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("date,title\n2024-03-01,Russia\u2013North Korea \ubd81\ud55c\n", encoding="utf-8")
    done = timeline("list", "-f", str(table), "-o", str(path), "--excel", "--fields", "date,title")
    assert done.returncode == 0

    held = converted(path, "txt:Text - txt - csv (StarCalc):44,34,76", "--infilter=CSV:44,34,76").read_text(
        encoding="utf-8-sig"
    )

    assert held.splitlines() == ["date,title", "2024-03-01,Russia\u2013North Korea \ubd81\ud55c"]
