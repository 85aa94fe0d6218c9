"""Understanding text: pure, batched, no files and no clock."""
