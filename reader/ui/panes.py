"""The three panes side by side: their widths, which of them are shown, and which has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from reader.ui.actions import Actions
from reader.ui.parts.slide import Slide

# What the keys make a pane wider by, in pixels.
_STEP = 24
# Below this width of the window the sidebar gives its place to the article.
_NARROW = 900
# Below this one the article gives its place to a sidebar that is asked for: three panes would show too little each.
_TIGHT = 760


class Panes(QSplitter):
    """Made before the panes, which are made in it: Qt dresses all that is in a widget anew when it moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._gave_way = False
        self.slide: Slide | None = None
        self.setHandleWidth(1)

    def hold(self, places: Sequence[QWidget]) -> None:
        """Take the panes that are there; `places` take the keys, one in each, in the order in which F6 goes."""
        self.panes = [*filter(None, map(self.widget, range(self.count())))]
        self._sidebar, self._page = self.panes[0], self.panes[-1]
        self._places = places
        for number in range(self.count()):
            # Only the article grows with the window.
            self.setStretchFactor(number, int(number == self.count() - 1))
            self.setCollapsible(number, False)
        self.setSizes([240, 373, 667])

    def serve(self, actions: Actions) -> None:
        """Take the commands that concern the panes."""
        actions["sidebar"].triggered.connect(self.toggle_sidebar)
        actions["next_pane"].triggered.connect(lambda: self.cycle(1))
        actions["previous_pane"].triggered.connect(lambda: self.cycle(-1))
        actions["wider"].triggered.connect(lambda: self.widen(_STEP))
        actions["narrower"].triggered.connect(lambda: self.widen(-_STEP))

    def toggle_sidebar(self) -> None:
        """Hide the sidebar or show it."""
        if self.slide is None:
            # Over the splitter, not in it: there it would be one more pane.
            over = self.parentWidget()
            self.slide = Slide(over if over is not None else self)
        width, page_gone = self._sidebar.width() + self.handleWidth(), self._page.isHidden()

        def way() -> QPoint:
            if self._page.isHidden() is not page_gone:
                return QPoint()
            # Where it is shown for the first time, it has its width only now.
            return QPoint(self._sidebar.width() + self.handleWidth() if self._sidebar.isVisible() else -width, 0)

        def change() -> None:
            self._gave_way = False
            self._show_sidebar(shown=not self._sidebar.isVisible())
            self._make_room(self.width())
            self.refresh()

        self.slide.show_change(change, way, self._beside_page)

    def _beside_page(self) -> QRect:
        """Return where sidebar and list are: the page, which is set anew, does not move."""
        return QRect(0, 0, self._page.x(), self.height())

    def fit(self, before: int, width: int) -> None:
        """Let the sidebar go when the window becomes narrow, and come back when it is wide again."""
        # A window that is shown for the first time had no width before.
        if width < _NARROW and (before >= _NARROW or before < 0):
            self._gave_way = not self._sidebar.isHidden()
            self._show_sidebar(shown=False)
        elif width >= _NARROW > before and self._gave_way:
            self._gave_way = False
            self._show_sidebar(shown=True)
        self._make_room(width)

    def show_page(self) -> None:
        """Let the sidebar go that took the article's place."""
        if self._page.isHidden():
            self._show_sidebar(shown=False)
            self._make_room(self.width())

    def _make_room(self, width: int) -> None:
        """Let the article go, or come back, where the window has that width."""
        self._show(self._page, shown=width >= _TIGHT or self._sidebar.isHidden())

    def _show_sidebar(self, *, shown: bool) -> None:
        self._show(self._sidebar, shown=shown)

    def _show(self, pane: QWidget, *, shown: bool) -> None:
        focused = QApplication.focusWidget()
        if not shown and focused is not None and pane.isAncestorOf(focused):
            # Else Qt gives the keys to the next widget there is, a button.
            self._places[1].setFocus()
        pane.setVisible(shown)

    def sidebar_wanted(self) -> bool:
        """Whether the sidebar is shown, or would be in a wider window."""
        return self._gave_way or not self._sidebar.isHidden()

    def widen(self, by: int) -> None:
        """Make the pane that has the focus wider by some pixels; the one to the right of it gives them, or the left."""
        shown = [number for number, pane in enumerate(self.panes) if pane.isVisible()]
        focused = QApplication.focusWidget() or self
        here = next((at for at, number in enumerate(shown) if self.panes[number].isAncestorOf(focused)), -1)
        if here < 0 or len(shown) < 2:
            return
        last = here == len(shown) - 1
        left, right = shown[here - 1 : here + 1] if last else shown[here : here + 2]
        # Not where the handle is: the mouse is given more of it than is seen.
        self.moveSplitter(self.panes[left].geometry().right() + 1 + (-by if last else by), right)

    def cycle(self, step: int) -> None:
        """Give the focus to the next pane (1) or the one before (-1)."""
        shown = [place for place in self._places if place.isVisible()]
        here = next((number for number, place in enumerate(shown) if place.hasFocus()), -step)
        if shown:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
