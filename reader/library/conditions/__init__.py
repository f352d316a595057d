"""What a search asks for: parsed from the user's text, and turned into SQL and an FTS5 expression."""
