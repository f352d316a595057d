"""Template tags and components as HTML."""
