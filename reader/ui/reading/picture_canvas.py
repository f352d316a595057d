"""One picture to look at closely: fitted, zoomed around a point, moved by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

_STEP = 1.25
_MOST = 16.0
_MARGIN = 24
_PAPER = QColor("#ffffff")


class PictureCanvas(QWidget):
    """`clicked` is a press that did not drag; `outside` one beside the picture."""

    clicked = Signal()
    outside = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._halves: Sequence[QImage] = ()
        self._scale: float | None = None  # None: fitted
        self._centre = QPointF()  # of the view, in pixels of the picture
        self._grabbed: tuple[QPoint, QPointF] | None = None
        self._dragged = False

    def set_images(self, images: Sequence[QImage]) -> None:
        """Show another picture, fitted; those after the first are the same, each half as large."""
        self._image = images[0] if images else QImage()
        self._halves = images
        self.fit()

    def set_frame(self, image: QImage) -> None:
        """Show another frame of the same picture, where it is."""
        self._image = image
        self._halves = ()
        self.update()

    def image(self) -> QImage:
        return self._image

    def scale(self) -> float:
        """Return how many pixels of the view one of the picture has."""
        return self._scale if self._scale is not None else self._fitting()

    def fit(self) -> None:
        """Show the whole picture; a small one at its own size."""
        self._scale = None
        self._centre = QPointF(self._image.width() / 2, self._image.height() / 2)
        self._changed()

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Come nearer by some steps, or go away; what lies at a point of the view stays there."""
        if self._image.isNull():
            return
        point = at or QPointF(self.rect().center())
        before = self._to_picture(point)
        wanted = self.scale() * _STEP**steps
        self._scale = max(min(self._fitting(), 1.0), min(wanted, _MOST))
        offset = (point - QPointF(self.rect().center())) / self._scale
        self._centre = before - offset
        self._changed()

    def pan(self, dx: int, dy: int) -> bool:
        """Move the view; return whether there was anything to move to."""
        before = QPointF(self._centre)
        self._centre += QPointF(dx, dy) / self.scale()
        self._changed()
        return self._centre != before

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        ratio = self.devicePixelRatioF()
        wide = max(1, self.width() - 2 * _MARGIN) / self._image.width()
        high = max(1, self.height() - 2 * _MARGIN) / self._image.height()
        return min(wide, high, 1.0 / ratio if self._image.width() > 64 else 4.0)

    def _changed(self) -> None:
        """Keep the view on the picture."""
        scale = self.scale()
        for length, room, get, put in (
            (self._image.width(), self.width(), self._centre.x, self._centre.setX),
            (self._image.height(), self.height(), self._centre.y, self._centre.setY),
        ):
            half = room / scale / 2
            put(length / 2 if 2 * half >= length else max(half, min(get(), length - half)))
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._larger() else Qt.CursorShape.ArrowCursor)
        self.update()

    def _larger(self) -> bool:
        target = self._target()
        return target.width() > self.width() + 1 or target.height() > self.height() + 1

    def _to_picture(self, point: QPointF) -> QPointF:
        return self._centre + (point - QPointF(self.rect().center())) / self.scale()

    def _target(self) -> QRectF:
        size = QSizeF(self._image.size()) * self.scale()
        corner = QPointF(self.rect().center()) - self._centre * self.scale()
        return QRectF(corner, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() < 4)
        target = self._target()
        if self._image.hasAlphaChannel():
            painter.fillRect(target, _PAPER)  # drawings with black lines are made for paper
        # Only what is to be seen: a hundredth of a picture is a hundredth of the work.
        seen = target.intersected(QRectF(self.rect()))
        image = self._fine_enough()
        scale = target.width() / image.width(), target.height() / image.height()
        corner = seen.topLeft() - target.topLeft()
        source = QRectF(corner.x() / scale[0], corner.y() / scale[1], seen.width() / scale[0], seen.height() / scale[1])
        painter.drawImage(seen, image, source)
        painter.end()

    def _fine_enough(self) -> QImage:
        """Return the smallest copy that has a pixel for each one shown: more of them would only flicker."""
        wide = self._image.width() * self.scale() * self.devicePixelRatioF()
        return next((image for image in reversed(self._halves) if image.width() >= wide), self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed, self._dragged = (event.position().toPoint(), QPointF(self._centre)), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        start, centre = self._grabbed
        moved = event.position().toPoint() - start
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self._centre = centre - QPointF(moved) / self.scale()
            self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and not self._dragged:
            (self.clicked if self._target().contains(event.position()) else self.outside).emit()
        self._grabbed = None
