"""One row of the list: unread dot, title, summary where there is room, source, time, picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.domain import Article
from reader.ui.listing.article_model import Role
from reader.ui.listing.marked_line import fit
from reader.ui.listing.row_layout import (
    LAYOUTS,
    Density,
    RowLayout,
    bookmark_place,
    panel_place,
    picture_place,
)
from reader.ui.listing.sections import HEADING_HEIGHT
from reader.ui.listing.snippets import Snippets
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.parts.dates import row_time
from reader.ui.parts.models import Index
from reader.ui.parts.set_lines import KeptLines

if TYPE_CHECKING:
    from reader.library.search.highlight import Range, Snippet

_HEADING_LEFT = 28
# The height of a line of small text.
_LINE = 20
_CACHED = 2000


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows and headings; `picture` returns a row's thumbnail once it is there."""

    def __init__(self, icons: Icons, picture: Callable[[str, float], QPixmap | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._picture = picture
        self._pieces: dict[tuple[Snippet, int], Snippet] = {}
        self.snippets: Snippets | None = None
        self._layout, self._language = LAYOUTS[Density.COMFORTABLE], "en"
        self.set_language("en")

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        self._language = language
        base, px = application_font(language), self._layout.title_px
        self._small = _sized(base, 12, QFont.Weight.Normal)
        fonts = {
            "unread": _sized(base, px, QFont.Weight.DemiBold),
            "read": _sized(base, px, QFont.Weight.Normal),
            "small": self._small,
            "heading": _sized(base, 12, QFont.Weight.DemiBold),
        }
        self._kept = KeptLines(fonts)
        self._pieces.clear()

    def set_layout(self, layout: RowLayout) -> None:
        """Paint rows of another density."""
        self._layout = layout
        self.set_language(self._language)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEADING_HEIGHT if index.data(Role.HEADING) else self._layout.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        heading = index.data(Role.HEADING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading is not None:
            self._paint_heading(painter, rect, heading)
            if option.viewItemPosition == QStyleOptionViewItem.ViewItemPosition.Beginning:
                # It is held over rows that go on above it.
                self._paint_edge(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1))
        else:
            article = index.data(Role.ARTICLE)
            if article is not None:
                end = option.viewItemPosition == QStyleOptionViewItem.ViewItemPosition.End
                self._paint_ground(painter, rect, state, parted=not end)
                time = row_time(article, with_day=not index.data(Role.DAY_ABOVE))
                self._paint_article(painter, rect, state, article, time)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setPen(QColor(self._icons.theme.text2))
        self._kept.line(text, "heading").draw(painter, rect.adjusted(_HEADING_LEFT, 4, -_HEADING_LEFT, 0))

    def _paint_article(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, article: Article, time: str
    ) -> None:
        layout = self._layout
        inner = rect.adjusted(layout.left, 0, -layout.right, 0)
        place = picture_place(rect, layout)
        wide = place.width() * painter.device().devicePixelRatioF()
        thumbnail = self._picture(article.thumbnail, wide) if article.thumbnail else None
        if thumbnail is not None:
            self._paint_picture(painter, place, thumbnail)
            inner.setRight(place.left() - 13)
        hit = self._paint_text(painter, inner, article)
        inner = self._paint_time(painter, inner, time)
        self._paint_meta(painter, inner, article, hit, marked=not state & QStyle.StateFlag.State_MouseOver)
        self._paint_buttons(painter, rect, state, article)

    def _paint_buttons(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, article: Article) -> None:
        """Paint the dot of an unread article, and what can be clicked while the mouse is over the row."""
        layout, theme = self._layout, self._icons.theme
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if over:
            place = bookmark_place(rect, layout)
            look = ("bookmark-filled", theme.bookmark) if article.bookmarked else ("bookmark", theme.text2)
            button = self._icons.pixmap(look[0], 14, look[1], painter.device().devicePixelRatioF())
            painter.drawPixmap(place.center().x() - 7, place.center().y() - 7, button)
        middle = QPointF(rect.left() + layout.left - 9.5, rect.top() + layout.dot)
        at_hand = state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus
        if article.unread and (over or not at_hand):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.unread))
            painter.drawEllipse(middle, 3.5, 3.5)
        elif over:
            # Where the dot of an unread article would be.
            painter.setPen(QPen(QColor(theme.text2), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 3.5, 3.5)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, parted: bool) -> None:
        theme, layout = self._icons.theme, self._layout
        panel, at_hand = QRectF(panel_place(rect, layout)), state & QStyle.StateFlag.State_HasFocus
        selected, over = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or over:
            painter.setBrush(QColor(theme.selected if selected else theme.hover))
            painter.drawRoundedRect(panel, 7, 7)
        elif layout.card:
            painter.setBrush(QColor(theme.page))
            painter.drawRoundedRect(panel, 7, 7)
        if selected and at_hand and not over:  # or the buttons of the row would stand in it
            painter.setBrush(QColor(theme.accent))
            high = min(32.0, panel.height() - 20)
            painter.drawRoundedRect(QRectF(panel.left() + 5, panel.center().y() - high / 2, 3, high), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if at_hand and not selected:
            # The keys are here, and what they are at is not selected.
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRoundedRect(panel.adjusted(1, 1, -1, -1), 6, 6)
        elif layout.card:
            painter.setPen(QColor(theme.line))
            painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        elif parted and not selected:
            wide = rect.width() - layout.left - layout.right
            self._paint_edge(painter, QRect(rect.left() + layout.left, rect.bottom(), wide, 1))

    def _paint_edge(self, painter: QPainter, place: QRect) -> None:
        # fillRect would let PySide make the names of all gradients that Qt knows, at the first row that is painted;
        # and smooth edges, of which it has none, take seven times as long.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._icons.theme.line))
        painter.drawRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_picture(self, painter: QPainter, place: QRect, thumbnail: QPixmap) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(place), 5, 5)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(place), thumbnail, QRectF(thumbnail.rect()))
        painter.restore()

    def _paint_text(self, painter: QPainter, inner: QRect, article: Article) -> Snippet | None:
        """Paint the title and what stands below it; return what was found where there is no room for it below."""
        theme, snippets, layout = self._icons.theme, self.snippets, self._layout
        searched = snippets is not None and snippets.wanted
        found = snippets.of(article.id) if snippets is not None and searched else None
        piece = found.snippet if found is not None else None
        hit = piece if piece is not None and piece.marks else None
        # A line for the title leaves one for what was found.
        most = max(1, min(layout.titles, layout.lines - 1)) if searched and (piece is None or hit) else layout.titles
        weight = "unread" if article.unread else "read"
        lines = self._kept.lines(article.title, weight, inner.width(), most)
        painter.setPen(QColor(theme.text if article.unread else theme.text2))
        begin, row = 0, QRect(inner.left(), inner.top() + layout.text, inner.width(), layout.line)
        for line in lines:
            text = line.text.rstrip()
            marks = _within(found.title, begin, text) if found else ()
            (self._kept.line(text, weight, marks) if marks else line).draw(painter, row, theme.found)
            begin += len(line.text)
            row.translate(0, layout.line)
        painter.setPen(QColor(theme.text2))
        room = layout.lines - len(lines)
        row.setHeight(_LINE)
        if hit is not None and room:
            shown = self._fitted(hit, inner.width())
            self._kept.line(shown.text, "small", shown.marks).draw(painter, row, theme.found)
        elif room and article.summary and not (searched and piece is None):
            for line in self._kept.lines(article.summary, "small", inner.width(), room):
                line.draw(painter, row)
                row.translate(0, _LINE - 1)
        return None if room else hit

    def _fitted(self, piece: Snippet, width: int) -> Snippet:
        key = (piece, width)
        shown = self._pieces.get(key)
        if shown is None:
            if len(self._pieces) > _CACHED:
                self._pieces.clear()
            shown = self._pieces[key] = fit(piece, self._small, width)
        return shown

    def _paint_time(self, painter: QPainter, inner: QRect, words: str) -> QRect:
        """Paint the time, and return what its line has left."""
        row = QRect(inner.left(), inner.top() + self._layout.meta, inner.width(), _LINE)
        painter.setPen(QColor(self._icons.theme.text2))
        time = self._kept.line(words, "small")
        time.draw(painter, row, at_end=True)
        return row.adjusted(0, 0, -round(time.width) - 12, 0)

    def _paint_meta(
        self, painter: QPainter, row: QRect, article: Article, hit: Snippet | None, *, marked: bool
    ) -> None:
        """Paint the source; what was found stands in place of the source where it has no other.

        `marked` is whether to paint the mark of what is kept for later: under the mouse a button beside it says so.
        """
        theme = self._icons.theme
        if article.bookmarked:
            if marked:
                mark = self._icons.pixmap("bookmark-filled", 13, theme.bookmark, painter.device().devicePixelRatioF())
                painter.drawPixmap(row.left() - 2, row.center().y() - 5, mark)
            row.setLeft(row.left() + 16)
        if hit is not None:
            shown = self._fitted(hit, row.width())
            self._kept.line(shown.text, "small", shown.marks).draw(painter, row, theme.found)
            return
        words = article.author or article.source
        if article.gone:
            words = self.tr("{source} · no longer in the folder").format(source=words)
        for line in self._kept.lines(words, "small", row.width()):
            line.draw(painter, row)


def _within(marks: Sequence[Range], begin: int, line: str) -> tuple[Range, ...]:
    """Return the marks of a text that fall into its line from `begin` on, as ranges of the line."""
    length = len(line) - line.endswith("…")
    inside = ((max(start - begin, 0), min(end - begin, length)) for start, end in marks)
    return tuple((start, end) for start, end in inside if start < end)


def _sized(base: QFont, px: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(px)
    font.setWeight(weight)
    return font
