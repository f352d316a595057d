"""Web pictures: what may be fetched, and fetching it."""
