"""What has happened by the clock, and which clock is running."""
