"""What can be done about monitoring: one subject a file."""
