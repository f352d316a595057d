"""Pictures as files and rows: copied, fetched, scaled, counted and kept within limits."""
