"""The lightbox: a picture of the page over the whole window, with its commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.document.pictures import PictureFile
from reader.ui.looks.icons import icon
from reader.ui.looks.theme import DARK
from reader.ui.parts.figures import n
from reader.ui.parts.focus import FocusBefore
from reader.ui.parts.labels import ElidedLabel, plain
from reader.ui.parts.pane import measure
from reader.ui.parts.problem_words import printable
from reader.ui.reading.frames import Frames
from reader.ui.reading.picture_canvas import PictureCanvas
from reader.ui.reading.picture_copies import PictureCopies

_VEIL = QColor(18, 18, 20, 240)
_PAN = 60
_Key = Qt.Key


class Lightbox(QWidget):
    """Hidden until it is asked for; Esc, the cross and a click beside the picture put it away."""

    def __init__(self, picture_file: PictureFile, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lightbox")
        self._file = picture_file
        self._window = window
        self._pictures: Sequence[tuple[str, str]] = ()
        self._place = 0
        self._moves = False
        self._before = FocusBefore()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas = PictureCanvas(self)
        self.caption = plain(ElidedLabel(self))
        self.numbers = plain(QLabel(self))
        self.buttons: dict[str, QToolButton] = {}
        self.frames = Frames(self)
        self.copies = PictureCopies(window)
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 12, 8)
        bar.setSpacing(4)
        bar.addWidget(self.numbers)
        bar.addSpacing(12)
        bar.addWidget(self.caption, 1)
        for name, drawing in (
            ("previous", "chevron-left"), ("next", "chevron-right"), ("out", "minus"), ("in", "plus"),
            ("fit", "picture"), ("play", "play"), ("copy", "copy"), ("save", "download"), ("close", "close"),
        ):  # fmt: skip
            button = QToolButton(self)
            button.setIcon(icon(drawing, lambda: DARK, "text"))
            measure(button)
            bar.addWidget(button)
            self.buttons[name] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.canvas, 1)
        self.setStyleSheet(
            "QLabel { color: #e8e8ea; } QToolButton:hover { background: #3a3a40; }"
            " QToolButton:focus { border-color: #b8b8be; }"
        )

    def _connect(self) -> None:
        for name, do in self._commands().items():
            self.buttons[name].clicked.connect(lambda _=False, do=do: do())
        self.frames.shown.connect(self._on_shown)
        self.frames.played.connect(self.canvas.set_frame)
        self.canvas.clicked.connect(self.toggle_play)
        self.canvas.outside.connect(self.close_box)
        self._window.installEventFilter(self)

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "out": lambda: self.canvas.zoom(-1),
            "in": lambda: self.canvas.zoom(1),
            "fit": self.canvas.fit,
            "play": self.toggle_play,
            "copy": self.copy,
            "save": self.save,
            "close": self.close_box,
        }

    # --- what is shown

    def open_box(self, pictures: Sequence[tuple[str, str]], place: int) -> None:
        """Show one of these pictures, each its key and its description."""
        self._pictures = pictures
        self._before.note()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._show(place)

    def close_box(self) -> None:
        """Go back to where one was."""
        self.frames.stop()
        self.canvas.set_images(())
        # First: Qt looks for the next one to have it among those that are just being hidden, and trips over them.
        self._before.give_back(self._window)
        self.hide()

    def step(self, by: int) -> None:
        """Go to the next picture, or the previous one."""
        place = self._place + by
        if 0 <= place < len(self._pictures):
            self._show(place)

    def _show(self, place: int) -> None:
        self._place = place
        self._moves = False
        key, alt = self._pictures[place]
        self.caption.setText(printable(alt))
        self._say()
        self.frames.load(self._file(key))

    def _on_shown(self, images: list[QImage], moves: bool) -> None:
        self._moves = moves
        self.canvas.set_images(images)
        if not images:
            self.caption.setText(self.tr("This picture cannot be shown"))
        self._say()

    def toggle_play(self) -> None:
        """Let a picture that moves move, or stand still."""
        if not self._moves:
            return
        if self.frames.playing:
            self.frames.stop()
        else:
            self.frames.play()

    # --- what can be done

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        image = self.canvas.image()
        if not image.isNull():
            QApplication.clipboard().setImage(image)

    def save(self) -> None:
        """Ask where a copy of the picture file shall go."""
        key, alt = self._pictures[self._place]
        file = self._file(key)
        if file is not None:
            self.copies.ask(file, alt)

    def _say(self) -> None:
        number, total = self._place + 1, len(self._pictures)
        self.numbers.setText(f"{n(number)} / {n(total)}")
        self.setAccessibleName(self.tr("Picture {number} of {total}").format(number=n(number), total=n(total)))
        self.setAccessibleDescription(self.caption.text())
        self.buttons["previous"].setEnabled(self._place > 0)
        self.buttons["next"].setEnabled(number < total)
        self.buttons["play"].setVisible(self._moves)

    # --- what Qt asks

    def event(self, event: QEvent) -> bool:
        # The keys of the window's commands would work on what lies below, unseen; but for those that leave it all.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            leaves = self._window.findChild(QAction, "quit")
            pressed = QKeySequence(event.keyCombination())
            event.setAccepted(leaves is None or pressed not in leaves.shortcuts())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() in _PANS:
            across, down = _PANS[event.key()]
            # Where there is nothing to move to, sideways means the next picture.
            if not self.canvas.pan(across * _PAN, down * _PAN) and across:
                self.step(across)
        elif event.key() in _KEYS:
            self._commands()[_KEYS[event.key()]]()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        """Keep the focus among the buttons: what lies below cannot be seen."""
        if not self.isVisible():
            return super().focusNextPrevChild(next)
        able = [button for button in self.buttons.values() if button.isEnabled() and button.isVisible()]
        focused = QApplication.focusWidget()
        place = able.index(focused) if focused in able else (-1 if next else 0)
        able[(place + (1 if next else -1)) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.end()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        names = {
            "previous": self.tr("Previous picture"),
            "next": self.tr("Next picture"),
            "out": self.tr("Smaller"),
            "in": self.tr("Larger"),
            "fit": self.tr("Fit to the window"),
            "play": self.tr("Play or stop"),
            "copy": self.tr("Copy the picture"),
            "save": self.tr("Save as…"),
            "close": self.tr("Close"),
        }
        for name, words in names.items():
            self.buttons[name].setToolTip(words)
            self.buttons[name].setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


_PANS: dict[int, tuple[int, int]] = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_KEYS: dict[int, str] = {
    _Key.Key_Escape: "close",
    _Key.Key_PageUp: "previous",
    _Key.Key_PageDown: "next",
    _Key.Key_Plus: "in",
    _Key.Key_Equal: "in",
    _Key.Key_Minus: "out",
    _Key.Key_0: "fit",
    _Key.Key_Space: "play",
    _Key.Key_Return: "play",
}
