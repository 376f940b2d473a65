"""What a run is given from outside, and that nothing of it is remembered for the next."""

import datetime
from pathlib import Path

import pytest

from relations_cli.cli.app import run
from relations_cli.cli.session import Session
from relations_cli.cli.settings import Settings
from relations_cli.errors import UsageError


def session(**environment: str) -> Session:
    return Session(environment=environment, settings=Settings(), completing=lambda *_: [], spelling=str, short=str)


def test_today_is_fixed_by_the_environment() -> None:
    assert session(TIMELINE_TODAY="2020-02-29").today == datetime.date(2020, 2, 29)
    for unset in (session(), session(TIMELINE_TODAY="")):
        assert unset.today == datetime.datetime.now().astimezone().date()


@pytest.mark.parametrize("wrong", ["2020-02-30", "2020", "20200229"])
def test_a_day_that_is_none_is_refused_by_its_name(wrong: str) -> None:
    with pytest.raises(UsageError) as raised:
        _ = session(TIMELINE_TODAY=wrong).today

    assert str(raised.value) == f"TIMELINE_TODAY: '{wrong}' is no day: write YYYY-MM-DD"


def test_the_settings_are_those_of_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither what an earlier run read nor the arguments of the process count."""
    home = tmp_path / "timeline"
    home.mkdir()
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"id": "a", "date": "2020", "title": "T"}\n', encoding="utf-8")
    (home / "config.toml").write_text(f"[alias]\nhow-many = \"count -f '{mine}'\"\n", encoding="utf-8")
    with_file = {"XDG_CONFIG_HOME": str(tmp_path)}

    assert run(["how-many"], with_file) == 0
    assert run(["--no-config", "how-many"], with_file) == 2
    assert run(["how-many"], {"XDG_CONFIG_HOME": "/nonexistent"}) == 2
    assert run(["how-many"], with_file) == 0
    assert capsys.readouterr().out.split() == ["1", "1"]
