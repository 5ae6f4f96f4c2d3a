"""The templates that a school may start from."""
