"""A file in, a Post out: no SQL, no Qt, no network."""
