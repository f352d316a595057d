"""What moves, and what does not where nothing shall: sidebar, list, notice, scroll bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.looks import motion
from reader.ui.main_window import MainWindow
from reader.ui.parts import slide as slide_module
from reader.ui.preferences.settings_dialog import SettingsDialog
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def user(
    library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[User]:
    # What moves is still under way when it is looked at, however busy the machine is.
    monkeypatch.setattr(slide_module, "DURATION_MS", 600_000)
    add(library, *map(make_post, range(1, 31)))
    user = User(make_window(), qtbot)
    user.wait()
    user.window.list_pane.list.setFocus()
    yield user
    user.window.appearance.motion.choose("auto")


def hide_motion(user: User) -> None:
    """Choose no motion in the settings, by keys."""
    user.hold(CTRL, Qt.Key.Key_Comma)
    (dialog,) = user.window.findChildren(SettingsDialog)
    QTest.keyClick(dialog.motion, Qt.Key.Key_End)
    dialog.motion.activated.emit(dialog.motion.currentIndex())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.window.list_pane.list.setFocus()


def test_the_sidebar_slides_away_and_is_gone_at_once(user: User) -> None:
    panes = user.window.splitter
    user.hold(CTRL, Qt.Key.Key_B)
    slide = panes.slide
    assert slide is not None
    assert slide.running()
    assert not user.window.sidebar.isVisible()
    slide._running.setCurrentTime(slide._running.duration())
    assert not slide.running()
    user.hold(CTRL, Qt.Key.Key_B)
    assert slide.running()
    assert user.window.sidebar.isVisible()


def test_a_slide_begins_with_what_was_seen_and_ends_with_what_is(user: User) -> None:
    panes, center = user.window.splitter, user.window.center
    before = panes.grab(panes._beside_page()).toImage()
    user.hold(CTRL, Qt.Key.Key_B)
    slide = panes.slide
    assert slide is not None
    slide._running.pause()
    slide._advance(0.0)
    assert pixels_that_differ(center.grab(before.rect()).toImage(), before) == 0
    slide._advance(1.0)
    last = center.grab().toImage()
    slide.finish()
    assert pixels_that_differ(last, center.grab().toImage()) == 0


def test_nothing_is_painted_below_what_slides(user: User) -> None:
    user.hold(CTRL, Qt.Key.Key_B)
    slide = user.window.splitter.slide
    assert slide is not None
    slide._running.pause()
    user.window.repaint()
    painted = PaintEvents(user.window.list_pane.list.viewport())
    for done in (0.2, 0.4):
        slide._advance(done)
        QApplication.processEvents()
    assert painted.number == 0
    slide.finish()
    user.qtbot.waitUntil(lambda: painted.number > 0)


class PaintEvents(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.number = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.number += event.type() is QEvent.Type.Paint
        return False


def pixels_that_differ(one: QImage, other: QImage) -> int:
    assert one.size() == other.size()
    points = [(x, y) for x in range(0, one.width(), 7) for y in range(0, one.height(), 7)]
    return sum(QColor(one.pixel(*at)) != QColor(other.pixel(*at)) for at in points)


def test_new_articles_push_the_list_down(user: User, library: Library) -> None:
    pane = user.window.list_pane
    add(library, make_post(40), make_post(41))
    user.window.navigator.reload()
    user.wait()
    assert pane.slide.running()
    assert user.titles()[:3] == ["Post 41", "Post 40", "Post 30"]
    assert pane.list.verticalOffset() == 0
    pane.slide.finish()
    pane.list.verticalScrollBar().setValue(300)
    first = pane.list.anchor()
    add(library, make_post(42))
    user.window.navigator.reload()
    user.wait()
    assert pane.list.anchor() == first  # who reads further down is not disturbed
    assert not pane.slide.running()


def test_nothing_moves_where_nothing_shall(user: User, library: Library) -> None:
    hide_motion(user)
    user.hold(CTRL, Qt.Key.Key_B)
    assert not user.window.sidebar.isVisible()
    assert user.window.splitter.slide is not None
    assert not user.window.splitter.slide.running()
    add(library, make_post(40))
    user.window.navigator.reload()
    user.wait()
    assert not user.window.list_pane.slide.running()
    user.window.toast.show_message("At once")
    assert user.window.toast._shadow.opacity == 1.0
    (bar, *_) = user.window.course.bars
    bar._go()
    assert bar.opacity == 0.0


@pytest.mark.parametrize(
    ("space", "key", "still", "moving"),
    [
        ("org.freedesktop.appearance", "reduced-motion", 1, 0),
        ("org.gnome.desktop.interface", "enable-animations", False, True),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0", "1.5"),
    ],
)
def test_the_desktop_is_followed_unless_one_chose(
    user: User, space: str, key: str, still: object, moving: object
) -> None:
    follower = user.window.appearance.motion
    assert motion.allowed()
    follower.hear(space, key, still)
    assert not motion.allowed()
    follower.choose("on")
    assert motion.allowed()
    follower.choose("auto")
    assert not motion.allowed()
    follower.hear(space, key, moving)
    assert motion.allowed()


def test_a_scroll_bar_is_seen_while_one_moves_and_takes_the_mouse(user: User) -> None:
    area, bar = user.window.list_pane.list, user.window.course.bars[0]
    area.verticalScrollBar().setValue(10)
    user.qtbot.waitUntil(lambda: bar.opacity == 1.0)
    width = area.viewport().width()
    bar._gone.timeout.emit()
    user.qtbot.waitUntil(lambda: bar.opacity == 0.0)
    empty = area.verticalScrollBar().grab().toImage()
    assert len({empty.pixel(5, y) for y in range(empty.height())}) == 1
    QTest.mouseMove(area.viewport(), QPoint(40, 40))
    QTest.mouseMove(area.viewport(), QPoint(40, 60))
    user.qtbot.waitUntil(lambda: bar.opacity == 1.0)
    assert len({area.verticalScrollBar().grab().toImage().pixel(5, y) for y in range(empty.height())}) > 1
    assert area.viewport().width() == width
    QTest.mouseClick(area.verticalScrollBar(), Qt.MouseButton.LeftButton, pos=QPoint(5, empty.height() - 5))
    assert area.verticalOffset() > 100


def test_who_needs_contrast_always_sees_the_bars(user: User) -> None:
    user.window.appearance.choose_theme("contrast-light")
    bar = user.window.course.bars[0]
    bar._set_opacity(0.0)
    image = user.window.list_pane.list.verticalScrollBar().grab().toImage()
    assert len({image.pixel(5, y) for y in range(image.height())}) > 1
