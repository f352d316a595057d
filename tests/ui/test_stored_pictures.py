"""The window looks as it did: reduced grey pictures of its main states beside those in tests/ui/pictures.

Letters are blocks of a font of the tests' own, so that pictures do not depend on the fonts of a computer. Where a
change is meant, take them anew and look at them: BROADSHEET_KEEP_PICTURES=1 pytest tests/ui/test_stored_pictures.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import resources
from reader.domain import ImportOptions
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.ui.listing.row_layout import Density
from reader.ui.looks import fonts
from reader.ui.looks.theme import DARK
from reader.ui.main_window import MainWindow
from reader.ui.parts.calm_bars import CalmBar
from reader.ui.search.bar import SearchBar
from tests.ui.windows import MakeWindow, idle

PICTURES = Path(__file__).parent / "pictures"
#: A pixel of a picture stands for so many each way.
SHARE = 8
#: Grey levels that drawing may differ by, and how many pixels may differ by more.
LEVELS, FEW = 12, 2
#: Says when the last import was, which is today.
STATUS_PX = 32


@pytest.fixture(scope="module")
def blocks() -> Iterator[None]:
    """Let all text be set in blocks, and no scroll bar be seen."""
    before, number = QApplication.font(), QFontDatabase.addApplicationFont(str(PICTURES / "blocks.ttf"))
    (family,) = QFontDatabase.applicationFontFamilies(number)
    role: dict[fonts.Role, list[str]] = {"ui": [family], "serif": [family], "mono": [family]}
    scripts = dict.fromkeys(("sc", "tc", "jp", "kr"), role)
    systems = ("linux", "win32", "darwin")
    with (
        mock.patch.dict(fonts._LATIN, dict.fromkeys(systems, role)),
        mock.patch.dict(fonts._CJK, dict.fromkeys(systems, scripts)),
        mock.patch.dict(fonts._ARABIC, dict.fromkeys(systems, role)),
        mock.patch.object(CalmBar, "_paint"),  # It depends on the moment whether one is seen.
    ):
        yield
    QFontDatabase.removeApplicationFont(number)
    QApplication.setFont(before)


@pytest.fixture
def reading(library: Library, ini: Path, make_window: MakeWindow, blocks: None) -> MainWindow:
    """A window over the sample posts, with one open that has no picture: those arrive when they like."""
    for _ in import_folder(library, resources.path("sample"), ImportOptions()):
        pass
    ini.write_text("[General]\nlanguage=en\ntheme=light\nmotion=off\n[reading]\nmark_read=hand\n", "utf-8")
    window = make_window()
    window.resize(1280, 800)
    window.sidebar.tree.expandAll()
    opened = [each for each in library.articles(window.list_pane.model.ids) if each.title == "Bread, slowly"]
    window.list_pane.list.choose(opened[0].id)
    window.list_pane.list.setFocus()
    return window


def picture(of: QWidget, window: MainWindow, qtbot: QtBot) -> QImage:
    """Return what is seen once nothing is under way, small and grey; of the window without its foot."""

    (bar,) = window.findChildren(SearchBar)
    seen = QImage()

    def calm() -> bool:
        nonlocal seen
        QApplication.processEvents()
        shown = window.reader.open_page() is not None or window.navigator.article is None
        before, seen = seen, of.grab().toImage()
        return shown and idle(window) and not bar.waiting() and seen == before

    qtbot.waitUntil(calm)
    if of is window:
        seen = seen.copy(QRect(QPoint(0, 0), seen.size() - QSize(0, STATUS_PX)))
    small, kind = seen.size() / SHARE, Qt.TransformationMode.SmoothTransformation
    seen = seen.scaled(small, Qt.AspectRatioMode.IgnoreAspectRatio, kind)
    return seen.convertToFormat(QImage.Format.Format_Grayscale8)


def changed(now: QImage, before: QImage) -> int:
    """Return how many pixels differ to the eye; all of them where the sizes do."""
    if now.size() != before.size():
        return now.width() * now.height()
    before = before.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(
        abs(one - other) > LEVELS
        for line in range(now.height())
        for one, other in zip(grey(now, line), grey(before, line), strict=True)
    )


def grey(image: QImage, line: int) -> bytes:
    """Return a line of an image; what fills it up to whole words is not part of it."""
    found: bytes = image.constScanLine(line)[: image.width()].tobytes()  # type: ignore[index]
    return found


def differs(name: str, now: QImage) -> bool:
    """Whether a picture is another one than that which is kept; keep it, if that is wanted."""
    file = PICTURES / f"{name}.png"
    if os.environ.get("BROADSHEET_KEEP_PICTURES"):
        assert now.save(str(file))
    return changed(now, QImage(str(file))) > FEW


def test_the_window_looks_as_it_did(reading: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = reading
    others: list[str] = []

    def look(name: str, at: QWidget | None = None) -> None:
        now = picture(at or window, window, qtbot)
        if differs(name, now):
            now.save(str(tmp_path / f"{name}.png"))
            others.append(name)

    look("reading")
    look_at_states(window, look)
    window.appearance.choose_theme("dark")
    qtbot.waitUntil(lambda: window.reader.viewer.stage.theme is DARK)
    look("dark")
    window.resize(640, 800)
    window.sidebar.hide()
    look("narrow")
    assert others == [], f"they are in {tmp_path}"


def look_at_states(window: MainWindow, look: Callable[[str], None]) -> None:
    """Bring the window from one state to the next, and back."""
    view = window.list_pane.list
    view.select_all()
    look("many-selected")
    view.select_only(view.currentIndex().row())
    window.actions_["find"].trigger()
    window.reader.find_bar.field.setText("bread")
    look("find-bar")
    window.reader.find_bar.close_bar()
    for density in (Density.COMPACT, Density.CARDS, Density.COMFORTABLE):
        window.list_pane.set_density(density)
        if density is not Density.COMFORTABLE:
            look(density.value)
    window.actions_["time_machine"].trigger()
    look("time-machine")
    window.actions_["time_machine"].trigger()
    window.list_pane.search.setText("nowhere to be found")
    look("nothing-found")
    window.list_pane.search.clear()


@pytest.mark.parametrize("name", ["settings", "shortcuts", "search_help"])
def test_a_dialog_looks_as_it_did(reading: MainWindow, qtbot: QtBot, name: str) -> None:
    reading.actions_[name].trigger()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not reading]
    assert not differs(name, picture(dialog, reading, qtbot))
    dialog.close()


def test_what_moves_or_goes_is_seen(reading: MainWindow, qtbot: QtBot) -> None:
    def seen() -> int:
        return changed(picture(reading, reading, qtbot), kept)

    kept = picture(reading, reading, qtbot)
    assert seen() == 0
    (button,) = [
        each
        for each in reading.reader.findChildren(QToolButton)
        if each.defaultAction() is reading.actions_["toggle_later"]
    ]
    header, panes = reading.list_pane.header, reading.list_pane.parentWidget()
    assert isinstance(panes, QSplitter)
    spacing, (side, middle, page) = header.spacing(), panes.sizes()
    for do, undo in (
        (button.hide, button.show),
        (lambda: header.setSpacing(spacing + 8), lambda: header.setSpacing(spacing)),
        (lambda: panes.setSizes([side, middle + 8, page - 8]), lambda: panes.setSizes([side, middle, page])),
        (lambda: reading.appearance.choose_theme("sepia"), lambda: reading.appearance.choose_theme("light")),
    ):
        do()
        assert seen() > FEW
        undo()
        assert seen() == 0
