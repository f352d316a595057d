"""The settings: what there is to choose, shown, searched, taken out and brought in."""
