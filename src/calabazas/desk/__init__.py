"""One file a thing the member does; they do not know each other."""
