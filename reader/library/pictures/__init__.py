"""Pictures as files and rows: copied, fetched, made small, counted and kept within bounds."""
