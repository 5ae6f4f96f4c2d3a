"""OneRoster 1.1 and 1.2: a zip of tables, one file of it one module."""
