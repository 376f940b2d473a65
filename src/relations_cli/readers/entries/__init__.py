"""What a foreign file says of one event, whatever its format, and how such entries become a chronology."""
