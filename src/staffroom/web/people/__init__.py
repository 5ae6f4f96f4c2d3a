"""Pages for people: the list, one person, absence."""
