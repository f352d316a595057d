"""The window: every Qt widget and model, and what carries jobs to threads."""
