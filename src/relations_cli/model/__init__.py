"""The facts of a chronology, and what follows from them alone."""
