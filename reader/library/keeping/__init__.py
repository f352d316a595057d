"""The library as a whole: checked, backed up, moved, mended and kept quick."""
