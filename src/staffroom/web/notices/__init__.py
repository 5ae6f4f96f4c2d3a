"""Pages for notices: what was told to whom."""
