"""Pages for notices: one's own, how one is told, the school's mail, and how the post gets through."""
