"""The only SQL, and the only code that touches the library's files."""
