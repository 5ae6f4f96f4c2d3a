"""The nouns: frozen values that pass between the rooms of the house."""
