"""The search box, and going somewhere by name."""
