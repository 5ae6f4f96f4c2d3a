"""A made school with a made week, and the truth beside it."""
