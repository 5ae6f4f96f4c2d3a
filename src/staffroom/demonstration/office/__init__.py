"""The made school's office: all that its people would have written in it by now, done as they do it."""
