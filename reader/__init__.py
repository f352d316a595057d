"""Broadsheet: turns any folder of saved posts into a calm, fast, private reading library."""

__version__ = "0.1.0"
#: The name of the desktop entry, which ties the window to its icon.
APP_ID = "io.github.broadsheet.Broadsheet"
