"""Where the bundled chronology lies: in the package of a wheel, else at the top of the repository."""

from pathlib import Path

import pytest

from relations_cli.model import bundled


def test_of_a_wheel_it_lies_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_PACKAGE", str(tmp_path / "src" / "package"))
    inside = tmp_path / "src" / "package" / "data" / "events.json"
    inside.parent.mkdir(parents=True)
    inside.write_text("{}", encoding="utf-8")

    assert bundled.bundled_path() == str(inside)


def test_of_an_editable_install_it_lies_at_the_top_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled, "_PACKAGE", str(tmp_path / "src" / "package"))

    assert bundled.bundled_path() == str(tmp_path / "data" / "events.json")
    assert Path(bundled.bundled_path()).is_absolute()
