"""The reading pane: the article, its bars and panels, its pictures in full."""
