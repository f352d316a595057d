"""Pictures of the web: what may be fetched, and the fetching."""
