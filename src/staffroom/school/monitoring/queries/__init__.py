"""What is known about monitoring: one subject a file."""
