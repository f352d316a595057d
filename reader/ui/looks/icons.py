"""Icons drawn from our own SVG strokes, in the colours of the theme and crisp at every scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader import resources
from reader.ui.looks.theme import Theme, mix

#: Icons that change their form, not only their colour, while they are checked.
_CHECKED_FORM = {"bookmark": "bookmark-filled"}


@cache
def _strokes(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def draw(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon in a #rrggbb colour. Above 24 px its strokes grow slower than the icon, or they look like bold."""
    stroke = 1.6 * min(1.0, 24 / max(rect.width(), 1)) ** 0.6
    svg = _strokes(name).replace("currentColor", colour).replace('stroke-width="1.6"', f'stroke-width="{stroke:.2f}"')
    QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)


def _look(name: str, role: str, theme: Theme, mode: QIcon.Mode, state: QIcon.State) -> tuple[str, str]:
    """Return the form and the colour of an icon."""
    rest = str(getattr(theme, role))
    if mode is QIcon.Mode.Disabled:
        return name, mix(rest, theme.list, 0.6)
    if state is QIcon.State.On:
        form = _CHECKED_FORM.get(name, name)
        return form, theme.bookmark if form == "bookmark-filled" else theme.accent
    if name == "bookmark-filled":
        return name, theme.bookmark
    return name, theme.text if mode is QIcon.Mode.Active and role == "text2" else rest


class _Engine(QIconEngine):
    """Paints one icon; asks for the theme each time, so that a new theme needs no new icons."""

    def __init__(self, name: str, theme: Callable[[], Theme], role: str) -> None:
        super().__init__()
        self._name, self._theme, self._role = name, theme, role
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._theme, self._role)

    def key(self) -> str:
        return "broadsheet"

    def iconName(self) -> str:
        return ""  # a name would let Qt keep pixmaps of the old theme

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        form, colour = _look(self._name, self._role, self._theme(), mode, state)
        key = (form, colour, size.width(), size.height(), scale)
        if key not in self._pixmaps:
            self._pixmaps[key] = symbol(form, colour, size, scale)
        return self._pixmaps[key]


def symbol(name: str, colour: str, size: QSize, scale: float) -> QPixmap:
    """Return an icon in one colour (#rrggbb) in the middle of a pixmap of `size` logical pixels."""
    pixmap = QPixmap(size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(scale)
    side = min(size.width(), size.height())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side), name, colour)
    painter.end()
    return pixmap


def icon(name: str, theme: Callable[[], Theme], role: str = "text2") -> QIcon:
    """Return an icon that recolours itself: `role` is the colour of the theme it has at rest."""
    return QIcon(_Engine(name, theme, role))


class Icons:
    """The icons of one window. Given another theme, every icon handed out before follows at its next paint."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._icons: dict[tuple[str, str], QIcon] = {}
        # By their colours, too: those of all themes have room, and who changes between two draws none twice.
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, role: str = "text2") -> QIcon:
        if (name, role) not in self._icons:
            self._icons[name, role] = icon(name, lambda: self.theme, role)
        return self._icons[name, role]

    def pixmap(self, name: str, px: int, colour: str, scale: float) -> QPixmap:
        """Return an icon of `px` logical pixels in a #rrggbb colour, for delegates and labels."""
        key = (name, colour, px, scale)
        if key not in self._pixmaps:
            self._pixmaps[key] = symbol(name, colour, QSize(px, px), scale)
        return self._pixmaps[key]
