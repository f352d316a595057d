"""The short notice near the bottom of the window, with one action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.late import late
from reader.ui.looks import motion
from reader.ui.parts.focus import FocusBefore

with late():
    from reader.ui.parts import speaking

_SHOWN_MS = 6000
_WIDEST = 520
_MARGIN = 24
_ABOVE_BOTTOM = 44  # clear of the status bar


class _Shadow(QGraphicsDropShadowEffect):
    """A shadow that fades with its widget: a widget can bear one effect only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.opacity = 1.0
        self.setBlurRadius(28)
        self.setOffset(0, 6)
        self.setColor(QColor(0, 0, 0, 90))

    def draw(self, painter: QPainter) -> None:
        painter.setOpacity(self.opacity)
        super().draw(painter)


class Toast(QFrame):
    """A notice over its parent: it goes by itself, with Esc, or when its action is taken."""

    #: The notice is away again.
    gone = Signal()

    def __init__(self, parent: QWidget, *, animated: bool = True) -> None:
        super().__init__(parent)
        self.animated = animated
        self._over = parent
        self._action: Callable[[], object] | None = None
        self.setProperty("tone", "toast")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # a title from a stranger may stand in it
        self._button = QPushButton(self)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._take_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._shadow = _Shadow(self)
        self.setGraphicsEffect(self._shadow)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        self._before = FocusBefore()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(motion.DURATION_MS)
        self._fade.valueChanged.connect(self._set_opacity)
        self._fade.finished.connect(self._end_fade)
        # A filter over the whole application would do too, but such a filter in Python trips over half-built widgets.
        self._escape = QShortcut(Qt.Key.Key_Escape, parent)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.dismiss)
        self._escape.activatedAmbiguously.connect(self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    def show_message(
        self, text: str, action_text: str | None = None, action: Callable[[], object] | None = None
    ) -> None:
        """Show a text, and a button when there is an action; what was shown before goes."""
        self._label.setText(text)
        self._action = action
        if not self._button.hasFocus():
            self._before.note()
        elif action is None:
            self._before.give_back(self._over)
        self._button.setText(action_text or "")
        self._button.setVisible(bool(action_text and action))
        self._place()
        self.raise_()
        appearing = self.isHidden()
        self.show()
        self._timer.start()
        self._run_fade(0.0 if appearing else self._shadow.opacity, 1.0)
        self._escape.setEnabled(True)
        self._announce(text)

    def offers(self, action: Callable[[], object]) -> bool:
        """Whether the notice that is shown has this action."""
        return not self.isHidden() and self._action == action

    def dismiss(self) -> None:
        """Let the notice go."""
        if not self.isHidden():
            self._timer.stop()
            if self._button.hasFocus():
                self._before.give_back(self._over)
            self._escape.setEnabled(False)
            self._run_fade(self._shadow.opacity, 0.0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return False

    def _on_time(self) -> None:
        # Who points at it reads it, and who has come to its button is about to press that.
        if self.underMouse() or self._button.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _take_action(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def _place(self) -> None:
        over = self._over
        room = min(_WIDEST, over.width() - 2 * _MARGIN)
        self._label.setWordWrap(False)
        self.setMaximumWidth(max(room, 0))
        if self.sizeHint().width() > room:
            self._label.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        else:
            self.resize(self.sizeHint())
        self.move((over.width() - self.width()) // 2, over.height() - _ABOVE_BOTTOM - self.height())

    def _run_fade(self, start: float, end: float) -> None:
        self._fade.stop()
        if not self.animated or not motion.allowed():
            self._set_opacity(end)
            self._end_fade()
            return
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    def _set_opacity(self, value: object) -> None:
        if isinstance(value, float):  # Qt says None while the ends are being set
            self._shadow.opacity = value
            self._shadow.update()

    def _end_fade(self) -> None:
        if self._shadow.opacity == 0.0:
            self.hide()
            self.gone.emit()

    def _announce(self, text: str) -> None:
        self.setAccessibleName(text)
        speaking.announce(self, text, alert=True)
