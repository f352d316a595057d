"""The row above a block of code that copies it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from reader.ui.document.image_objects import Stage, room
from reader.ui.document.kinds import Property
from reader.ui.looks import fonts, icons

_ROW, _ICON = 22, 15


class CopyRow(QPyTextObject):
    """What stands above code: its language, and a button's sign at the right. A click anywhere on it copies."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        return QSizeF(room(form, self._stage), _ROW)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos: int, form: QTextFormat
    ) -> None:
        area, theme = QRectF(rect), self._stage.theme
        font = fonts.font("ui", "", 12)
        metrics = QFontMetricsF(font)
        words = QCoreApplication.translate("Card", "Copy")
        left = area.right() - metrics.horizontalAdvance(words)
        base = area.top() + (_ICON + metrics.capHeight()) / 2
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.text2))
        painter.drawText(QPointF(left, base), words)
        painter.drawText(QPointF(area.left(), base), str(form.property(Property.TITLE.value) or "")[:30])
        icons.draw(painter, QRectF(left - _ICON - 5, area.top(), _ICON, _ICON), "copy", theme.text2)
        painter.restore()
