"""Staffroom runs a school's social networking policy for its staff."""

__version__ = "0.1.0"
