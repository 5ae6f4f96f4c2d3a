"""What is known of policies."""
