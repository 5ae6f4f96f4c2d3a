"""The page for what was done and read in Staffroom."""
