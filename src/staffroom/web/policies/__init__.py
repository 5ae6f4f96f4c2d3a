"""Pages for the policy: reading, acknowledging, and keeping it up to date."""
