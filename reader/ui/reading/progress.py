"""How far an article is read, and how long the rest of it takes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.frozen import frozen
from reader.late import late
from reader.ui.looks.icons import Icons
from reader.ui.parts.inquiry import Inquiry
from reader.ui.parts.text_places import from_qt
from reader.ui.reading.article_viewer import ArticleViewer

with late():
    from reader.viewing import language

#: Characters whose reading time is told in some milliseconds.
_AT_ONCE = 10_000
_LINE_PX = 2


@frozen
class Progress:
    """`article` is read to that `fraction`, 1 once its last line is in view; `minutes` are those that are left.

    `begun` tells that its first line is out of view. Nothing is open while `article` is None.
    """

    article: int | None = None
    fraction: float = 0.0
    minutes: float = 0.0
    begun: bool = False


class ReadingProgress(QObject):
    """Follows the viewer. What stands below an article, such as what is related, is no part of it."""

    changed = Signal(Progress)

    def __init__(self, viewer: ArticleViewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._text = ""
        self._pace: language.Pace | None = None
        self._timing = Inquiry(self)
        self.now = Progress()
        # Once for all that moves the page in one go.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        bar = viewer.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._soon.start())
        bar.rangeChanged.connect(lambda *_: self._soon.start())
        viewer.rebuilt.connect(self._begin)

    def _begin(self) -> None:
        self._timing.forget()
        self._pace = None
        built = self._viewer.built
        self._text = built.own_text() if built is not None else ""
        if len(self._text) > _AT_ONCE:
            self._timing.ask(partial(language.pace, self._text), self._set_pace)
        else:
            self._set_pace(language.pace(self._text))

    def _set_pace(self, figures: language.Pace) -> None:
        self._pace = figures
        self._soon.start()

    def _look(self) -> None:
        page, built = self._viewer.page(), self._viewer.built
        if page is None or built is None:
            self._tell(Progress())
            return
        bar = self._viewer.verticalScrollBar()
        (top, bottom), end = self._viewer.span(), built.own_end()
        if bottom >= end or (bar.maximum() and self._viewer.at_end()):
            self._tell(Progress(page.article, 1.0, 0.0, top > 0))
            return
        # As a scroll bar counts, in places of the text: these are known before all of it is laid out.
        fraction = top / max(1, end - (bottom - top))
        at = top + fraction * (bottom - top)
        left = self._pace.after(from_qt(self._text, round(at))) if self._pace is not None else page.minutes
        self._tell(Progress(page.article, fraction, left, top > 0))

    def _tell(self, progress: Progress) -> None:
        if progress != self.now:
            self.now = progress
            self.changed.emit(progress)


class ProgressLine(QWidget):
    """Two pixels over the page that fill as it is read; empty while all of an article is in view."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setFixedHeight(_LINE_PX)
        self.fraction = 0.0

    def show_progress(self, progress: Progress) -> None:
        """Show how far an article is read."""
        fraction = progress.fraction if progress.begun else 0.0
        if fraction != self.fraction:
            self.fraction = fraction
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = round(self.width() * self.fraction)
        at = self.width() - wide if self.isRightToLeft() else 0
        # fillRect would let PySide make the names of all gradients that Qt knows: ten milliseconds of the first page.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._icons.theme.accent))
        painter.drawRect(at, 0, wide, self.height())
        painter.end()
