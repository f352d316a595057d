"""The library's one file: its lock, its schema, its migrations, and how values are encoded."""
