"""The README's pictures, drawn by the program itself: ``python docs/pictures/make.py``."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PICTURES = {
    "timeline.svg": ["list", "--since", "2023-07", "--until", "2023-10-20", "-o", "timeline", "--to", "svg"],
    "show.svg": ["show", "2023-10-13-us-1000-containers", "-o", "svg"],
    "contested.svg": ["contested", "--tag", "troops", "--as-of", "2024-10-25", "-n", "4", "-o", "svg"],
    "figures.svg": ["figures", "--of", "containers", "-o", "svg"],
}


def main() -> None:
    """Draw every picture anew, as on the day of the release."""
    environment = os.environ | {"TIMELINE_TODAY": "2026-11-26", "XDG_CONFIG_HOME": "/nonexistent"}
    for name, args in PICTURES.items():
        command = [sys.executable, "-m", "relations_cli", *args]
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
        (HERE / name).write_bytes(done.stdout)


if __name__ == "__main__":
    main()
