"""Reads an article aloud sentence by sentence, showing each, with a small bar to pause and to stop."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.late import late
from reader.ui.document.kinds import OBJECT_CHARACTER
from reader.ui.looks.icons import icon
from reader.ui.parts.text_places import from_qt, to_qt
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.voice import Voice

with late():
    from reader.ui.reading import hits
    from reader.viewing import speaking


class ReadAloud(QObject):
    """Says the open article from the place one is at; it ends with the article, or when another is opened."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, viewer: ArticleViewer, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._voice = voice
        self._text = ""
        self._article: int | None = None
        self._left: Iterator[speaking.Piece] = iter(())
        self._now: speaking.Piece | None = None
        self.paused = False
        voice.finished.connect(self._go_on)
        voice.failed.connect(self._on_failed)
        viewer.rebuilt.connect(self._on_rebuilt)

    @property
    def reading(self) -> bool:
        """Whether it has begun, also while it pauses."""
        return self._now is not None

    def toggle(self) -> None:
        """Begin, pause, or go on."""
        if not self.reading:
            self._begin()
            return
        self.paused = not self.paused
        (self._voice.pause if self.paused else self._voice.resume)()
        self.changed.emit()

    def stop(self) -> None:
        """Read no more."""
        if self.reading:
            self._voice.stop()
            self._end()

    def _begin(self) -> None:
        page, built = self._viewer.page(), self._viewer.built
        if page is None or built is None:
            return
        self._text, self._article = built.own_text(), page.article
        at = from_qt(self._text, self._viewer.position())
        self._left = speaking.pieces(self._text, page.lang, at)
        self.paused = False
        self._go_on()

    def _go_on(self) -> None:
        self._now = next(self._left, None)
        if self._now is None:
            self._end()
            return
        self._show()
        said = self._text[self._now.begin : self._now.end].replace(OBJECT_CHARACTER, " ")
        self._voice.say(said, self._now.lang)
        self.changed.emit()

    def _end(self) -> None:
        self._now, self._left, self.paused = None, iter(()), False
        self._viewer.show_spoken(None)
        self.changed.emit()

    def _show(self) -> None:
        """Lay a colour behind the sentence, and bring it into view where it is not."""
        if self._now is None:
            return
        begin, end = (to_qt(self._text, at) for at in self._now.sentence)
        cursor = hits.passage(self._viewer.document(), (begin, end))
        self._viewer.show_spoken(cursor)
        at = self._viewer.cursorRect(cursor)
        if at.top() < 0 or at.bottom() > self._viewer.viewport().height():
            self._viewer.place_at_third(cursor)

    def _on_rebuilt(self) -> None:
        """Hear of a new document: of the same text, as with larger letters, or of another."""
        page, built = self._viewer.page(), self._viewer.built
        if not self.reading:
            return
        if page is None or built is None or page.article != self._article or built.own_text() != self._text:
            self.stop()
        else:
            self._show()

    def _on_failed(self, words: str) -> None:
        self.stop()
        self.failed.emit(words)


class ReadAloudBar(QWidget):
    """A bar above the page while something is read aloud: pause and stop; Escape stops, too."""

    def __init__(self, aloud: ReadAloud, viewer: ArticleViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readAloudBar")
        self._aloud = aloud
        self._viewer = viewer
        self.pause, self.end, self.said = QToolButton(self), QToolButton(self), QLabel(self)
        self.said.setProperty("tone", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 10, 4)
        row.setSpacing(4)
        for button in (self.pause, self.end):
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(30, 30)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.said, 1)
        self.end.setIcon(icon("stop", lambda: viewer.stage.theme))
        self.pause.clicked.connect(aloud.toggle)
        self.end.clicked.connect(self.stop)
        aloud.changed.connect(self.show_state)
        self.show_state()

    def stop(self) -> None:
        """Stop, and give the keys back to the page."""
        self._aloud.stop()
        self._viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Show whether it reads or pauses, in the language that is now chosen."""
        paused = self._aloud.paused
        self.pause.setIcon(icon("play" if paused else "pause", lambda: self._viewer.stage.theme))
        for button, name in (
            (self.pause, self.tr("Continue reading aloud") if paused else self.tr("Pause")),
            (self.end, self.tr("Stop reading aloud")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.said.setText(self.tr("Paused") if paused else self.tr("Reading aloud"))
        if self._aloud.reading or not self.isAncestorOf(self.focusWidget() or self):
            self.setVisible(self._aloud.reading)
        else:
            self._viewer.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state()
        super().changeEvent(event)
