"""Drafts of what the member writes, and the verifier of drafts."""
