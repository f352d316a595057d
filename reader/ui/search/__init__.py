"""The search box, and the quick switcher."""
