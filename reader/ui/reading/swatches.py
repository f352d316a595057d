"""Round samples of the themes to choose from: radio buttons for the keyboard and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from reader.ui.looks import fonts
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import DARK, LIGHT, THEMES, Theme

_SIDE, _RADIUS = 36, 12.5


class Swatch(QRadioButton):
    """Ground and letter of a theme; "auto" is half light, half dark."""

    def __init__(self, mode: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = mode
        self._icons = icons
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def hitButton(self, pos: object) -> bool:
        """Let the whole sample be pressed: Qt knows only where its own circle would be."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window, middle = self._icons.theme, QPointF(_SIDE / 2, _SIDE / 2)
        disc = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.mode in THEMES:
            self._sample(painter, disc, THEMES[self.mode], window)
        else:
            for theme, start in ((LIGHT, 45), (DARK, 225)):
                painter.setBrush(QColor(theme.page))
                painter.drawPie(disc, start * 16, 180 * 16)
            self._outline(painter, disc, window.control_line, 1)
        if self.isChecked():
            self._outline(painter, disc.adjusted(-3, -3, 3, 3), window.accent, 2)
        if self.hasFocus():
            self._outline(painter, disc.adjusted(-5, -5, 5, 5), window.text, 1)
        painter.end()

    def _sample(self, painter: QPainter, disc: QRectF, theme: Theme, window: Theme) -> None:
        strong = theme.name.startswith("contrast")
        painter.setBrush(QColor(theme.page))
        painter.drawEllipse(disc)
        self._outline(painter, disc, theme.line if strong else window.control_line, 2 if strong else 1)
        painter.setPen(QColor(theme.text))
        painter.setFont(fonts.font("ui", "", 13, QFont.Weight.Bold if strong else QFont.Weight.DemiBold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "A")

    def _outline(self, painter: QPainter, disc: QRectF, colour: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(disc)
