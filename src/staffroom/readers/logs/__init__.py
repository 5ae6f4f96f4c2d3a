"""Network logs: each line about a listed service becomes a request."""
