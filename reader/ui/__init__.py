"""The window: every Qt widget, model and job carrier."""
