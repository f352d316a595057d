"""The rows of the list: ids first, articles a page at a time when they are painted."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.domain import Article
from reader.ui.listing.sections import RowGeometry, Section, Unit
from reader.ui.listing.snippets import Snippets
from reader.ui.parts.array_search import place_in
from reader.ui.parts.commas import in_a_row
from reader.ui.parts.dates import day_heading, long_moment, month_words, year_words
from reader.ui.parts.models import Index

# So many rows are read together, on the window's thread: a window shows some ten at a time, each from another place of
# the library's file. So many of these are kept.
_PAGE, _PAGES_KEPT = 25, 120
# So many rows are repainted one by one; of more, the whole list is.
_FEW = 50


class Role(IntEnum):
    """What the delegate asks for."""

    ARTICLE = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    DAY_ABOVE = Qt.ItemDataRole.UserRole + 3


_WORDS = {Unit.DAY: day_heading, Unit.MONTH: month_words, Unit.YEAR: year_words}


def _heading(section: Section) -> str:
    return section.name if section.day is None else _WORDS[section.unit](section.day)


class ArticleModel(QAbstractListModel):
    """A list of article ids with headings between them.

    `fetch` returns the articles of some ids, in their order; it is called for a page of them while painting.
    """

    def __init__(self, fetch: Callable[[Sequence[int]], list[Article]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self.snippets: Snippets | None = None
        self._ids: array[int] = array("q")
        self.geometry = RowGeometry(0)
        self._pages: OrderedDict[int, dict[int, Article]] = OrderedDict()

    def set_listing(self, ids: array[int], sections: Sequence[Section]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._ids = ids
        self.geometry = RowGeometry(len(ids), sections, self.geometry.row_height)
        self._pages.clear()
        self.endResetModel()

    def set_row_height(self, pixels: int) -> None:
        """Let every article have another height; the rows stay what they are."""
        self.layoutAboutToBeChanged.emit()
        self.geometry = RowGeometry(len(self._ids), self.geometry.sections, pixels)
        self.layoutChanged.emit()

    @property
    def ids(self) -> array[int]:
        """The articles of the list in its order."""
        return self._ids

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.geometry.rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        section = self.geometry.section_at(index.row())
        if section is not None:
            return _heading(section) if role in (Role.HEADING, Qt.ItemDataRole.DisplayRole) else None
        if role == Role.DAY_ABOVE:
            return self.geometry.has_day_above(index.row())
        if role not in (Role.ARTICLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        article = self._article(self.geometry.article_at(index.row()))
        if role == Role.ARTICLE or article is None:
            return article
        return article.title if role == Qt.ItemDataRole.DisplayRole else self._spoken(article)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.geometry.section_at(index.row()) is not None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def id_at(self, row: int) -> int | None:
        """Return the article in a row, None for a heading or no row."""
        if not 0 <= row < self.geometry.rows or self.geometry.section_at(row) is not None:
            return None
        return self._ids[self.geometry.article_at(row)]

    def row_of(self, article: int) -> int:
        """Return the row of an article, -1 when the list does not hold it."""
        place = place_in(self._ids, article)
        return self.geometry.row_of(place) if place >= 0 else -1

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest article row from `row` on, going by `step` (1 or -1); -1 when there is none."""
        row += step
        while 0 <= row < self.geometry.rows and self.geometry.section_at(row) is not None:
            row += step
        return row if 0 <= row < self.geometry.rows else -1

    def refresh(self, articles: Iterable[int] | None = None) -> None:
        """Read articles anew, all of them when none are named, and repaint their rows."""
        few = list(islice(articles, _FEW)) if articles is not None else []
        # Only what was read is shown; to look for an article among all of a long list takes too long here.
        places = self._places_read() if few else {}
        self._pages.clear()
        if not self.geometry.rows:
            return
        if articles is None or len(few) == _FEW:
            self.dataChanged.emit(self.index(0), self.index(self.geometry.rows - 1))
            return
        for article in few:
            if article in places:
                index = self.index(self.geometry.row_of(places[article]))
                self.dataChanged.emit(index, index)

    def _places_read(self) -> dict[int, int]:
        """Return where in the list the articles stand that were read."""
        return {
            article: place
            for number in self._pages
            for place, article in enumerate(self._ids[number * _PAGE : (number + 1) * _PAGE], number * _PAGE)
        }

    def _article(self, place: int) -> Article | None:
        number, article = place // _PAGE, self._ids[place]
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
            page = self._pages[number] = {found.id: found for found in self._fetch(ids)}
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(article)

    def _spoken(self, article: Article) -> str:
        states = [self.tr("unread")] if article.unread else []
        states += [self.tr("read later")] if article.bookmarked else []
        states += [self.tr("no longer in the folder")] if article.gone else []
        found = self.snippets.of(article.id) if self.snippets is not None else None
        piece = [found.snippet.text] if found is not None and found.snippet.marks else []
        date = long_moment(article.published, timed=article.timed)
        return in_a_row([article.title, article.source, date, *states, *piece])
