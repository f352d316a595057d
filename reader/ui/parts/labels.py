"""Labels of plain text, whoever wrote it: some that wrap, and one that is elided in the middle, like a path."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LEAST = 40
# What a tooltip would take for markup; the module of the standard library comes with a table of all entities.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(label: QLabel, px: int = 13, *, heavy: bool = False, tone: str = "") -> QLabel:
    """Make a label one of plain text, of that size, weight and tone; return it."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    label.setFont(font)
    if tone:
        label.setProperty("tone", tone)
    return label


def wrapping(parent: QWidget, px: int = 13, *, heavy: bool = False, tone: str = "") -> QLabel:
    """Return a plain label of as many lines as its text needs."""
    label = plain(QLabel(parent), px, heavy=heavy, tone=tone)
    label.setWordWrap(True)
    return label


def tip(text: str) -> str:
    """Return a text as a tooltip, which would take it for markup if it looked like that, and load what it names."""
    return f"<p>{text.translate(_ESCAPED)}</p>" if text else ""


class ElidedLabel(QLabel):
    """`text()` is always the whole text; what has no room is told by the tooltip and to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
        painter.end()
