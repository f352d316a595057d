"""The library as a whole: checked, backed up, moved, repaired and kept fast."""
