"""The settings: what there is to choose, shown, searched, exported and imported."""
