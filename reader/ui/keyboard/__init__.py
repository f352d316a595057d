"""The keys: which command each triggers, as the user wants it."""
