"""The frame: where the office lives on this machine, its settings and its addresses."""
