"""Draws the objects in the text: pictures, and cards for what is missing or plays elsewhere."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from reader.late import late
from reader.ui.document.kinds import Property
from reader.ui.document.pictures import Pictures
from reader.ui.document.typography import Typography
from reader.ui.looks import fonts, icons
from reader.ui.looks.theme import Theme

with late():
    from reader.ui.parts import problem_details
    from reader.viewing import allow

if TYPE_CHECKING:
    from reader.viewing.page import Absent

_Rect = QRectF | QRect

CARD_HEIGHT = 64
_RADIUS = 6
#: How much of black lies over a picture in the dark.
_DIMMED = QColor(0, 0, 0, 36)


@dataclass(slots=True)
class Stage:
    """What objects need to know about where they are shown; the viewer keeps it true.

    `scale` is how many pixels of a picture one of the page has, 0 for those of the screen.
    """

    theme: Theme
    column: float = 600.0
    height: float = 700.0
    typography: Typography = field(default_factory=Typography)
    offline: bool = False  # the user does not want to be connected
    scale: float = 0.0
    found: AbstractSet[int] = frozenset()  # the places of the cards with hits of a search

    @property
    def px(self) -> int:
        """The size of the text in pixels."""
        return self.typography.px


def _int(form: QTextFormat, name: Property) -> int:
    return int(form.property(name.value) or 0)


def _str(form: QTextFormat, name: Property) -> str:
    return str(form.property(name.value) or "")


def room(form: QTextFormat, stage: Stage) -> float:
    """Return how wide an object may be."""
    share = max(1, _int(form, Property.SHARE))
    gutters = 0 if share == 1 else stage.px
    return max(24.0, (stage.column - _int(form, Property.INSET)) / share - gutters)


def fitted(size: tuple[int, int], asked: int, wide: float, high: float) -> QSizeF:
    """Return the size a picture is shown at: near the width of the column it fills it, smaller ones stay small."""
    natural, height = size
    width = float(min(asked, natural) if asked else natural)
    if width >= 0.6 * wide:
        width = wide
    tall = height * width / natural
    if tall > high:
        width, tall = width * high / tall, high
    return QSizeF(max(1.0, width), max(1.0, tall))


class PictureObject(QPyTextObject):
    """A stored picture, or a card in its place."""

    def __init__(self, pictures: Pictures, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._stage = pictures, stage

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        wide = room(form, self._stage)
        key = _str(form, Property.KEY)
        absent = self._pictures.absent(key)
        if absent is not None:
            return self._kept_free(absent, form, wide)
        size = self._pictures.size(key)
        if not all(size) or self._pictures.broken(key):
            return QSizeF(wide, CARD_HEIGHT)
        return fitted(size, _int(form, Property.ASKED), wide, 0.9 * self._stage.height)

    def _kept_free(self, absent: Absent, form: QTextFormat, wide: float) -> QSizeF:
        """Return the room of a picture that is to come: its own where it is known, so that no text will move."""
        asked, high = _int(form, Property.ASKED), _int(form, Property.ASKED_HEIGHT)
        size = (absent.width, absent.height) if absent.width and absent.height else (asked, high)
        if not all(size):
            return QSizeF(wide, CARD_HEIGHT)
        return fitted(size, asked, wide, 0.9 * self._stage.height)

    def drawObject(self, painter: QPainter, rect: _Rect, doc: QTextDocument, pos: int, form: QTextFormat) -> None:
        key = _str(form, Property.KEY)
        absent = self._pictures.absent(key)
        if absent is not None:
            title, detail = to_come(_str(form, Property.ALT), absent, offline=self._stage.offline)
            icon = "picture" if self._stage.offline else "download"
            draw_card(painter, QRectF(rect), icon, title, detail, self._stage)
        elif not all(self._pictures.size(key)) or self._pictures.broken(key):
            title, detail = missing(_str(form, Property.ALT), _str(form, Property.HOST), broken=bool(key))
            draw_card(painter, QRectF(rect), "picture", title, detail, self._stage)
        else:
            self._draw(painter, QRectF(rect), key)

    def _draw(self, painter: QPainter, rect: QRectF, key: str) -> None:
        scale = self._stage.scale or painter.device().devicePixelRatio()
        image = self._pictures.image(key, round(rect.width() * scale), round(rect.height() * scale))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        radius = _RADIUS if min(rect.width(), rect.height()) > 48 else 2
        path.addRoundedRect(rect, radius, radius)
        if image is None:
            painter.fillPath(path, QColor(self._stage.theme.card))
        else:
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.drawImage(_inside(QSizeF(image.size()), rect), image)
            if self._stage.theme.dark:
                painter.fillRect(rect, _DIMMED)
        painter.restore()


class CardObject(QPyTextObject):
    """A film, a sound, a frame: what it is, where it lives, and that it opens elsewhere."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage

    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        return QSizeF(room(form, self._stage), CARD_HEIGHT)

    def drawObject(self, painter: QPainter, rect: _Rect, doc: QTextDocument, pos: int, form: QTextFormat) -> None:
        kind, host = _str(form, Property.CARD), allow.host(_str(form, Property.HOST))
        title, detail = described(kind, _str(form, Property.TITLE), host)
        ground = self._stage.theme.found if pos in self._stage.found else ""
        draw_card(painter, QRectF(rect), _ICONS.get(kind, "play"), title, detail, self._stage, ground)


_ICONS = {"frame": "external-link", "embed": "external-link", "table": "document"}


def described(kind: str, title: str, host: str) -> tuple[str, str]:
    """Return the two lines of a card."""
    names = {
        "video": QCoreApplication.translate("Card", "Video"),
        "audio": QCoreApplication.translate("Card", "Audio"),
        "frame": QCoreApplication.translate("Card", "Embedded page"),
        "embed": QCoreApplication.translate("Card", "Embedded object"),
    }
    name = names.get(kind, "")
    if kind == "table":
        return title, QCoreApplication.translate("Card", "Opens in a separate window")
    if not host:
        return title or name, QCoreApplication.translate("Card", "Not saved with the article")
    return title or name, f"{host} · " + QCoreApplication.translate("Card", "opens in your browser")


def missing(alt: str, host: str, *, broken: bool) -> tuple[str, str]:
    """Return the two lines of the card that stands for a picture."""
    if broken:
        why = QCoreApplication.translate("Card", "Picture file is damaged")
    elif host:
        why = QCoreApplication.translate("Card", "Picture not saved yet") + f" · {host}"
    else:
        why = QCoreApplication.translate("Card", "Picture not found")
    return (alt, why) if alt else (why, "")


def to_come(alt: str, absent: Absent, *, offline: bool) -> tuple[str, str]:
    """Return the two lines of the card of a picture that is still on the web."""
    translate = QCoreApplication.translate
    said = [absent.host]
    if absent.reason:
        said.append(problem_details.reason_words(absent.reason))
    said.append(translate("Card", "you are working offline") if offline else translate("Card", "click to download"))
    return alt or translate("Card", "Picture not saved yet"), " · ".join(filter(None, said))


def draw_card(
    painter: QPainter, rect: QRectF, icon: str, title: str, detail: str, stage: Stage, ground: str = ""
) -> None:
    theme = stage.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.fillPath(path, QColor(ground or theme.card))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    icons.draw(painter, QRectF(rect.left() + 18, rect.center().y() - 11, 22, 22), icon, theme.text2)
    left = rect.left() + 56
    wide = rect.right() - 16 - left
    if wide > 40:
        middle = rect.center().y()
        first = QPointF(left, middle - 3 if detail else middle + 5)
        _line(painter, first, wide, title, fonts.font("ui", "", 14, QFont.Weight.Medium), theme.text)
        _line(painter, QPointF(left, middle + 17), wide, detail, fonts.font("ui", "", 12), theme.text2)
    painter.restore()


def _line(painter: QPainter, at: QPointF, wide: float, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    flat = " ".join(text.split())
    painter.drawText(at, QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, wide))


def _inside(size: QSizeF, rect: QRectF) -> QRectF:
    """Return where a picture goes: the whole box, or its middle when the store was wrong about its shape."""
    if abs(size.width() * rect.height() - size.height() * rect.width()) < 0.03 * size.width() * rect.height():
        return rect
    shown = QRectF(QPointF(), size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio))
    shown.moveCenter(rect.center())
    return shown
