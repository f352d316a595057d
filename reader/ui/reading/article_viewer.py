"""Shows one article, and says what the reader wants next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.late import late
from reader.ui.document.kinds import FETCH
from reader.ui.document.pictures import PictureFile
from reader.ui.document.typography import ZOOM_LEAST, ZOOM_MOST, Typography
from reader.ui.document.view import DocumentView
from reader.ui.looks.theme import Theme
from reader.ui.reading.near import Found
from reader.ui.reading.notes import Notes
from reader.ui.reading.page_links import PageLinks
from reader.ui.reading.page_maker import PageMaker
from reader.ui.reading.word_marks import WordMarks

with late():
    from reader.library.conditions import query_tree
    from reader.library.search import highlight
    from reader.ui.document import table_dialog, writer
    from reader.ui.reading import hits, page_menu
    from reader.viewing import folds
    from reader.viewing import page as pages

#: More matches than this slow the page down and show nothing.
MAX_MARKS = 2000
_PAGE = 0.9
_SETTLED_MS = 400


class ArticleViewer(DocumentView):
    """The right pane. `picture_file` leads from a picture's key to its file in the store, or to None."""

    link_activated = Signal(str)  # http, https or mailto
    link_hovered = Signal(str)  # words that say where it leads, "" when the pointer leaves it
    next_requested = Signal()
    previous_requested = Signal()
    position_changed = Signal(int)  # the text offset at the top, once scrolling has settled
    typography_changed = Signal(Typography)
    pictures_wanted = Signal(int)  # of an article: fetch what it shows from the web
    picture_wanted = Signal(int, object)  # of an article: the one at the address of that number
    picture_activated = Signal(list, int)  # keys and descriptions of the page's pictures, and which
    code_copied = Signal()
    rebuilt = Signal()  # a new document: text cursors of the old one are void

    def __init__(self, theme: Theme, picture_file: PictureFile, parent: QWidget | None = None) -> None:
        super().__init__(theme, picture_file, parent)
        self._page: pages.Page | None = None
        self.built: writer.Built | None = None
        self.maker = PageMaker(self.stage, self)
        self._words: Sequence[query_tree.Words] = ()
        self.marks = WordMarks(self, self._colour_passages)
        self.marks.closed.connect(self._turn)
        self._found, self._turned = Found(self, self._colour_passages), 0
        self._spoken: list[tuple[QTextCursor, str]] = []
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._tell_position)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.links = PageLinks(self._go_to, self._handlers_of_links(), self)
        self.anchorClicked.connect(self.links.follow)
        self.highlighted.connect(self.links.hover)
        self.links.activated.connect(self.link_activated)
        self.links.hovered.connect(self.link_hovered)
        self.notes = Notes(self, picture_file, self.links.follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        self.setAccessibleName(self.tr("Article"))
        if self._page is not None:
            self.maker.have_ready(self.wanted, self._rebuild)

    def page(self) -> pages.Page | None:
        return self._page

    def show_page(self, page: pages.Page) -> None:
        """Show an article where its reading stopped; the same article again keeps the place it is at."""
        same = self._page is not None and self._page.article == page.article
        place = self.anchor() if same else (page.position, 8)
        if not same:
            self.settle()
            self._words = ()
        self._page = page
        self.pictures.show(dict(page.pictures), page.absent)
        self.links.show(page.inside)
        self._build(page)
        if place[0] > 0:
            self.restore(place)
        else:
            self.verticalScrollBar().setValue(0)
        self._settling.stop()

    def settle(self) -> None:
        """Tell the place at once if it has just changed: what is shown is about to go."""
        if self._settling.isActive():
            self._settling.stop()
            self._tell_position()

    def clear_page(self) -> None:
        self.settle()
        self._page, self.built = None, None
        self.maker.forget()
        self.pictures.show({})
        self._settling.stop()
        self._found.empty()
        self._spoken = []
        self.marks.clear()  # or Qt would look at passages of a document that is gone
        self.adopt(QTextDocument(self))
        self.rebuilt.emit()

    def set_theme(self, theme: Theme) -> None:
        if theme != self.stage.theme:
            self.stage.theme = theme
            self.recolour()
            self._rebuild()

    def set_zoom(self, px: int) -> None:
        """Set the size of the text in pixels; the reading place stays."""
        self.set_typography(replace(self.wanted, px=max(ZOOM_LEAST, min(px, ZOOM_MOST))))

    def set_typography(self, typography: Typography) -> None:
        """Set articles otherwise, a long one as soon as it is ready; the reading place stays."""
        if typography != self.wanted:
            self.wanted = typography
            self.maker.have_ready(typography, self._rebuild)
            self.typography_changed.emit(typography)

    def place(self) -> tuple[int, int]:
        """Return the anchor as it is where no details were opened; `return_to` leads there, whatever is open then."""
        at, below = self.anchor()
        return self.built.folded(at) if self.built is not None else at, below

    def return_to(self, place: tuple[int, int]) -> None:
        self.restore((self.built.at_folded(place[0]) if self.built is not None else place[0], place[1]))

    def mark_words(self, words: Sequence[query_tree.Words]) -> None:
        """Lay a colour behind every occurrence of the words searched for; open the details that hold some, once."""
        others, self._words = words != self._words, words
        self._mark(opening=others)

    def occurrences(self, text: str) -> list[highlight.Range]:
        """Return where a text occurs, at most MAX_MARKS times."""
        return hits.occurrences(self.built, text, MAX_MARKS) if self.built is not None else []

    def reveal(self, text: str) -> None:
        """Open the details that hold a text."""
        if self._page is not None:
            closed = folds.closed_with(self._page.blocks, self.maker.opened, hits.holds(text))
            if closed:
                self._turn(closed)

    def show_hits(self, places: Sequence[highlight.Range], current: int) -> None:
        """Colour what was found, the current one stronger, and bring that one into view."""
        self._found.show(places, current)
        self._colour_passages()

    def show_spoken(self, cursor: QTextCursor | None) -> None:
        """Colour what is being read aloud."""
        self._spoken = [(cursor, self.stage.theme.tint)] if cursor is not None else []
        self._colour_passages()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn_page(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        moved = super().focusNextPrevChild(next_)
        self.links.reach(self.textCursor() if moved and self.hasFocus() else None)
        return moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            steps = int((self._turned + turned) / 120)  # a touchpad tells of small parts of a notch
            self._turned += turned - 120 * steps
            self.set_zoom(self.zoom() + steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        # By key, Qt would scroll to the cursor and open a menu there, where nothing is that anybody means.
        if isinstance(event, QContextMenuEvent):
            page_menu.open_menu(self, event)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        page_menu.open_menu(self, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _rebuild(self) -> None:
        place = self.place()
        self.stage.typography = self.wanted
        if self._page is not None:
            self._build(self._page)
            self.return_to(place)

    def _build(self, page: pages.Page) -> None:
        self.built = self.maker.make(page)
        self._found.empty()
        self._spoken = []
        self.marks.empty()
        self.adopt(self.built.document)
        self._mark()
        self.rebuilt.emit()

    def _mark(self, *, opening: bool = False) -> None:
        if self._words and self._page is not None and self.built is not None:
            folded = self._page.blocks if opening and self.built.folds else ()
            self.marks.look(hits.said(self.built, folded, self.maker.opened), self._words)
        else:
            self.marks.clear()

    def _colour_passages(self) -> None:
        self.select_extra(self._spoken + self.marks.coloured() + self._found.coloured())

    def turn_page(self, *, back: bool) -> None:
        """Go on or back by a page; at the end, ask for another article."""
        bar = self.verticalScrollBar()
        if bar.value() == bar.minimum() if back else self.at_end():
            (self.previous_requested if back else self.next_requested).emit()
        else:
            step = round(_PAGE * self.viewport().height())
            self._scroll_to(bar.value() + (-step if back else step))

    def _handlers_of_links(self) -> dict[str, Callable[[str], None]]:
        """Return what the addresses do that only a document of ours has."""
        return {
            "toggle": lambda number: self._turn({int(number)}),
            "table": lambda number: self._open_table(int(number)),
            "picture": lambda number: self.open_picture(int(number)),
            "copy": lambda number: self._copy_code(int(number)),
            FETCH: self.fetch_picture,
        }

    def _turn(self, details: AbstractSet[int]) -> None:
        """Open the closed ones of these details, and close the others."""
        self.maker.opened ^= details
        self._rebuild()

    def _go_to(self, name: str) -> None:
        """Show the footnote that a place is in, else go to the place."""
        if not self.notes.open(self._page, name) and self.built is not None and name in self.built.places:
            self.restore((self.built.places[name], 24))

    def _open_table(self, number: int) -> None:
        if self.built is not None and number < len(self.built.tables):
            table, found = self.built.tables[number], self.stage.theme.found
            dialog = table_dialog.TableDialog(table, self, words=self._words, found=found)
            dialog.view.setLayoutDirection(self.built.document.begin().textDirection())
            dialog.show()

    def open_picture(self, number: int) -> None:
        """Show a picture of the page large, by its number."""
        if self.built is not None and number < len(self.built.pictures):
            self.picture_activated.emit(self.built.pictures, number)

    def _copy_code(self, number: int) -> None:
        if self.built is not None and number < len(self.built.codes):
            QGuiApplication.clipboard().setText(self.built.codes[number])
            self.code_copied.emit()

    def fetch_pictures(self) -> None:
        """Ask for the pictures of this article that are still on the web."""
        if self._page is not None and self._page.absent:
            self.pictures_wanted.emit(self._page.article)

    def fetch_picture(self, name: str) -> None:
        """Ask for one picture of this article that is still on the web, by its name on the page."""
        absent = self.pictures.absent(name)
        if self._page is not None and absent is not None:
            self.picture_wanted.emit(self._page.article, absent.address)

    def set_offline(self, offline: bool) -> None:
        """Let the cards of absent pictures say whether they can be had now."""
        self.stage.offline = offline
        self.viewport().update()

    def _scrolled(self) -> None:
        if self._page is not None:
            self._settling.start()

    def _tell_position(self) -> None:
        self.position_changed.emit(self.built.folded(self.position()) if self.built is not None else 0)
