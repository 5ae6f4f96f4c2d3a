"""The words: every sentence of the policy is a clause with an id."""
