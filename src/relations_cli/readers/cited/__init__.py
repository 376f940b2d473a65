"""What the notes of an article cite, and what a report of ours says beside its events."""
