"""Numbers in the window's language."""

from __future__ import annotations

from reader.ui.parts.dates import ui_locale


def n(number: int) -> str:
    """Return a number as the window's language writes it."""
    return ui_locale().toString(number)
