"""How the whole office is copied, and made again from its copy."""
