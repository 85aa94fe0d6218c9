"""The desk in a browser: pages of the member's own machine, for the member alone."""
