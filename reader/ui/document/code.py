"""Blocks of code: a panel, the colours of its pieces, and a row above it that copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from reader.ui.document.image_objects import Stage, room
from reader.ui.document.kinds import Kind, Property
from reader.ui.document.look import Role
from reader.ui.looks import fonts, icons
from reader.ui.looks.theme import Theme, readable
from reader.viewing import blocks as b

if TYPE_CHECKING:
    from reader.ui.document.document import Builder, Level

_ROW, _ICON = 22, 15
#: The colours of code on a light ground and on a dark one, before they are made to stand out as the theme wants it.
_COLOURS = {
    b.Ink.KEYWORD: ("#a0309e", "#d79bdf"),
    b.Ink.STRING: ("#2e7d32", "#9ccc8a"),
    b.Ink.NUMBER: ("#b3541e", "#e8a87c"),
    b.Ink.NAME: ("#1f5fbf", "#8ab8f2"),
}


def colour(ink: b.Ink, theme: Theme) -> str:
    """Return the colour of a piece of code in a theme, which can be read on its panel."""
    if ink is b.Ink.COMMENT:
        return readable(theme.text2, theme, theme.code)
    return readable(_COLOURS[ink][theme.dark], theme, theme.code)


def write(builder: Builder, block: b.Code, level: Level) -> None:
    """Write a block of code; on paper without the row that copies it."""
    look, writer = builder.look, builder.writer
    pad = look.em(0.8)
    inside = level._replace(left=level.left + pad)
    shape = builder.shape(inside, 1.0, kind=Kind.CODE, right=pad, rtl=False)
    if not builder.whole and block.text:
        writer.begin(Role.CODE, shape._replace(tall=True))
        writer.copy_row(block.text, block.language, inside.left + pad, level.share)
        shape = shape._replace(top=0)
    writer.begin(Role.CODE, shape)
    plain = look.char(Role.CODE)
    formats: dict[b.Ink, QTextCharFormat] = {}
    at = 0
    for start, length, ink in builder.inks.get(block, ()):
        if ink not in formats:
            formats[ink] = QTextCharFormat(plain)
            formats[ink].setForeground(QColor(colour(ink, look.theme)))
        if start > at:
            writer.text(block.text[at:start], plain)
        at = start + length
        writer.text(block.text[start:at], formats[ink])
    writer.text(block.text[at:], plain)
    builder.owe(1.1)


class CopyRow(QPyTextObject):
    """What stands above code: its language, and a button's sign at the right. A click anywhere on it copies."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        return QSizeF(room(form, self._stage), _ROW)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos: int, form: QTextFormat
    ) -> None:
        area, theme = QRectF(rect), self._stage.theme
        font = fonts.font("ui", "", 12)
        metrics = QFontMetricsF(font)
        words = QCoreApplication.translate("Card", "Copy")
        left = area.right() - metrics.horizontalAdvance(words)
        base = area.top() + (_ICON + metrics.capHeight()) / 2
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.text2))
        painter.drawText(QPointF(left, base), words)
        painter.drawText(QPointF(area.left(), base), str(form.property(Property.TITLE.value) or "")[:30])
        icons.draw(painter, QRectF(left - _ICON - 5, area.top(), _ICON, _ICON), "copy", theme.text2)
        painter.restore()
