"""The strong room: what is sealed, and for whom."""
