"""One file a format out. What leaves is escaped for where it goes."""
