"""Words for screen readers."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, alert: bool = False) -> None:
    """Let a screen reader say a text now; an `alert` is also told to those that do not know announcements."""
    if QAccessible.isActive():
        if alert:
            QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
