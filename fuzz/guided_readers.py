"""Bytes that nobody meant as a chronology, for every reader: it reads or refuses them, in bounded time.

    python fuzz/guided_readers.py [READER] [libFuzzer's options] [folder of seeds]

Without a READER, the first byte of the input chooses one. ``--seeds FOLDER`` copies seeds from tests/readers/corpus.
"""

import sys
import time
from importlib import import_module
from pathlib import Path

import atheris
from msgspec.structs import replace

from machine.live import live_character

with atheris.instrument_imports(include=["relations_cli", "icalendar"]):
    from relations_cli.errors import TimelineError
    from relations_cli.readers.reading import Options, Reading
    from relations_cli.readers.registry import READERS, read

    for module in (
        *(f"relations_cli.readers.{one.home}" for one in READERS.values()),
        "relations_cli.readers.documents.document",
        "relations_cli.readers.documents.timelinejs",
    ):
        import_module(module)

CORPUS = Path(__file__).parents[1] / "tests" / "readers" / "corpus"
NAMES = sorted(READERS)
SUFFIXES = {"frontmatter": ".md"}
LONGEST = 5.0
"""Seconds; the inputs are of a few kilobytes at most."""
HOW = (Options(), Options(skip_bad=True, dates="dmy", pivot=1950), Options(skip_bad=True, columns={"date": "when"}))


def one_input(data: bytes, chosen: str | None = None) -> None:
    """Read the bytes as one format, strictly and leniently."""
    if not data:
        return
    name = chosen or NAMES[data[0] % len(NAMES)]
    body = data if chosen else data[1:]
    start = time.perf_counter()
    for how in HOW:
        options = replace(how, reader=name)
        reading = Reading(name="fuzz", path=f"fuzz{SUFFIXES.get(name, f'.{name}')}", options=options)
        try:
            chronology = read(body, reading)
        except TimelineError as error:
            if "\n" in str(error) or live_character(str(error)):
                raise AssertionError(f"an error that is not one plain line: {error!r}") from error
        else:
            ids = [event.id for event in chronology.events]
            if len(ids) != len(set(ids)):
                raise AssertionError(f"ids given twice: {ids}")
    taken = time.perf_counter() - start
    if taken > LONGEST:
        raise AssertionError(f"{taken:.1f} s for {len(data):,} bytes as {name}")


def write_seeds(folder: Path) -> None:
    """Copy the corpus as seeds, each with the byte of its reader in front, and without one for a single reader."""
    of_suffix = {".yml": "yaml", ".md": "frontmatter", ".markdown": "frontmatter", ".gz": "csv"}
    for file in sorted(CORPUS.rglob("*")):
        if file.is_dir() or file.name.endswith(".expected.json"):
            continue
        name = of_suffix.get(file.suffix, file.suffix.lstrip("."))
        if name in READERS:
            data = file.read_bytes()
            (folder / "all").mkdir(parents=True, exist_ok=True)
            (folder / name).mkdir(exist_ok=True)
            (folder / "all" / file.name).write_bytes(bytes([NAMES.index(name)]) + data)
            (folder / name / f"{file.parent.name}-{file.name}").write_bytes(data)


def main() -> None:
    """Fuzz one reader, or all."""
    if len(sys.argv) > 2 and sys.argv[1] == "--seeds":  # noqa: PLR2004
        write_seeds(Path(sys.argv[2]))
        return
    chosen = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in READERS else None
    atheris.Setup(sys.argv, lambda data: one_input(data, chosen))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
