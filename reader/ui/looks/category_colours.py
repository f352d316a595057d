"""The colours that the user may give a category, as they appear in each theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from reader.ui.looks.theme import Theme

#: For light grounds and for dark ones: each stands out from every sidebar of its kind by 3 to 1 (WCAG 1.4.11).
_SHADES = {
    "red": ("#c2362b", "#f07a6e"),
    "orange": ("#b35309", "#ee9a56"),
    "yellow": ("#8a6a00", "#e3c04f"),
    "green": ("#2f7d3b", "#77c37f"),
    "teal": ("#0f7676", "#5fc0bd"),
    "blue": ("#2b62c0", "#83acf0"),
    "purple": ("#7d46b8", "#bd96e8"),
    "grey": ("#666666", "#a6a6a6"),
}
_SIZE, _SCALE = 16, 2


def shade(colour: str, theme: Theme, otherwise: str) -> str:
    """Return one of categories.COLOURS as #rrggbb; `otherwise` where it is none of them."""
    light, dark = _SHADES.get(colour, (otherwise, otherwise))
    return dark if theme.dark else light


def dot(colour: str, theme: Theme, *, chosen: bool) -> QIcon:
    """Return a small disc of a colour, of none a circle; the chosen one has a ring around it."""
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(shade(colour, theme, theme.text3)))
    if colour:
        painter.setBrush(QColor(shade(colour, theme, theme.text3)))
    painter.drawEllipse(QRectF(4, 4, 8, 8))
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1.5))
        painter.drawEllipse(QRectF(1, 1, 14, 14))
    painter.end()
    return QIcon(pixmap)
