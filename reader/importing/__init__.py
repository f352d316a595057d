"""Folders into the library: plan, import, copy pictures, index."""
