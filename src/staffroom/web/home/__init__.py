"""The first page, and those that belong to no other room."""
