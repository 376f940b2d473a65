"""The program ``timeline``, also where Python runs the package.

To import this module is to be that program: signals are answered before anything else is loaded, since people and
supervisors interrupt what has only just begun.
"""

import os

try:
    from relations_cli.cli.signals import arm

    arm()
except KeyboardInterrupt:  # until then Python answers, with a traceback
    os._exit(130)


def main() -> None:
    """Run the command line and exit with its code: 0 matched, 1 nothing, 2 trouble; 128 and more: ended by a signal."""
    import gc

    gc.disable()  # the process ends before a collection would free anything; -2 ms
    from relations_cli.cli.app import run

    try:
        code = run()
    except MemoryError:  # there was not even enough to say so
        os.write(2, b"timeline: not enough memory: ask for less, or of a smaller file\n")
        code = 2
    os._exit(code)  # what was written is flushed; taking a hundred thousand objects apart first costs 4 ms


if __name__ == "__main__":
    main()
