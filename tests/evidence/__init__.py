"""A package, so that a piece of evidence may be called like the reading it leans on."""
