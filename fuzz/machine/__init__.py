"""The machine that attacks the whole command line: cases by seed, runs in this process, and what must hold of each."""
