"""Numbers, sizes and durations in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.parts.dates import ui_locale


def n(number: int) -> str:
    """Return a number as the window's language writes it."""
    return ui_locale().toString(number)


def size_words(size: int) -> str:
    """Return a number of bytes as people read it."""
    if size < 1000:  # Qt says "1 bytes", and "byte" in Chinese of Taiwan.
        return QCoreApplication.translate("Figures", "%n byte(s)", None, size)
    return ui_locale().formattedDataSize(
        size, 1 if size >= 1_000_000 else 0, ui_locale().DataSizeFormat.DataSizeSIFormat
    )


def time_left(seconds: float) -> str:
    """Return how long something still takes, as people say it."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Figures", "about %n second(s) left", "", max(1, round(seconds)))
    return translate("Figures", "about %n minute(s) left", "", round(seconds / 60))
