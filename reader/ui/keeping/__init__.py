"""The library as a whole: opened, moved, backed up, kept fast."""
