"""The reading pane: its buttons, the article, the find bar, or a hint when nothing is open."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reader.late import late
from reader.ui.actions import Actions, Group
from reader.ui.document.pictures import PictureFile, Pictures
from reader.ui.looks.appearance import Appearance
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.pane import Pane
from reader.ui.parts.resting import keeps_nothing
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.headings import Headings
from reader.ui.reading.hit_bar import HitBar
from reader.ui.reading.progress import ProgressLine

if TYPE_CHECKING:
    from reader.viewing.page import Page

with late():
    from reader.ui.reading import outline_panel, text_panel

# An article with fewer headings needs no outline.
_FEWEST = 2


class ReaderPane(Pane):
    """Shows one page."""

    def __init__(
        self, picture_file: PictureFile, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__("page", parent)
        icons = appearance.icons
        self._stack = QStackedWidget(self)
        article = QWidget(self._stack)
        self.viewer = ArticleViewer(icons.theme, picture_file, article)
        self.viewer.addAction(actions.part(Group.SHARE, self).menuAction())
        self.find_bar = FindBar(self.viewer, article)
        self.empty = EmptyState(icons, self._stack)
        self._outline_action = actions["outline"]
        actions.keys.changed.connect(self.retranslate)
        self._actions, self._later = actions, actions["toggle_later"]
        self._icons, self._appearance = icons, appearance
        self.text_panel: text_panel.TextPanel | None = None
        self._fill_header(actions)
        column = self.article_column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.progress_line = ProgressLine(icons, article)
        column.addWidget(self.progress_line)
        column.addWidget(self.find_bar)
        column.addWidget(self.viewer, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(article)
        self.column.addWidget(self._stack, 1)
        self._about_page.hide()
        self.retranslate()

    def _fill_header(self, actions: Actions) -> None:
        names = ("back", "forward", "previous", "next")
        self.back_button, forward, previous, following = (self.add_button(actions[name]) for name in names)
        self.header.addStretch(1)
        self.hit_bar = HitBar(self.viewer, self)
        self.header.addWidget(self.hit_bar)
        self.outline_button = self.add_button(actions["outline"])
        actions["outline"].triggered.connect(lambda: self.outline.open_below(self.outline_button))
        Headings(self.viewer, actions)
        self.viewer.rebuilt.connect(self._offer_outline)
        self._offer_outline()
        self.text_button = self.add_button(actions["typography"])
        # What there is to do with a page goes with it.
        self._about_page = QWidget(self)
        row = QHBoxLayout(self._about_page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.header.spacing())
        self.header.addWidget(self._about_page)
        find, printing, *_ = (
            self.add_button(actions[name], row) for name in ("find", "print", "open_original", "toggle_later")
        )
        self.spare((printing, forward, self.back_button, following, previous, find))

    def open_text_panel(self) -> None:
        """Offer colours, fonts and sizes, under the button for them."""
        if self.text_panel is None:
            self.text_panel = text_panel.TextPanel(self.viewer, self._appearance, self.window())
            keeps_nothing(self.text_panel, self, "text_panel")
        self.text_panel.open_below(self.text_button)

    @cached_property
    def outline(self) -> outline_panel.OutlinePanel:
        """The outline of the article."""
        return outline_panel.OutlinePanel(self.viewer)

    def _offer_outline(self) -> None:
        """Offer the outline where there is one."""
        several = self.viewer.built is not None and len(self.viewer.built.sections) >= _FEWEST
        self._outline_action.setEnabled(several)
        self.outline_button.setVisible(several)

    def show_page(self, page: Page) -> None:
        """Show an article."""
        self._stack.setCurrentIndex(1)
        self._about_page.show()
        self.viewer.show_page(page)
        self.set_bookmarked(bookmarked=page.bookmarked)

    def next_hit(self) -> None:
        """Go to the next of what is looked for on the page; ask for it if nothing is."""
        if not self.find_bar.isHidden():
            self.find_bar.find_next()
        elif self.hit_bar.any():
            self.hit_bar.next()
        else:
            self.find_bar.open()

    def previous_hit(self) -> None:
        """Go to the one before."""
        if not self.find_bar.isHidden():
            self.find_bar.find_previous()
        else:
            self.hit_bar.previous()

    def clear(self) -> None:
        """Show that no article is open."""
        self.viewer.clear_page()
        self._stack.setCurrentIndex(0)
        self._about_page.hide()
        self.set_bookmarked(bookmarked=False)

    def stop(self) -> None:
        """Read no picture any more, those of footnotes included: the window closes."""
        for pictures in self.findChildren(Pictures):
            pictures.close()

    def set_bookmarked(self, *, bookmarked: bool) -> None:
        """Let the button say whether the article is on the read-later list."""
        self._later.setChecked(bookmarked)
        name, role = ("bookmark-filled", "bookmark") if bookmarked else ("bookmark", "text2")
        self._later.setIcon(self._icons.icon(name, role))

    def open_page(self) -> Page | None:
        """Return what is shown."""
        return self.viewer.page() if self._stack.currentIndex() else None

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.empty.set_content(
            "document",
            self.tr("Nothing open"),
            self._keys_words(),
        )

    def _keys_words(self) -> str:
        keys = [self._actions.first_key(name) for name in ("next", "previous", "next_unread", "shortcuts")]
        if not all(keys):
            return ""
        words = self.tr(
            "{next} and {previous} move through the list, {unread} goes to the next unread.\n{sheet} shows all keys."
        )
        return words.format(next=keys[0], previous=keys[1], unread=keys[2], sheet=keys[3])

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
