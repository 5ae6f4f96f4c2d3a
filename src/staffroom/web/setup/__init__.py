"""The first steps of a school."""
