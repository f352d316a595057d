"""Blocks of code: a panel, and the colours of its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

from reader.ui.document.kinds import Kind
from reader.ui.document.look import Role, Shape
from reader.ui.looks.theme import Theme, readable
from reader.viewing import blocks as b

if TYPE_CHECKING:
    from reader.ui.document.document import Builder, Level
    from reader.ui.document.writer import Writer

#: How many blocks have their button beside their first line: Qt asks all of these of each line on the page.
_BESIDE_MOST = 100
#: How many lines are a block of the document: Qt lays out and paints a block as a whole.
_LINES = 200
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
    """Write a block of code; on paper without what copies it, which has a row only where that names the language."""
    look, writer = builder.look, builder.writer
    pad = look.em(0.8)
    inside = level._replace(left=level.left + pad)
    shape = builder.shape(inside, 1.0, kind=Kind.CODE, right=pad, rtl=False)
    copied = not builder.whole and bool(block.text)
    beside = not block.language and level.share == 1 and len(writer.built.codes) < _BESIDE_MOST
    if copied and not beside:
        writer.begin(Role.CODE, shape._replace(tall=True))
        writer.copy_row(block.text, block.language, inside.left + pad, level.share)
        shape = shape._replace(top=0)
    writer.begin(Role.CODE, shape)
    if copied and beside:
        writer.copy_button(block.text, pad)
    lines = _Lines(writer, shape)
    plain = look.char(Role.CODE)
    formats: dict[b.Ink, QTextCharFormat] = {}
    at = 0
    for start, length, ink in builder.inks.get(block, ()):
        if ink not in formats:
            formats[ink] = QTextCharFormat(plain)
            formats[ink].setForeground(QColor(colour(ink, look.theme)))
        if start > at:
            lines.write(block.text[at:start], plain)
        at = start + length
        lines.write(block.text[start:at], formats[ink])
    lines.write(block.text[at:], plain)
    builder.owe(1.1)


class _Lines:
    """Writes code, and begins another block where one has lines enough; its panel joins the one above."""

    def __init__(self, writer: Writer, shape: Shape) -> None:
        self._writer, self._shape = writer, shape._replace(top=0)
        self._left = _LINES

    def write(self, text: str, char: QTextCharFormat) -> None:
        lines = text.split("\n")
        while len(lines) > self._left:
            self._writer.text("\n".join(lines[: self._left]), char)
            # The end of a block counts, and is copied, as the end of a line.
            self._writer.begin(Role.CODE, self._shape)
            del lines[: self._left]
            self._left = _LINES
        self._writer.text("\n".join(lines), char)
        self._left -= len(lines) - 1
