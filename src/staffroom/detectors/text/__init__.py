"""The shelf of detectors that read words: one worry, one file."""
