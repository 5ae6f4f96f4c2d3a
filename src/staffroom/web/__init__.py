"""The desk: pages, each of which makes one call into the office and translates the answer."""
