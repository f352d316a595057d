"""Where one can go: the user's arrangement of categories, smart folders, and quick switching."""
