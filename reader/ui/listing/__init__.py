"""The list pane: rows, their model, their positions."""
