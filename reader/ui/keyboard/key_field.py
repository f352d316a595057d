"""A field that records keys as they are pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from reader.ui.keyboard.sequences import MOST_KEYS, read_keys


class KeyField(QKeySequenceEdit):
    """Takes every key but Tab, which leaves it, and Esc, which empties it and then belongs to the dialog."""

    #: Other keys stand in it. Qt tells of them only once no further one came for a second.
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(MOST_KEYS)
        self._hint = ""
        self.keySequenceChanged.connect(lambda _: self.pressed.emit())
        # Each time its keys change Qt writes words of its own into it, in Chinese ones that make no sense.
        self.keySequenceChanged.connect(lambda _: self._show_hint())
        self.editingFinished.connect(self._show_hint)

    def keys(self) -> str:
        """Return what was pressed; "" for nothing that could give a command."""
        return read_keys(self.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def set_words(self, name: str, hint: str) -> None:
        """Name the field to a screen reader, and say in it what to do."""
        self.setAccessibleName(name)
        self._hint = hint
        for line in self.findChildren(QLineEdit):
            line.setAccessibleName(name)
        self._show_hint()

    def clear(self) -> None:
        """Forget what was pressed."""
        super().clear()
        self._show_hint()

    def _show_hint(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.setPlaceholderText(self._hint)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            leaves = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            empty = event.key() == Qt.Key.Key_Escape and self.keySequence().isEmpty()
            if leaves and event.type() == QEvent.Type.KeyPress:
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            if leaves or empty:
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self.clear()
                event.accept()
                return True
        taken = super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit()
        return taken
