"""Ask a chronology."""

__version__ = "0.1.0"
