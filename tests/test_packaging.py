"""What is shipped: the committed files that are meant to be, and none of whoever built it.

TIMELINE_DIST names a folder in which an sdist and a wheel lie already; else they are built here.
"""

import importlib.util
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from relations_cli import __version__

ROOT = Path(__file__).parents[1]
NAME = f"relations_cli-{__version__}"
NOT_SHIPPED = (".ci/",)
"""What only serves the repository."""
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
TABLES = {"relations_cli/dates/tongues/words.json"}
"""What is data and lies beside its module."""
DATA = {"chronology-1.schema.json", "events.json"}


def committed() -> set[str]:
    """The files of the repository by their paths; outside of one, as in an unpacked sdist, there is nothing to say."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no repository")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return {name for name in listed.stdout.split("\0") if name}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both."""
    given = os.environ.get("TIMELINE_DIST")
    if given:
        return Path(given)
    if importlib.util.find_spec("hatchling") is None:
        if os.environ.get("TIMELINE_TEST_ALL"):
            pytest.fail("hatchling, which builds the package, is not installed")
        pytest.skip("hatchling, which builds the package, is not installed")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> dict[str, bytes]:
    """The files of the wheel."""
    with zipfile.ZipFile(dist / f"{NAME}-py3-none-any.whl") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sdist(dist: Path) -> dict[str, bytes]:
    """The files of the sdist, by their paths below its one folder."""
    found = {}
    with tarfile.open(dist / f"{NAME}.tar.gz") as archive:
        for member in archive:
            assert member.isfile(), f"{member.name}: a link or a folder"
            assert member.name.startswith(f"{NAME}/")
            content = archive.extractfile(member)
            assert content is not None
            found[member.name.removeprefix(f"{NAME}/")] = content.read()
    return found


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: dict[str, bytes]) -> None:
    package = {name.removeprefix("src/") for name in committed() if name.startswith("src/relations_cli/")}

    assert {PurePosixPath(name).suffix for name in package - TABLES} == {".py", ".typed"}
    assert package > TABLES
    assert set(wheel) == (
        package | {f"relations_cli/data/{name}" for name in DATA} | {f"{NAME}.dist-info/{name}" for name in METADATA}
    )
    assert "relations_cli/py.typed" in wheel


def test_the_sdist_holds_what_is_committed_and_nothing_else(sdist: dict[str, bytes]) -> None:
    assert set(sdist) == {name for name in committed() if not name.startswith(NOT_SHIPPED)} | {"PKG-INFO"}


def test_what_is_shipped_is_what_was_committed(wheel: dict[str, bytes], sdist: dict[str, bytes]) -> None:
    for name in committed() & set(sdist):
        assert sdist[name] == (ROOT / name).read_bytes(), name
    for name in DATA:
        assert wheel[f"relations_cli/data/{name}"] == (ROOT / "data" / name).read_bytes()
    assert wheel["relations_cli/__main__.py"] == sdist["src/relations_cli/__main__.py"]


def test_nothing_shipped_tells_of_the_machine_that_built_it(wheel: dict[str, bytes], sdist: dict[str, bytes]) -> None:
    here = {str(ROOT).encode(), str(Path(sys.prefix)).encode(), f"{Path.home()}/.".encode()}

    told = [name for files in (wheel, sdist) for name, data in files.items() for path in here if path in data]
    assert told == []


def test_the_wheel_starts_one_program_and_needs_what_pyproject_says(wheel: dict[str, bytes]) -> None:
    assert wheel[f"{NAME}.dist-info/entry_points.txt"].decode().split("\n") == [
        "[console_scripts]",
        "timeline = relations_cli.__main__:main",
        "",
    ]
    metadata = wheel[f"{NAME}.dist-info/METADATA"].decode().partition("\n\n")[0].splitlines()
    needed = {line.partition(": ")[2] for line in metadata if line.startswith("Requires-Dist") and ";" not in line}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert set(map(named, needed)) == set(map(named, declared))


def named(requirement: str) -> str:
    """The name of what is required."""
    return re.split("[<>=]", requirement)[0].strip()
