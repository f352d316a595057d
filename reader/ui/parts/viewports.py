"""Viewports of lists and pages, created in Python.

Where Python meets a widget that Qt made, PySide looks for its class among all that widgets have, and makes each of them
first: a tenth of what an empty window takes. The viewport of a list is such a widget, and is asked for at the start.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give an area another viewport like its own, before anything asks for that, and return it."""
    viewport = QWidget(area)
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    area.setViewport(viewport)
    return viewport
