"""The office: what the school's Staffroom knows and has done, in a database."""
