"""The sidebar: fixed lists, smart folders, categories, and their counts."""
