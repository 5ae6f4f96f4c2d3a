"""Whether and how the network is looked at, for which purposes, and what people say to it."""
