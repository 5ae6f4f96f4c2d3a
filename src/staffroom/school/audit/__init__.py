"""Who did what, and when: a record that only grows."""
