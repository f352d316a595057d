"""A list of words, separated as in the window's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def in_a_row(words: Iterable[str]) -> str:
    """Return what there is of these words, with the language's comma between them."""
    return QCoreApplication.translate("Commas", ", ").join(filter(None, words))
