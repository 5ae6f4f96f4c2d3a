"""Pages on how the network is looked at: for everybody, for leaders, for the network manager."""
