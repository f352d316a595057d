"""Where one can go: the user's own order of the categories, smart folders, and places by a few letters."""
