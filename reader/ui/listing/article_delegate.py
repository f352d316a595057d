"""One row of the list: unread dot, title, summary where there is room, source, time, picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.domain import Article
from reader.library.highlight import Range, Snippet
from reader.ui.listing.article_model import Role
from reader.ui.listing.marked_line import draw, fit
from reader.ui.listing.row_layout import GUTTER, bookmark_place
from reader.ui.listing.sections import HEADING_HEIGHT, ROW_HEIGHT
from reader.ui.listing.snippets import Snippets
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.parts.dates import row_time
from reader.ui.parts.models import Index

_RIGHT = 22
_PICTURE = QSize(76, 57)
_LINE = 20
_CACHED = 2000


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows and headings; `picture` returns a row's thumbnail once it is there."""

    def __init__(self, icons: Icons, picture: Callable[[str], QPixmap | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._picture = picture
        self._broken: dict[tuple[str, int, bool], tuple[str, ...]] = {}
        self._pieces: dict[tuple[Snippet, int], Snippet] = {}
        self.snippets: Snippets | None = None
        self.headings = True
        self.set_language("en")

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        base = application_font(language)
        self._title = _sized(base, 14, QFont.Weight.Normal)
        self._title_unread = _sized(base, 14, QFont.Weight.DemiBold)
        self._small = _sized(base, 12, QFont.Weight.Normal)
        self._heading = _sized(base, 12, QFont.Weight.DemiBold)
        self._broken.clear()
        self._pieces.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEADING_HEIGHT if index.data(Role.HEADING) else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        heading = index.data(Role.HEADING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading is not None:
            self._paint_heading(painter, rect, heading)
        else:
            article = index.data(Role.ARTICLE)
            if article is not None:
                self._paint_article(painter, rect, state, article)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._heading)
        painter.setPen(QColor(self._icons.theme.text2))
        painter.drawText(rect.adjusted(GUTTER, 4, -_RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_article(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, article: Article) -> None:
        self._paint_ground(painter, rect, state)
        inner = rect.adjusted(GUTTER, 0, -_RIGHT, 0)
        thumbnail = self._picture(article.thumbnail) if article.thumbnail else None
        if thumbnail is not None:
            self._paint_picture(painter, inner, thumbnail)
            inner.setRight(inner.right() - _PICTURE.width() - 12)
        self._paint_text(painter, inner, article)
        self._paint_meta(painter, inner, article)
        if state & QStyle.StateFlag.State_MouseOver:
            place, theme = bookmark_place(rect), self._icons.theme
            look = ("bookmark-filled", theme.bookmark) if article.bookmarked else ("bookmark", theme.text2)
            button = self._icons.pixmap(look[0], 14, look[1], painter.device().devicePixelRatioF())
            painter.drawPixmap(place.center().x() - 7, place.center().y() - 7, button)
        if article.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._icons.theme.unread))
            if not state & QStyle.StateFlag.State_Selected:
                painter.drawEllipse(QRectF(rect.left() + 15, rect.top() + 18.5, 7, 7))

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._icons.theme
        panel = QRectF(rect.adjusted(8, 1, -10, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(theme.selected))
            painter.drawRoundedRect(panel, 7, 7)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(QRectF(panel.left() + 5, panel.center().y() - 16, 3, 32), 1.5, 1.5)
            return
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(panel, 7, 7)
        painter.fillRect(QRect(rect.left() + GUTTER, rect.bottom(), rect.width() - GUTTER - _RIGHT, 1), theme.line)

    def _paint_picture(self, painter: QPainter, inner: QRect, thumbnail: QPixmap) -> None:
        place = QRectF(QRect(QPoint(inner.right() + 1 - _PICTURE.width(), inner.top() + 14), _PICTURE))
        path = QPainterPath()
        path.addRoundedRect(place, 5, 5)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, thumbnail, QRectF(thumbnail.rect()))
        painter.restore()

    def _paint_text(self, painter: QPainter, inner: QRect, article: Article) -> None:
        theme, snippets = self._icons.theme, self.snippets
        searched = snippets is not None and snippets.wanted
        found = snippets.of(article.id) if snippets is not None and searched else None
        piece = found.snippet if found is not None else None
        title_font = self._title_unread if article.unread else self._title
        painter.setPen(QColor(theme.text if article.unread else theme.text2))
        if searched and (piece is None or piece.marks):
            # A line for the title leaves one for what was found.
            lines: tuple[str, ...] = (_elided(title_font, article.title[:400].replace("\n", " "), inner.width()),)
        else:
            lines = self._lines(article.title, inner.width(), unread=article.unread)
        begin = 0
        for number, line in enumerate(lines):
            row = QRect(inner.left(), inner.top() + 12 + number * _LINE, inner.width(), _LINE)
            draw(painter, row, title_font, line, _within(found.title if found else (), begin, line), theme.found)
            begin = _next_line(article.title, begin + len(line))
        below = QRect(inner.left(), inner.top() + 12 + _LINE, inner.width(), _LINE)
        painter.setPen(QColor(theme.text2))
        if piece is not None and piece.marks:
            shown = self._fitted(piece, inner.width())
            draw(painter, below, self._small, shown.text, shown.marks, theme.found)
        elif len(lines) == 1 and article.summary and not (searched and piece is None):
            # A line shows about 60 characters; measuring a long summary for each paint would cost.
            draw(painter, below, self._small, _elided(self._small, article.summary[:200], inner.width()), (), "")

    def _fitted(self, piece: Snippet, width: int) -> Snippet:
        key = (piece, width)
        shown = self._pieces.get(key)
        if shown is None:
            if len(self._pieces) > _CACHED:
                self._pieces.clear()
            shown = self._pieces[key] = fit(piece, self._small, width)
        return shown

    def _paint_meta(self, painter: QPainter, inner: QRect, article: Article) -> None:
        theme = self._icons.theme
        row = QRect(inner.left(), inner.top() + 56, inner.width(), _LINE)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.text2))
        time = row_time(article, with_day=not self.headings)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, time)
        row.setRight(row.right() - QFontMetrics(self._small).horizontalAdvance(time) - 12)
        if article.bookmarked:
            scale = painter.device().devicePixelRatioF()
            mark = self._icons.pixmap("bookmark-filled", 13, theme.bookmark, scale)
            painter.drawPixmap(row.left() - 2, row.center().y() - 5, mark)
            row.setLeft(row.left() + 16)
        words = article.author or article.source
        if article.gone:
            words = self.tr("{source} · no longer in the folder").format(source=words)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, _elided(self._small, words, row.width()))

    def _lines(self, title: str, width: int, *, unread: bool) -> tuple[str, ...]:
        key = (title, width, unread)
        lines = self._broken.get(key)
        if lines is None:
            if len(self._broken) > _CACHED:
                self._broken.clear()
            lines = self._broken[key] = two_lines(title, self._title_unread if unread else self._title, width)
        return lines


def two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break a title into at most two lines, the second elided."""
    text = text[:400].replace("\n", " ")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return (text,)
    line.setLineWidth(max(width, 1))
    # Qt counts UTF-16 units, Python characters.
    first = text.encode("utf-16-le")[: line.textLength() * 2].decode("utf-16-le", "ignore")
    layout.endLayout()
    rest = text[len(first) :].strip()
    return (first.rstrip(), _elided(font, rest, width)) if rest else (first.rstrip(),)


def _within(marks: Sequence[Range], begin: int, line: str) -> list[Range]:
    """Return the marks of a text that fall into its line from `begin` on, as ranges of the line."""
    length = len(line) - line.endswith("…")
    inside = ((max(start - begin, 0), min(end - begin, length)) for start, end in marks)
    return [(start, end) for start, end in inside if start < end]


def _next_line(text: str, end: int) -> int:
    """Return where the next line of a text begins: the blanks between two lines belong to neither."""
    return end + len(text[end:]) - len(text[end:].lstrip())


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _sized(base: QFont, px: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(px)
    font.setWeight(weight)
    return font
