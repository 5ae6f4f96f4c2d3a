"""The side door: the command line."""
