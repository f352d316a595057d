"""A page as a text document: built, laid out, painted."""
