"""Broadsheet: turns any folder of saved posts into a calm, fast, private reading library."""

__version__ = "0.1.0"
