"""What copies a block of code: a row above it, or a button in its corner."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from reader.ui.document.image_objects import Stage, room
from reader.ui.document.kinds import Property
from reader.ui.looks import fonts, icons

_ROW, _ICON, _GAP, _LOWER = 22, 15, 5, 4


class CopyRow(QPyTextObject):
    """Stands above code: its language, and a button's sign at the right. A click anywhere on it copies.

    One that floats is only the button, in a corner of the code; its inset is how far it is from the edge.
    """

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        if form.property(Property.SHARE.value):
            return QSizeF(room(form, self._stage), _ROW)
        # Twice the inset: from the code as from the edge.
        return QSizeF(_ICON + _GAP + _said()[1] + 2 * _inset(form), _LOWER + _ICON)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos: int, form: QTextFormat
    ) -> None:
        area, theme = QRectF(rect), self._stage.theme
        font, language = _font(), str(form.property(Property.TITLE.value) or "")
        words, wide = _said()
        if not form.property(Property.SHARE.value):
            area.adjust(0, _LOWER, -_inset(form), 0)
        left = area.right() - wide
        base = area.top() + (_ICON + QFontMetricsF(font).capHeight()) / 2
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.text2))
        painter.drawText(QPointF(left, base), words)
        painter.drawText(QPointF(area.left(), base), language[:30])
        icons.draw(painter, QRectF(left - _ICON - _GAP, area.top(), _ICON, _ICON), "copy", theme.text2)
        painter.restore()


def _font() -> QFont:
    return fonts.font("ui", "", 12)


def _said() -> tuple[str, float]:
    """Return the word on the button, and how wide it is."""
    words = QCoreApplication.translate("Card", "Copy")
    return words, QFontMetricsF(_font()).horizontalAdvance(words)


def _inset(form: QTextFormat) -> int:
    return int(form.property(Property.INSET.value) or 0)
