"""The same jobs without a window, as text or as JSON."""

from reader.cli.program import main

__all__ = ["main"]
