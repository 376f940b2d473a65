"""Everything imported before the first run, so that shifts begin warm and no run is charged for it."""

import gc
import pkgutil
from importlib import import_module


def warm() -> None:
    """Import the program with all that it loads late."""
    import relations_cli

    for module in pkgutil.walk_packages(relations_cli.__path__, "relations_cli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.collect()
    gc.freeze()
