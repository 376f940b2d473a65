"""Files in which a result is built: nobody sees them, and nothing is left of them."""

import datetime
import signal
import tempfile
from pathlib import Path

import pytest

from relations_cli.model.facts import Chronology, Event
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.format import How
from relations_cli.writers.nameless import nameless


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files lie."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", ["docx", "sqlite", "xlsx"])
def test_while_a_result_is_built_no_file_has_a_name(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = select(
        Chronology(title="A", events=(Event(id="a", date="2024", title="A"),)),
        Query.of(today=datetime.date(2026, 11, 26)),
    )
    seen: list[list[Path]] = []

    def status(_hit: Hit) -> str:
        seen.append(list(folder.iterdir()))
        return "alleged"

    monkeypatch.setattr(Hit, "status", property(status))

    assert b"".join(rendered(WRITERS[name], answer, How()))  # type: ignore[arg-type]
    assert seen
    assert not any(seen)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals of this system do not wait")
def test_a_signal_waits_until_the_file_has_lost_its_name(folder: Path) -> None:
    """What ends the process would leave it."""
    came: list[list[Path]] = []
    before = signal.signal(signal.SIGTERM, lambda *_: came.append(list(folder.iterdir())))
    try:
        with nameless() as (path, file, unnamed):
            signal.raise_signal(
                signal.SIGTERM
            )  # to this thread: the process may have others here, and they do not wait
            Path(path).write_bytes(b"built")
            assert came == []
            unnamed()
            assert came == [[]]
            assert file.read() == b"built"
    finally:
        signal.signal(signal.SIGTERM, before)


def test_where_it_is_not_opened_its_name_is_gone_as_well(folder: Path) -> None:
    with pytest.raises(OSError, match="full"), nameless():
        raise OSError("full")

    assert list(folder.iterdir()) == []
    if hasattr(signal, "pthread_sigmask"):
        assert signal.SIGTERM not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
