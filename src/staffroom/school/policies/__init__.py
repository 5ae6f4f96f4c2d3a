"""Policies, their versions, and who has acknowledged what."""
