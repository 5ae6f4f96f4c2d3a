"""The porch: one format, one file; bytes come in, records go on."""
