"""The archive that LinkedIn hands a member: one file a family of its CSV sheets, known by their headings."""
