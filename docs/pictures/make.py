"""The README's pictures, drawn by the program itself: ``python docs/pictures/make.py``.

Pictures of documents are pages as LibreOffice prints them; where it is missing they stay as they are.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PICTURES = {
    "timeline.svg": ["list", "--since", "2023-07", "--until", "2023-10-20", "-o", "timeline", "--to", "svg"],
    "show.svg": ["show", "2023-10-13-us-1000-containers", "-o", "svg"],
    "contested.svg": ["contested", "--tag", "troops", "--as-of", "2024-10-25", "-n", "4", "-o", "svg"],
    "figures.svg": ["figures", "--of", "containers", "-o", "svg"],
}
DOCUMENTS = {
    "docx.png": ["list", "--tag", "un", "--since", "2016", "--long", "-o", "docx"],
    "spreadsheet.png": ["list", "--tag", "un", "--since", "2016", "-o", "xlsx"],
}
_PAGE = ("-png", "-singlefile", "-r", "88", "-x", "50", "-y", "50", "-W", "640", "-H", "600")
"""What of the first page is shown."""
_SHEET = ("-png", "-singlefile", "-r", "100", "-x", "30", "-y", "40", "-W", "1110", "-H", "420")
"""The same of a page across."""


def main() -> None:
    """Draw every picture anew, as on the day of the release."""
    environment = os.environ | {"TIMELINE_TODAY": "2026-11-26", "XDG_CONFIG_HOME": "/nonexistent"}
    for name, args in PICTURES.items():
        command = [sys.executable, "-m", "relations_cli", *args]
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
        (HERE / name).write_bytes(done.stdout)
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        for name, args in DOCUMENTS.items():
            with tempfile.TemporaryDirectory() as folder:
                _print(Path(folder), name, [sys.executable, "-m", "relations_cli", *args], environment)


def _print(folder: Path, name: str, command: list[str], environment: dict[str, str]) -> None:
    """The picture of the first page of the document that the command writes."""
    written, printed = folder / f"page.{command[-1]}", folder / "page.pdf"
    written.write_bytes(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(written)]
    subprocess.run(office, capture_output=True, check=True)
    shown = _SHEET if command[-1] == "xlsx" else _PAGE
    subprocess.run(["pdftoppm", *shown, str(printed), str(HERE / name.removesuffix(".png"))], check=True)


if __name__ == "__main__":
    main()
