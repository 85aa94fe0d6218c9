"""One file a format in. Sources read rows or say why they cannot; they know nothing of the store."""
