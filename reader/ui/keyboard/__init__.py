"""The keys: which command each gives, as the user wants it."""
