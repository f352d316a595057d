"""How articles relate: which link to which, and which share a subject."""
