"""The worries: what in a draft touches the policy? One worry, one file."""
