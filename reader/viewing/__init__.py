"""An article in, something to show out: no Qt."""
