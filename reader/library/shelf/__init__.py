"""Which articles each category lists, kept so that every list is one range of an index."""
