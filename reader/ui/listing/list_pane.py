"""The list pane: its title and count, the search box, the list, or why it is empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from reader.domain import Order, State
from reader.ui.actions import Actions
from reader.ui.listing.article_delegate import ArticleDelegate
from reader.ui.listing.article_list import ArticleList
from reader.ui.listing.article_model import ArticleModel
from reader.ui.listing.list_menu import ListMenu
from reader.ui.listing.row_layout import Density
from reader.ui.listing.sections import Grouping
from reader.ui.listing.snippets import Snippets
from reader.ui.listing.thumbnails import Thumbnails
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Shown
from reader.ui.parts.empty_state import EmptyState, Lower
from reader.ui.parts.pane import Pane, measure
from reader.ui.parts.slide import Slide
from reader.ui.search.bar import SearchBar
from reader.ui.search.suggestions import Suggestions


class ListPane(Pane):
    """Shows what the navigator listed; says what was typed and chosen."""

    article_chosen = Signal(int)

    _when_whole: Callable[[], None] | None

    def __init__(
        self,
        model: ArticleModel,
        thumbnails: Thumbnails,
        snippets: Snippets,
        actions: Actions,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("list", parent)
        self.name, self._found = "", 0
        self.order, self.grouping = Order.NEWEST, Grouping.DAY
        self._shown: Shown | None = None
        self._descending, self._when_whole = False, None
        self.title, self.number = self._labels()
        self.header.addStretch(1)
        self.arrange = self._arrange_button(actions, icons)
        self.add_button(actions["only_unread"])
        self.add_button(actions["read_all"])
        actions.keys.changed.connect(self._tell)
        self.search_bar = self._make_search(actions, icons)
        self.search = self.search_bar.box
        self._actions, self.model = actions, model
        self._stack = Lower(self)
        self.list = ArticleList(model, self._stack)
        self.slide = Slide(self.list)
        self.delegate = ArticleDelegate(icons, thumbnails.pixmap, self.list)
        self.list.setItemDelegate(self.delegate)
        self.menu = ListMenu(self.list, actions, self.select_all)
        thumbnails.ready.connect(self.list.viewport().update)
        self.snippets = self.delegate.snippets = self.model.snippets = snippets
        snippets.ready.connect(self.list.viewport().update)
        self.empty = EmptyState(icons, self._stack)
        self.empty.primary_clicked.connect(self.search.clear)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.column.addWidget(self._stack, 1)
        self.suggestions = Suggestions(icons, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.list.article_chosen.connect(self.article_chosen)
        self.list.selection_changed.connect(self._show_number)
        self.search_bar.confirmed.connect(self._descend)
        self.search_bar.descended.connect(self._descend)
        self.search.textChanged.connect(self._stay)

    def _labels(self) -> tuple[QLabel, QLabel]:
        title, number = QLabel(self), QLabel(self)
        for label, px, weight in ((title, 17, QFont.Weight.Bold), (number, 12, QFont.Weight.Normal)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            font = label.font()
            font.setPixelSize(px)
            font.setWeight(weight)
            label.setFont(font)
        number.setProperty("tone", "secondary")
        self.header.setContentsMargins(20, 0, 10, 0)
        self.header.setSpacing(2)
        self.header.addWidget(title)
        self.header.addSpacing(8)
        self.header.addWidget(number)
        return title, number

    def _arrange_button(self, actions: Actions, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon("arrange"))
        measure(button)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(actions.choices(button))
        self.header.addWidget(button)
        return button

    def set_density(self, density: Density) -> None:
        """Let rows show more or less of an article."""
        self.list.set_density(density)
        self.delegate.set_layout(self.list.layout_of_rows)
        self.list.viewport().update()

    def _make_search(self, actions: Actions, icons: Icons) -> SearchBar:
        bar = SearchBar(actions["search_help"], icons, self)
        self.column.addWidget(bar)
        # A button to keep the search, while there is something to keep.
        action = actions["save_search"]
        keep = bar.box.addAction(icons.icon("smart-folder"), QLineEdit.ActionPosition.TrailingPosition)
        keep.setVisible(False)
        keep.triggered.connect(action.trigger)

        def name() -> None:
            keep.setText(action.text())
            keep.setToolTip(action.toolTip())

        action.changed.connect(name)
        name()
        bar.box.textChanged.connect(lambda text: keep.setVisible(bool(text.strip())))
        return bar

    def show_listing(self, shown: Shown) -> None:
        """Show a list. The same one read anew keeps its place and selection; what is new at its top pushes it down."""
        first, now = self.model.ids[:1], shown.listing.ids[:1]
        if shown.again and first and now and first != now and self.list.verticalOffset() == 0:
            above = self.list.top_of(first[0])
            self.slide.show_change(lambda: self._show(shown), lambda: self._pushed(first[0], above))
        else:
            self._show(shown)

    def _pushed(self, article: int, above: int) -> QPoint:
        """Return how far an article was pushed down that began at `above`, at most out of view."""
        return QPoint(0, min(max(self.list.top_of(article) - above, 0), self.list.viewport().height()))

    def _show(self, shown: Shown) -> None:
        article, anchor = self.list.current_article(), self.list.anchor() if shown.again else None
        held = self.list.held() if shown.again else ()
        if not shown.again:
            self._when_whole = None
        self._shown, self._found = shown, shown.found
        self.snippets.begin(shown.query.text or shown.query.within)
        self.model.set_listing(shown.listing.ids, shown.sections)
        if shown.again and article is not None:
            self.choose_quietly(article)
            self.list.hold(held)
        self.list.verticalScrollBar().setValue(0)
        self.list.restore(anchor)
        if shown.held is not None and anchor is None and self.list.current_article() is None:
            self.choose_quietly(shown.held)
        self._stack.setCurrentWidget(self.list if shown.listing.ids or not shown.listing.whole else self.empty)
        self.search_bar.show_hints(shown.hints, shown.query.text)
        if self._descending and self.search.hasFocus() and self.list.isVisible():
            self.list.setFocus()
        self._descending = False
        self._tell()
        if shown.listing.whole:
            then, self._when_whole = self._when_whole, None
            if then is not None:
                then()

    def when_whole(self, then: Callable[[], None]) -> None:
        """Call something once the list is there to its end, now in most cases; not when it gives way to another."""
        if self._shown is not None and self._shown.listing.whole:
            then()
        else:
            self._when_whole = then

    def choose_quietly(self, article: int) -> bool:
        """Select an article without opening it; False when the list does not hold it."""
        blocked = self.list.blockSignals(True)
        found = self.list.choose(article)
        self.list.blockSignals(blocked)
        return found

    def show_unread(self, number: int) -> None:
        """Say how many of a list of unread articles are so by now."""
        self._found = number
        self._tell()

    def set_name(self, name: str) -> None:
        """Name what is listed."""
        self.name = name
        self._tell()

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        self.delegate.set_language(language)
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.list.setAccessibleName(self.tr("Articles"))
        self.arrange.setToolTip(self.tr("Arrange the list"))
        self.arrange.setAccessibleName(self.tr("Arrange the list"))
        self.model.refresh()  # the headings, too
        self._tell()

    def select_all(self) -> None:
        """Select all that is listed, once all of it is known."""
        self.when_whole(self.list.select_all)

    def _how_to_keep(self) -> str:
        key = self._actions.first_key("toggle_later")
        return self.tr("Press {key} on an article.").format(key=key) if key else ""

    def _show_number(self) -> None:
        """Say how many articles are selected, where they are many, else how many there are."""
        selected = self.list.count()
        if self._shown is None or not self._shown.listing.whole:
            self.number.clear()
            self._show_title()
            return
        query, count = self._shown.query, self._found
        if selected > 1:
            words = self.tr("%n selected", "", selected)
        elif query.text:
            so_far = self._shown.unsearched > 0
            words = self.tr("%n result(s) so far", "", count) if so_far else self.tr("%n result(s)", "", count)
        elif query.state is State.UNREAD:
            words = self.tr("%n unread", "", count)
        else:
            words = self.tr("%n article(s)", "", count)
        self.number.setText(words)
        self._show_title()

    def _tell(self) -> None:
        self._show_number()
        if self._shown is None or not self._shown.listing.whole:
            return
        query = self._shown.query
        if query.text and self._shown.unsearched:
            left = self.tr("%n article(s) are still being made searchable.", "", self._shown.unsearched)
            self.empty.set_content("search", self.tr("Nothing found so far"), left, self.tr("Clear search"))
        elif query.text:
            self.empty.set_content(
                "search", self.tr("Nothing found"), self.tr("No article contains these words."), self.tr("Clear search")
            )
        elif query.periods:
            self.empty.set_content(
                "calendar", self.tr("No articles"), self.tr("Nothing in this list is from that time.")
            )
        elif query.within:
            self.empty.set_content(
                "smart-folder", self.tr("No articles"), self.tr("No article meets these conditions now.")
            )
        elif query.state is State.BOOKMARKED:
            self.empty.set_content("bookmark", self.tr("Nothing to read later"), self._how_to_keep())
        elif query.state is State.UNREAD:
            self.empty.set_content("check-all", self.tr("All read"), self.tr("No unread articles here."))
        else:
            self.empty.set_content("inbox", self.tr("No articles"), self.tr("Nothing was published here."))

    def _show_title(self) -> None:
        # The number gives way to the name, and the name to the buttons.
        metrics = QFontMetrics(self.title.font())
        header = self.title.parentWidget() or self
        buttons = sum(not each.isHidden() for each in header.findChildren(QToolButton))
        room = self.width() - buttons * (self.arrange.width() + self.header.spacing()) - 50
        beside = room - self.number.sizeHint().width()
        self.number.setVisible(metrics.horizontalAdvance(self.name) <= beside or self.list.count() > 1)
        room = max(60, room if self.number.isHidden() else beside)
        self.title.setText(metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room))

    def _descend(self) -> None:
        # A list that is hidden would take the focus once it is shown, in the midst of other words.
        self._descending = not self.list.isVisible()
        if not self._descending:
            self.list.setFocus()

    def _stay(self, _text: str) -> None:
        self._descending = False

    def _fit_header(self) -> None:
        super()._fit_header()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)
