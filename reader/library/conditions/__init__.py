"""What a search asks for: read from what was typed, and turned into SQL and into an expression of the index."""
