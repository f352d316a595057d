"""Shift+F10 opens the menu of the focused widget, like the Menu key that many keyboards lack."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def open_menu() -> None:
    """Ask what has the keys for its menu, at its cursor."""
    widget = QApplication.focusWidget()
    if widget is not None:
        cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = (QRectF(cursor) if isinstance(cursor, QRect | QRectF) else QRectF(widget.rect())).center().toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)


def let_shift_f10_open_menus(window: QWidget) -> None:
    """Do so in the whole program. Qt does it by itself on Windows alone; nobody presses it on a Mac."""
    if sys.platform != "win32":
        keys = QShortcut(QKeySequence("Shift+F10"), window)
        keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        keys.activated.connect(open_menu)
