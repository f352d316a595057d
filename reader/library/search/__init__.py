"""The search index, and queries beyond the list itself."""
