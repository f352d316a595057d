"""The sidebar: what is always there, smart folders, categories, and their numbers."""
