"""Tags of template engines and components, as HTML."""
