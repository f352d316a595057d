"""The one file of the library: its lock, its schema, its migrations, and how values stand in it."""
