"""A scrollable page of a dialog, on the dialog's own background."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageArea(QScrollArea):
    """Has neither a frame nor a colour of its own; the page is as wide as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before, which goes."""
        self.setWidget(page)
        page.setAutoFillBackground(False)  # setWidget turned it on
