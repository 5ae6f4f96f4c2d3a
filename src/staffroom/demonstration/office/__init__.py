"""The made school's office: everything that its people would have written in it by now, done as they do it."""
