"""What is known about notices."""
