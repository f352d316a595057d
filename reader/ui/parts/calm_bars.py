"""Scroll bars that are visible only while scrolling: thin, in a margin of their own, so that they cover nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from reader.ui.looks import motion

#: So long after the last movement a bar is still seen.
SEEN_MS = 1200
#: In pixels, as in the program's sheet.
_WIDTH = 10


class CalmBar(QObject):
    """Paints the scroll bar of an area, and fades it. The bar stays where it is for mouse, keys and screen readers.

    Its margin stays also where there is nothing to scroll: or all would shift when a category is opened.
    """

    def __init__(self, area: QAbstractScrollArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.always = False
        self.opacity = 0.0
        self._bar: QScrollBar = area.verticalScrollBar()
        self._viewport = area.viewport()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A sheet of its own, so that it keeps its width, and a page its lines, while the program's sheet is exchanged.
        self._bar.setStyleSheet(f"QScrollBar:vertical {{ width: {_WIDTH}px; }}")
        self._gone = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._gone.timeout.connect(self._go)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(motion.DURATION_MS)
        self._fade.valueChanged.connect(self._set_opacity)
        self._bar.installEventFilter(self)
        self._viewport.installEventFilter(self)
        self._bar.valueChanged.connect(lambda _: self.show())
        self._bar.rangeChanged.connect(lambda *_: self.show())

    def show(self) -> None:
        """Let the bar be seen for a while."""
        self._fade_to(1.0)
        self._gone.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is self._bar:
            self._paint()
            return True
        if kind in (QEvent.Type.MouseMove, QEvent.Type.Enter, QEvent.Type.HoverMove):
            self.show()
        return False

    def _go(self) -> None:
        if self._bar.isSliderDown() or self._bar.underMouse():
            self._gone.start()
        else:
            self._fade_to(0.0)

    def _fade_to(self, opacity: float) -> None:
        if opacity == (self._fade.endValue() if self._fade.state() == self._fade.State.Running else self.opacity):
            return
        self._fade.stop()
        if not motion.allowed():
            self._set_opacity(opacity)
            return
        self._fade.setStartValue(self.opacity)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _set_opacity(self, opacity: object) -> None:
        if isinstance(opacity, float):  # Qt says None while the ends are being set
            self.opacity = opacity
            self._bar.update()

    def _paint(self) -> None:
        if self._bar.maximum() == self._bar.minimum():
            return
        option = QStyleOptionSlider()
        self._bar.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_All
        if self._bar.underMouse():
            option.state |= QStyle.StateFlag.State_MouseOver
            option.activeSubControls = QStyle.SubControl.SC_ScrollBarSlider
        painter = QPainter(self._bar)
        painter.setOpacity(1.0 if self.always else self.opacity)
        self._bar.style().drawComplexControl(QStyle.ComplexControl.CC_ScrollBar, option, painter, self._bar)
        painter.end()


def calm(areas: Sequence[QAbstractScrollArea], parent: QObject) -> list[CalmBar]:
    """Give areas calm vertical bars; an area that has none is left alone."""
    usual = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [CalmBar(area, parent) for area in areas if area.verticalScrollBarPolicy() != usual]
