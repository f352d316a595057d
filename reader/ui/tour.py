"""Three small hints for newcomers, each once and in its place: how to begin, to search, to go anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reader.ui.parts.labels import wrapping
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_WIDEST, _GAP, _MARGIN = 380, 8, 12
_ESCAPE = Qt.Key.Key_Escape
# Who has opened so many articles under a hint has seen it, and it covers what is read.
_ENOUGH = 3
IMPORT, SEARCH, GO = "import", "search", "go"
HINTS = (IMPORT, SEARCH, GO)


class Hint(QFrame):
    """A note below a widget of the window. It takes neither focus nor keys: what one does goes on."""

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setObjectName("hint")
        self.setProperty("tone", "toast")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label = wrapping(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self._label)
        self.hide()

    def show_at(self, place: QWidget, text: str) -> None:
        """Show a text below a widget, or above it where there is no room."""
        self._label.setText(text)
        self.setAccessibleName(text)
        width = min(_WIDEST, max(map(self._label.fontMetrics().horizontalAdvance, text.splitlines())) + 32)
        self.resize(width, self.heightForWidth(width))
        window, corner = self._over, place.mapTo(self._over, QPoint(0, 0))
        left, top = corner.x(), corner.y()
        below = top + place.height() + _GAP
        if below + self.height() > window.height() - _MARGIN:
            below = top - _GAP - self.height()
        self.move(max(_MARGIN, min(left, window.width() - _MARGIN - self.width())), below)
        if not self.isVisible():  # What has opened over it since stays over it.
            self.show()
            self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clicked.emit()


class Tour(QObject):
    """Shows one hint at a time, and none in a library that has articles from before.

    A hint goes with a click, with an Esc that nothing else had a use for, when one does what it tells of or opens what
    it would cover, and by itself once a few articles were read under it.
    """

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.hint = Hint(window)
        self.shown = ""
        self._began = False
        self._read = False
        self._under: set[int] = set()  # the articles opened while this hint was shown
        self.hint.clicked.connect(self.dismiss)
        window.summary.changed.connect(self._look)
        window.navigator.opened.connect(lambda page: self._on_read(page.article))
        window.list_pane.search.textEdited.connect(lambda _text: self._done(SEARCH))
        for name, hint in (("search", SEARCH), ("search_everywhere", SEARCH), ("go_to", GO), ("shortcuts", GO)):
            window.actions_[name].triggered.connect(lambda _=False, hint=hint: self._done(hint))
        for name in ("go_to", "time_machine"):
            window.actions_[name].triggered.connect(lambda _=False: self.dismiss())
        window.actions_.retranslated.connect(self._place)
        window.appearance.language_changed.connect(lambda _language: self._place())
        window.installEventFilter(self)
        window.list_pane.search.installEventFilter(self)
        self._look()

    def dismiss(self) -> None:
        """Let the hint that is shown go, for ever."""
        if self.shown:
            self._done(self.shown)

    def _done(self, name: str) -> None:
        if not self._seen(name):
            self._settings.set(f"tour/{name}", True)
            self._look()

    def _seen(self, name: str) -> bool:
        return self._settings.flag(f"tour/{name}", default=False)

    def _on_read(self, article: int) -> None:
        self._read = True
        self._under.add(article)
        if len(self._under) == _ENOUGH:
            self.dismiss()
        self._look()

    def _look(self) -> None:
        """Show the hint that is due, if any."""
        window = self._window
        if not window.summary.loaded:
            return
        filled = window.summary.counts.total > 0
        if not self._began:
            self._began = True
            if filled:
                for name in HINTS:
                    self._settings.set(f"tour/{name}", True)
        if filled and not self._seen(IMPORT):
            self._settings.set(f"tour/{IMPORT}", True)
        due = SEARCH if filled and not self._seen(SEARCH) else GO if filled and self._read else "" if filled else IMPORT
        before, self.shown = self.shown, due if due and not self._seen(due) else ""
        if self.shown != before:
            self._under = set()
        self._place()

    def _place(self) -> None:
        window = self._window
        places = {IMPORT: window.welcome.main_button, SEARCH: window.list_pane.search, GO: window.sidebar.menu_button}
        place = places.get(self.shown)
        # That of the menu would lie over the search box.
        aside = self.shown == GO and window.list_pane.search.hasFocus()
        if place is None or not place.isVisible() or aside:
            self.hint.hide()
        else:
            self.hint.show_at(place, self._text())

    def _text(self) -> str:
        key = self._window.actions_.first_key
        if self.shown == IMPORT:
            return self.tr("Start here, or drop a folder of posts on the window.")
        if self.shown == SEARCH:
            return self.tr("Search for any word in any article here: {key}").format(key=key("search"))
        return self.tr("{go} goes anywhere by name, {sheet} shows all keys. The menu has everything else.").format(
            go=key("go_to"), sheet=key("shortcuts")
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window.list_pane.search and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._place()
        elif watched is self._window and self.shown:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._place()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == _ESCAPE:
                self.dismiss()
        return False
