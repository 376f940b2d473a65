"""The machine that attacks the whole command line: cases by seed, runs in this process, and what must hold of each."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tests"))  # whose readers.offices writes workbooks and documents
