"""Icons follow the theme and are drawn at the size of the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import DARK, LIGHT

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg") if path.stem != "broadsheet")


def strongest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> str:
    """Return the colour of the most opaque pixel."""
    image = icon.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    best = max(pixels, key=QColor.alpha)
    return best.name() if best.alpha() else ""


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_of_the_theme(qapp: QApplication, name: str) -> None:
    expected = LIGHT.bookmark if name == "bookmark-filled" else LIGHT.text2
    assert strongest(Icons(LIGHT).icon(name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_takes_its_colour_from_outside(name: str) -> None:
    svg = resources.path("icons", f"{name}.svg").read_text("utf-8")
    assert "currentColor" in svg
    assert "#" not in svg


def test_an_icon_follows_a_new_theme(qapp: QApplication) -> None:
    icons = Icons(LIGHT)
    icon = icons.icon("folder")
    strongest(icon)
    icons.theme = DARK
    assert strongest(icon) == DARK.text2


def test_a_checked_bookmark_is_filled_and_gold(qapp: QApplication) -> None:
    assert strongest(Icons(LIGHT).icon("bookmark"), state=QIcon.State.On) == LIGHT.bookmark


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    icon = Icons(LIGHT).icon("print")
    assert strongest(icon, QIcon.Mode.Disabled) not in (strongest(icon), "")


def test_a_role_sets_the_colour_at_rest(qapp: QApplication) -> None:
    assert strongest(Icons(DARK).icon("document", "accent")) == DARK.accent


def test_a_pixmap_has_the_pixels_of_a_sharp_screen(qapp: QApplication) -> None:
    icons = Icons(LIGHT)
    pixmap = icons.pixmap("search", 20, LIGHT.text3, 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0
    assert icons.pixmap("search", 20, LIGHT.text3, 2.0).cacheKey() == pixmap.cacheKey()
    assert icons.icon("search").pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_the_application_icon_can_be_drawn(qapp: QApplication) -> None:
    assert not QIcon(str(resources.path("icons", "broadsheet.svg"))).pixmap(16, 16).isNull()
