"""What can be done with policies."""
