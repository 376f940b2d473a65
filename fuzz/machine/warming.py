"""Everything imported before the first run, so that shifts begin warm and no run is charged for it."""

import gc
import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


def warm(*, fast: bool = False) -> None:
    """Import the program with all that it loads late.

    Args:
        fast: let it build the declarations of a command once instead of in every run, which takes two thirds of one.
    """
    import relations_cli

    for module in pkgutil.walk_packages(relations_cli.__path__, "relations_cli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    if fast:
        _build_once()
    gc.collect()
    gc.freeze()


def _build_once() -> None:
    from relations_cli.cli import COMMANDS, app

    build = app._command  # noqa: SLF001 -- no public way

    @cache
    def built(name: str) -> Any:  # noqa: ANN401 -- Typer's own types are private
        return build(name)

    app._command = lambda name: built(name) if name in COMMANDS else build(name)  # noqa: SLF001
