"""What in a text is an identifier of a person? One kind of identifier, one file."""
