"""The quick switcher: a box over the window in which a few letters lead anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.library.library import Library
from reader.library.navigation.switching import Hit, Kind, Target, Targets
from reader.ui.looks.icons import Icons
from reader.ui.parts.focus import FocusBefore
from reader.ui.parts.labels import plain
from reader.ui.parts.speaking import announce
from reader.ui.search.switcher_list import SwitcherList
from reader.ui.search.switcher_model import SwitcherModel
from reader.ui.session import LibrarySession
from reader.ui.shown_titles import Showing
from reader.ui.tasks import Task

_WIDEST, _MARGIN, _TOP = 600, 24, 64
# How far the shadow reaches, and how dark each of its layers is.
_SHADOW, _SHADE = 18, 7
_HIGHEST_SHARE = 0.62
_PAGE = 5

_Key = Qt.Key
_STEPS = {
    _Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_Tab: 1, _Key.Key_Backtab: -1,
    _Key.Key_PageDown: _PAGE, _Key.Key_PageUp: -_PAGE,
}  # fmt: skip


class _Box(QLineEdit):
    """Where one types. Its keys also move through the list, and are told."""

    pressed = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (*_STEPS, _Key.Key_Escape, _Key.Key_Return, _Key.Key_Enter):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc would put a notice away, and leave this.
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(event.key())
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class QuickSwitcher(QWidget):
    """Hidden until it is asked for. `chosen` tells where to go; it is away again by then."""

    chosen = Signal(Target)

    def __init__(self, session: LibrarySession, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("quickSwitcher")
        self._session = session
        self._window = window
        self._before = FocusBefore()
        self._targets: Targets | None = None
        self._task: Task | None = None
        self._stop = Event()
        self._going = False
        self._frame = QFrame(self)
        self._frame.setProperty("tone", "palette")
        self.box = _Box(self._frame)
        self.box.setMaxLength(200)
        self.model = SwitcherModel(self)
        self.list = SwitcherList(self.model, icons, self._frame)
        self.nothing = plain(QLabel(self._frame), tone="secondary")
        self._lay_out()
        self.box.textChanged.connect(self._on_typed)
        self.box.pressed.connect(self._on_key)
        self.box.left.connect(self._put_away)
        self.list.taken.connect(self._take)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._announce())
        window.installEventFilter(self)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        font = self.box.font()
        font.setPixelSize(16)
        self.box.setFont(font)
        self.box.setFixedHeight(48)
        self.nothing.setContentsMargins(18, 6, 18, 14)
        around = QVBoxLayout(self)
        around.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        around.addWidget(self._frame)
        self._column = column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    # --- coming and going

    def begin(self, places: Sequence[Target]) -> None:
        """Show the switcher; `places` are those that the window knows, such as its commands."""
        if self.isVisible():
            self.dismiss()
            return
        self._before.note()
        self._targets, self._going = None, False
        self.box.clear()
        self._show([])
        self.nothing.hide()
        self.show()
        self.raise_()
        self.box.setFocus()
        own = [*places]
        self._session.read(lambda library: Targets([*own, *library.switching.targets()]), self._on_targets)

    def dismiss(self) -> None:
        """Go back to where one was."""
        # First: Qt looks for the next one to have it among those that are just being hidden.
        self._before.give_back(self._window)
        self._put_away()

    def _put_away(self) -> None:
        self._stop.set()
        self.hide()
        # What it held may be as many names as the library has.
        self._targets = None
        self._before.forget()

    def _take(self, hit: Hit) -> None:
        self.dismiss()
        self.chosen.emit(hit.target)

    # --- what is found

    def _on_targets(self, targets: Targets) -> None:
        if self.isVisible():
            self._targets = targets
            self._look()
            self._session.look(lambda _: targets.listen(), lambda _: None, self._session.refused.emit)

    def _on_typed(self) -> None:
        self._going = False
        self._look()

    def _look(self) -> None:
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._targets is None:
            return
        typed = self.box.text()
        if not typed.strip():
            self._on_found(self._targets.first())
            return
        self._stop = Event()
        job = _looking(self._targets, typed, self._stop.is_set, self._session.titles.showing())
        task = self._task = self._session.read(job, self._on_found, lambda: self._on_ended(task))

    def _on_ended(self, task: Task) -> None:
        if task is self._task:  # It was refused, and nothing that is shown is what was typed.
            self._task, self._going = None, False
            self._show([])
            self.nothing.hide()

    def _on_found(self, hits: list[Hit]) -> None:
        self._task = None
        if not self.isVisible():
            return
        self._show(hits)
        if self._going and hits:
            self._take(hits[0])

    def _show(self, hits: list[Hit]) -> None:
        self.model.set_hits(hits)
        self.list.setCurrentIndex(self.model.index(self.model.next_row(-1, 1)))
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self._place()

    def _on_key(self, key: int) -> None:
        if key == _Key.Key_Escape:
            self.dismiss()
        elif (step := _STEPS.get(_Key(key))) is not None:
            self.list.step(step)
        elif self._targets is None or self._task is not None:
            self._going = True  # What was typed last is still being looked for.
        elif (hit := self.list.current()) is not None:
            self._take(hit)
        else:
            self._going = True
            self._look()  # It may have been refused.

    # --- how it looks and sounds

    def _place(self) -> None:
        over = self._window
        width = min(_WIDEST, over.width() - 2 * _MARGIN)
        most = round(over.height() * _HIGHEST_SHARE)
        self.list.setFixedHeight(min(self.list.height_wanted(), most))
        self.setFixedWidth(width + 2 * _SHADOW)
        self._column.activate()  # The height of what lies within counts at once.
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, max(min(_TOP, over.height() // 12) - _SHADOW, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a shadow, which as an effect of Qt's took 13 ms at each step through the list."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADE))
        for out in range(0, _SHADOW, 2):
            box = self._frame.geometry().adjusted(-out, 4 - out, out, out)
            painter.drawRoundedRect(box, 10 + out, 10 + out)
        painter.end()

    def _announce(self) -> None:
        index = self.list.currentIndex()
        if index.isValid() and self.isVisible():
            announce(self.box, index.data(Qt.ItemDataRole.AccessibleTextRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return False

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setAccessibleName(self.tr("Go to"))
        self.box.setAccessibleName(self.tr("Go to"))
        self.box.setPlaceholderText(self.tr("Go to a category, tag, folder, command, setting or article"))
        self.list.setAccessibleName(self.tr("Places to go to"))
        self.nothing.setText(self.tr("Nothing of that name"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _looking(
    targets: Targets, typed: str, stopped: Callable[[], bool], showing: Showing
) -> Callable[[Library], list[Hit]]:
    def job(library: Library) -> list[Hit]:
        found = targets.find(typed, library.switching.titles(typed, stopped), stopped)
        ids = [int(hit.target.key) for hit in found if hit.target.kind is Kind.ARTICLE]
        titles: dict[int | str, str] = {
            article.id: article.title for article in showing(library, library.articles(ids))
        }
        return [_named(hit, titles.get(hit.target.key)) for hit in found]

    return job


def _named(hit: Hit, title: str | None) -> Hit:
    """Return a hit with the title as it is shown, which is as long as it is."""
    if hit.target.kind is not Kind.ARTICLE or title is None:
        return hit
    return replace(hit, target=replace(hit.target, name=title[: len(hit.target.name)]))
