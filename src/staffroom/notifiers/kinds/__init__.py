"""One way of delivering, one file."""
