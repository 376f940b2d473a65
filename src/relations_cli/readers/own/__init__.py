"""Our own form: how it is recognised, events that stand alone in it, and what no chronology may have."""
