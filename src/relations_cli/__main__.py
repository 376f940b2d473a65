"""The program ``timeline``, also where Python runs the package."""

import gc
import os


def main() -> None:
    """Run the command line and exit with its code: 0 matched, 1 nothing, 2 trouble, 130 interrupted."""
    gc.disable()  # the process ends before a collection would free anything; -2 ms
    try:
        from relations_cli.cli.app import run  # inside: an interrupt while it loads is no traceback either

        code = run()
    except KeyboardInterrupt:
        code = 130
    os._exit(code)  # what was written is flushed; taking a hundred thousand objects apart first costs 4 ms


if __name__ == "__main__":
    main()
