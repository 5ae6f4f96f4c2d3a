"""The porch for documents: a school's published text, whatever program wrote it."""
