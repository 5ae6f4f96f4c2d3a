"""One log format, one file."""
