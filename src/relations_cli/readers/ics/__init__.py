"""iCalendar (RFC 5545): its events, and the times at which some of them recur."""
