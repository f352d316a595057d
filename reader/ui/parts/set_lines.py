"""Lines of text that are laid out once: laying one out takes three times as long as painting it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from reader.frozen import frozen
from reader.ui.parts.text_places import from_qt, to_qt, x_at

if TYPE_CHECKING:
    from reader.library.search.highlight import Range

# So many pixels a character takes at least, as most do, and one of Chinese, kana or hangul, with which these begin. No
# more of a text is looked at than such need for its room and some more; where they are narrower, so many a line.
_NARROW, _WIDE, _WIDE_FROM, _MORE, _MOST = 4, 11, "\u2e80", 80, 400
# So many lines are kept: those of some hundred rows.
_KEPT = 2000


@frozen
class SetLine:
    """A line that is ready to be painted; `boxes` are the places behind its marks, from where it begins."""

    text: str
    layout: QTextLayout
    line: QTextLine
    boxes: tuple[QRectF, ...] = ()

    @property
    def width(self) -> float:
        """How many pixels it takes."""
        return self.line.naturalTextWidth()

    def draw(self, painter: QPainter, rect: QRect, colour: str = "", *, at_end: bool = False) -> None:
        """Draw it in the painter's pen, in the middle of a rectangle's height, with `colour` behind the marks.

        It begins where the rectangle does, or ends there.
        """
        left = rect.left() + rect.width() - self.width if at_end else rect.left()
        # Its height would be a whole number of pixels, and half a pixel too much above.
        high = self.line.ascent() + self.line.descent()
        place = QPointF(left, rect.top() + (rect.height() - high) / 2)
        if self.boxes:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            for box in self.boxes:
                painter.drawRoundedRect(box.translated(place), 3, 3)
            painter.restore()
        self.line.draw(painter, place)


def set_line(text: str, font: QFont, marks: Sequence[Range] = ()) -> SetLine:
    """Lay out a line, with the places of its marks."""
    layout = _layout(text, font, QTextOption.WrapMode.NoWrap)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1)
    layout.endLayout()
    return SetLine(text, layout, line, tuple(_box(text, line, start, end) for start, end in marks))


def set_lines(text: str, font: QFont, width: int, most: int) -> tuple[SetLine, ...]:
    """Lay out a text in at most so many lines of `width` pixels; the last one shows where more is left away."""
    text = text[: most * _MOST]
    head = _head(text, most * width)
    if most == 1 and len(head) < len(text):
        return (set_line(_elided(text, font, width), font),)
    lines, end = _broken(head, font, width, most)
    if end == len(head) < len(text):
        head = text
        lines, end = _broken(head, font, width, most)
    if end == len(head):
        return tuple(lines)
    begin = end - len(lines[-1].text)
    return (*lines[:-1], set_line(_elided(text[begin:], font, width), font))


class KeptLines:
    """The lines that were painted last, by what they say: of each font a name."""

    def __init__(self, fonts: Mapping[str, QFont]) -> None:
        self._fonts = fonts
        self._single: dict[tuple[str, str, tuple[Range, ...]], SetLine] = {}
        self._broken: dict[tuple[str, str, int, int], tuple[SetLine, ...]] = {}

    def line(self, text: str, font: str, marks: tuple[Range, ...] = ()) -> SetLine:
        """Return a line that has room, laid out."""
        key = (text, font, marks)
        line = self._single.get(key)
        if line is None:
            if len(self._single) > _KEPT:
                self._single.clear()
            line = self._single[key] = set_line(text, self._fonts[font], marks)
        return line

    def lines(self, text: str, font: str, width: int, most: int = 1) -> tuple[SetLine, ...]:
        """Return a text in at most so many lines of `width` pixels."""
        key = (text, font, width, most)
        lines = self._broken.get(key)
        if lines is None:
            if len(self._broken) > _KEPT:
                self._broken.clear()
            lines = self._broken[key] = set_lines(text.replace("\n", " "), self._fonts[font], width, most)
        return lines


def _broken(text: str, font: QFont, width: int, most: int) -> tuple[list[SetLine], int]:
    """Return the first lines of a text, and where in it the last of them ends."""
    layout = _layout(text, font, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[SetLine] = []
    end = 0
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        begin, end = end, from_qt(text, line.textStart() + line.textLength())
        lines.append(SetLine(text[begin:end], layout, line))
    layout.endLayout()
    return lines, end


def _layout(text: str, font: QFont, wrap: QTextOption.WrapMode) -> QTextLayout:
    layout = QTextLayout(text, font)
    # Else what was laid out is let go at once, and made anew whenever it is painted.
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(wrap)
    layout.setTextOption(option)
    return layout


def _head(text: str, width: int) -> str:
    """Return the beginning of a text that most likely takes more than so many pixels.

    A character that was not shown yet takes ten times as long as others, and a Chinese summary has four times those in
    sight.
    """
    room = width + _MORE
    for place, character in enumerate(text):
        room -= _WIDE if character >= _WIDE_FROM else _NARROW
        if room < 0:
            return text[: place + 1]
    return text


def _elided(text: str, font: QFont, width: int) -> str:
    metrics = QFontMetrics(font)
    head = _head(text, width)
    shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, width)
    if shown != head or len(head) == len(text):
        return shown
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _box(text: str, line: QTextLine, start: int, end: int) -> QRectF:
    left, right = (x_at(line, to_qt(text, at)) for at in (start, end))
    return QRectF(min(left, right) - 1, 0, abs(right - left) + 2, line.height())
