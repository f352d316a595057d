"""What each action does: short sentences over session, navigator and panes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from reader.domain import Article, Changes, MarkKind
from reader.late import late
from reader.library.library import Library
from reader.ui.actions import Actions
from reader.ui.document.typography import ZOOM_DEFAULT
from reader.ui.listing.list_pane import ListPane
from reader.ui.navigator import Navigator, query_of
from reader.ui.parts.toast import Toast
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.session import LibrarySession
from reader.ui.sidebar.lines import Key
from reader.ui.sidebar.sidebar import Sidebar
from reader.ui.undoing import UndoNames

with late():
    from reader.ui import marking


class Commands(QObject):
    """Connects the actions that concern articles; the window connects those that concern itself."""

    def __init__(
        self,
        session: LibrarySession,
        navigator: Navigator,
        list_pane: ListPane,
        reader: ReaderPane,
        toast: Toast,
        sidebar: Sidebar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._navigator = navigator
        self._list = list_pane
        self._reader = reader
        self._toast = toast
        self._lines = sidebar.model
        sidebar.line_menu.read_wanted.connect(self.read_line)
        session.foreseen.changed.connect(list_pane.model.refresh)
        session.titles.changed.connect(list_pane.model.refresh)
        reader.viewer.code_copied.connect(lambda: toast.show_message(self.tr("Code copied")))

    def connect_actions(self, actions: Actions) -> None:
        """Let every action do its work."""
        UndoNames(self._session.undo_stack, actions, self._toast, self)
        handlers: dict[str, Callable[[], object]] = {
            "undo": self._session.undo_stack.undo,
            "redo": self._session.undo_stack.redo,
            "toggle_read": self.toggle_read,
            "toggle_later": self.toggle_later,
            "read_all": self.read_all,
            "start_over": self.start_over,
            "open_original": self.open_original,
            "next": lambda: self._list.list.step(1),
            "previous": lambda: self._list.list.step(-1),
            "first": lambda: self._list.when_whole(lambda: self._go_to_end(last=False)),
            "last": lambda: self._list.when_whole(lambda: self._go_to_end(last=True)),
            "next_unread": self.next_unread,
            "page_on": self.page_on,
            "page_back": lambda: self._reader.viewer.turn_page(back=True),
            "find": self._reader.find_bar.open,
            "next_hit": self._reader.next_hit,
            "previous_hit": self._reader.previous_hit,
            "typography": self._reader.open_text_panel,
            "larger": lambda: self._zoom(+1),
            "smaller": lambda: self._zoom(-1),
            "normal_size": lambda: self._reader.viewer.set_zoom(ZOOM_DEFAULT),
        }
        for name, handler in handlers.items():
            actions[name].triggered.connect(lambda _checked=False, handler=handler: handler())
        self._list.list.bookmark_clicked.connect(self.toggle_later_of)
        self._list.list.unread_clicked.connect(self.toggle_read_of)

    def toggle_read(self) -> None:
        """Mark the article read if it is unread, and the other way round; likewise all that are selected."""
        many = self._list.list.many()
        article = self._current()
        if many:
            text = self.tr("Mark %n article(s) as read or unread", "", len(many))
            self._session.toggle(many, MarkKind.READ, text=text, done=self._tell_read)
        elif article is not None:
            self._toggle_read(article)

    def toggle_read_of(self, article: int) -> None:
        """The same for any article of the list, whether it is open or not."""
        for found in self._session.articles([article]):
            self._toggle_read(found)

    def _toggle_read(self, article: Article) -> None:
        text = self.tr("Mark as read") if article.unread else self.tr("Mark as unread")
        self._session.toggle([article.id], MarkKind.READ, text=text)

    def toggle_later(self) -> None:
        """Put the article, or all that are selected, on the read-later list, or take them off."""
        many = self._list.list.many()
        article = self._current()
        if many:
            # The button says what the open article is, and is pressed for others here.
            self._reader.set_bookmarked(bookmarked=article is not None and article.bookmarked)
            text = self.tr("Read %n article(s) later, or no longer", "", len(many))
            self._session.toggle(many, MarkKind.BOOKMARK, text=text, done=self._tell_later)
        elif article is None:
            self._reader.set_bookmarked(bookmarked=False)
        else:
            self._toggle_bookmark(article)

    def toggle_later_of(self, article: int) -> None:
        """The same for any article of the list, whether it is open or not."""
        for found in self._session.articles([article]):
            self._toggle_bookmark(found)

    def _toggle_bookmark(self, article: Article) -> None:
        text = self.tr("Remove from the read-later list") if article.bookmarked else self.tr("Read later")
        self._session.toggle([article.id], MarkKind.BOOKMARK, text=text, done=self._tell_later)

    def _tell_later(self, changes: Changes) -> None:
        count = len(changes.marks)
        if not count:  # It went meanwhile.
            return
        off = _was_set(changes)
        if count > 1 and off:
            said = self.tr("%n article(s) removed from the read-later list", "", count)
        elif count > 1:
            said = self.tr("%n article(s) kept to read later", "", count)
        else:
            said = self.tr("Removed from the read-later list") if off else self.tr("Kept to read later")
        self._toast.show_message(said, self.tr("Undo"), self._session.undo_stack.undo)

    def read_all(self) -> None:
        """Mark all that is listed as read, once all of it is known."""
        self._list.when_whole(self._mark_listed)

    def _mark_listed(self) -> None:
        ids = self._list.model.ids
        self._session.mark_read(
            ids, read=True, text=self.tr("Mark all as read"), done=self._tell_read, named=self._name_read
        )

    def read_line(self, key: Key) -> None:
        """Mark all as read that a line of the sidebar lists, whatever the list shows now."""
        line = self._lines.find(key)
        if line.isValid():
            query = query_of(key, unread=True, text="", within=self._lines.text_of(key) or "")
            wish = marking.reading_list(query, self._lines.node(line).count)
            command = marking.MarkCommand(
                self._session, self.tr("Mark all as read"), wish, self._tell_read, self._name_read
            )
            self._session.undo_stack.push(command)

    def _name_read(self, number: int) -> str:
        return self.tr("Mark %n article(s) as read", "", number)

    def _tell_read(self, changes: Changes) -> None:
        count = len(changes.marks)
        if not count:
            self._toast.show_message(self.tr("No unread articles here"))
            return
        if _was_set(changes):
            said = self.tr("%n article(s) marked as unread", "", count)
        else:
            said = self.tr("%n article(s) marked as read", "", count)
        self._toast.show_message(said, self.tr("Undo"), self._session.undo_stack.undo)

    def _go_to_end(self, *, last: bool) -> None:
        model = self._list.model
        row = model.next_row(model.rowCount(), -1) if last else model.next_row(-1, 1)
        if row >= 0:
            self._list.list.setCurrentIndex(model.index(row))

    def page_on(self) -> None:
        """Turn the page; but Space on a button of a pane presses it, as everywhere."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QToolButton) and focused.menu() is not None:
            focused.showMenu()
        elif isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self._reader.viewer.turn_page(back=False)

    def next_unread(self) -> None:
        """Go to the next unread article of the list, from the one that is open on, then from the top."""
        self._list.when_whole(self._find_unread)

    def _find_unread(self) -> None:
        ids, here, now = self._list.model.ids, self._list.list.current_place(), self._list.list.current_article()
        after, before, chosen = ids[here + 1 :], ids[: max(here, 0)], ids[max(here, 0) : here + 1]

        def job(library: Library) -> tuple[int | None, bool]:
            found = library.first_unread(after) or library.first_unread(before)
            return found, found is None and library.first_unread(chosen) is not None

        def done(answer: tuple[int | None, bool]) -> None:
            article, chosen_unread = answer
            if self._list.list.current_article() != now:
                return  # Another one was opened meanwhile.
            if article is not None:
                self._list.list.choose(article)
            elif chosen_unread:  # Reading it does not mark it, by the rule that was chosen.
                self._toast.show_message(self.tr("No other unread articles here"))
            else:
                self._toast.show_message(self.tr("No unread articles here"))

        self._session.read(job, done)

    def start_over(self) -> None:
        """Go back to the beginning of the article; undo returns to where one was."""
        page = self._reader.open_page()
        place = self._reader.viewer.position()
        if page is not None and place:
            text = self.tr("Back to the beginning")
            self._session.move_position(page.article, place, 0, text, self._reader_goes_to)

    def open_original(self) -> None:
        """Open the address the post came from in the browser."""
        page = self._reader.open_page()
        if page is None:
            return
        if page.link.startswith(("http://", "https://")):
            self.open_link(page.link)
        else:
            self._toast.show_message(self.tr("This post has no link to its original"))

    def open_article(self, article: int) -> None:
        """Read an article of the library, which the list need not hold; the keys go on from where they were in it."""
        if not self._list.choose_quietly(article):
            self._list.list.clearSelection()
        self._navigator.open(article)

    def open_link(self, address: str) -> None:
        """Open a link in the browser: the one way out, and only on a click. Who works offline is asked once more."""
        if self._reader.viewer.stage.offline:
            self._toast.show_message(
                self.tr("You are working offline"), self.tr("Open in your browser"), lambda: self._leave(address)
            )
        else:
            self._leave(address)

    def _leave(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))
        host = QUrl(address).host()
        self._toast.show_message(self.tr("Opened in your browser: {host}").format(host=host or address[:60]))

    def _reader_goes_to(self, article: int, position: int) -> None:
        page = self._reader.open_page()
        if page is not None and page.article == article:
            self._reader.viewer.go_to_position(position)

    def _zoom(self, step: int) -> None:
        self._reader.viewer.set_zoom(self._reader.viewer.zoom() + step)

    def _current(self) -> Article | None:
        """Return the article the keys are meant for: the open one, else the selected one."""
        article = self._navigator.article or self._list.list.current_article()
        found = self._session.articles([article]) if article is not None else []
        return found[0] if found else None


def _was_set(changes: Changes) -> bool:
    """Whether a mark was taken back, and not set: all that change at once had it, or none."""
    return changes.before[0] > 0
