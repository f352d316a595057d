"""The window as a whole: what it brings back, what it survives, what it says to those who listen."""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import __version__
from reader.app import remembered_folder, show, watch_faults
from reader.domain import Changes, LibraryError
from reader.library.library import Library
from reader.remembered import remember_library, remembered_library
from reader.ui.importing.runner import ImportRunner
from reader.ui.keeping.library_chooser import LibraryChooser
from reader.ui.keyboard.shortcut_sheet import ShortcutSheet
from reader.ui.looks import style
from reader.ui.looks.appearance import Appearance
from reader.ui.looks.theme import THEMES
from reader.ui.main_window import MainWindow
from reader.ui.parts.fault_box import FaultBox
from reader.ui.preferences.settings_dialog import SettingsDialog
from reader.ui.search.sheet import SearchSheet
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.sidebar.lines import Folder
from tests.factories import make_post
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import add, category, titles
from tests.library.test_search import index_all
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key


@pytest.fixture
def ids(library: Library) -> list[int]:
    posts = (make_post(number, categories=(("World", "Asia" if number % 2 else "Snow"),)) for number in range(1, 41))
    return add(library, *posts)


# --- what it brings back


def test_the_window_looks_as_it_was_left(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int]
) -> None:
    world = category(library, "World")
    window = make_window()
    window.resize(780, 600)
    window.splitter.setSizes([0, 300, 480])
    window.sidebar.tree.set_open_categories([world])
    window.actions_["only_unread"].trigger()
    qtbot.waitUntil(lambda: idle(window))
    window.list_pane.list.choose(ids[20])
    qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None)
    window.list_pane.list.verticalScrollBar().setValue(1500)
    window.reader.viewer.set_zoom(22)
    sizes = window.splitter.sizes()
    window.close()
    again = make_window()
    qtbot.waitUntil(lambda: again.reader.open_page() is not None)
    assert again.size() == window.size()
    assert again.splitter.sizes() == sizes
    assert again.sidebar.tree.open_categories() == [world]
    assert again.actions_["only_unread"].isChecked()
    assert again.list_pane.list.verticalOffset() == 1500
    assert again.reader.viewer.zoom() == 22


def test_the_sidebar_that_gave_way_comes_back_and_no_other(make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    window.resize(700, 600)
    assert window.sidebar.isHidden()
    window.close()
    again = make_window()
    assert (again.width(), again.sidebar.isHidden()) == (700, True)
    again.resize(1200, 700)
    assert not again.sidebar.isHidden()
    again.actions_["sidebar"].trigger()
    again.resize(700, 600)
    again.resize(1200, 700)
    assert again.sidebar.isHidden()


def test_the_sidebar_takes_the_place_of_the_article_in_a_small_window_until_one_is_chosen(
    qtbot: QtBot, make_window: MakeWindow, ids: list[int]
) -> None:
    window = make_window()
    panes = window.sidebar, window.list_pane, window.reader

    def shown() -> list[bool]:
        return [not pane.isHidden() for pane in panes]

    window.resize(600, 600)
    window.reader.viewer.setFocus()
    window.actions_["sidebar"].trigger()
    assert shown() == [True, True, False]
    qtbot.waitUntil(window.list_pane.list.hasFocus)
    assert all(pane.width() >= 200 for pane in panes[:2])
    window.list_pane.list.choose(ids[3])
    qtbot.waitUntil(lambda: shown() == [False, True, True])
    ways: tuple[Callable[[], None], ...] = (lambda: window.resize(1200, 600), window.actions_["sidebar"].trigger)
    for leave in ways:
        window.resize(600, 600)
        window.actions_["sidebar"].trigger()
        assert shown() == [True, True, False]
        leave()
        assert shown()[2]


def test_a_button_brings_the_sidebar_back_that_is_hidden(make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()

    def buttons() -> list[QToolButton]:
        found = window.list_pane.findChildren(QToolButton)
        return [each for each in found if each.defaultAction() is window.actions_["sidebar"] and each.isVisible()]

    assert buttons() == []
    window.resize(640, 600)
    (button,) = buttons()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (window.sidebar.isVisible(), buttons()) == (True, [])
    window.actions_["sidebar"].trigger()
    (button,) = buttons()
    title = window.list_pane.title
    assert button.geometry().right() < title.x() < window.list_pane.arrange.x()


def test_where_what_was_listed_last_is_gone_all_is_listed_and_the_keys_are_at_it(
    qtbot: QtBot, make_window: MakeWindow, ini: Path, ids: list[int]
) -> None:
    ini.write_text(f"[General]\nlanguage=en\n[place]\nfolder=source:77\narticle={ids[3]}\n", "utf-8")
    window = make_window()
    qtbot.waitUntil(lambda: window.list_pane.model.ids != [] and idle(window))
    assert window.sidebar.tree.current() == Folder.ALL
    assert window.focusWidget() is window.list_pane.list
    page = window.reader.open_page()
    assert page is not None
    assert page.article == ids[3]


def test_all_of_a_dialog_is_seen_on_a_small_screen(make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    screen = window.screen().availableGeometry()
    for name in ("import", "folders", "history", "settings", "shortcuts", "change_keys", "manual", "storage", "export"):
        window.actions_[name].trigger()
        (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
        dialog.close()
        dialog.resize(screen.size() * 2)
        window.actions_[name].trigger()
        shown = [each for each in window.findChildren(QDialog) if each.isVisible()]
        assert [screen.contains(each.geometry()) for each in shown] == [True], name
        shown[0].close()


@pytest.mark.parametrize("before", ["never shown", "on a screen that is gone"])
def test_so_is_all_of_the_window_on_a_screen_it_is_first_shown_on(
    qtbot: QtBot, qapp: QApplication, library: Library, ini: Path, before: str
) -> None:
    settings = Settings(ini)
    if before != "never shown":
        left = QWidget()
        left.resize(2000, 900)
        place = bytearray(left.saveGeometry().data())
        place[46:50] = (2560).to_bytes(4, "big")  # the width of the screen, as Qt writes it
        settings.set("window/geometry", QByteArray(bytes(place)))
    window = MainWindow(LibrarySession(library.folder), settings, Appearance(qapp, settings))
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert window.width() > room.width()
    show(window)
    assert window.size().boundedTo(room) == window.size()


def test_a_dialog_is_opened_again_where_it_was_left(make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    place = QPoint(40, 30)
    for moved in (False, True):
        window.actions_["storage"].trigger()
        (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
        dialog.resize(500, 400)
        dialog.move(place)
        dialog.close()
        if moved:  # Then it goes along.
            window.move(200, 100)
        window.actions_["storage"].trigger()
        assert (dialog.pos() == place) is not moved
        dialog.close()


def test_who_types_a_search_before_the_first_list_is_there_goes_on(
    qtbot: QtBot, qapp: QApplication, library: Library, ini: Path, ids: list[int]
) -> None:
    ini.write_text(f"[General]\nlanguage=en\n[place]\narticle={ids[3]}\nscroll=700\n", "utf-8")
    settings = Settings(ini)
    window = MainWindow(LibrarySession(library.folder), settings, Appearance(qapp, settings))
    qtbot.addWidget(window)
    window.show()
    window.start()
    window.actions_["search"].trigger()
    QTest.keyClicks(window.list_pane.search, "Post 7")
    qtbot.waitUntil(lambda: idle(window) and window.navigator.query.text == "Post 7")
    qtbot.waitUntil(lambda: idle(window))
    assert window.list_pane.search.hasFocus()
    assert window.list_pane.list.verticalOffset() == 0


def test_no_picture_is_read_after_the_end(
    qtbot: QtBot, make_window: MakeWindow, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt waits for its thread where the window is destroyed, for ever if that is done while Python is held."""
    reading, go_on = threading.Event(), threading.Event()

    def slow(*_: object) -> QImage:
        reading.set()
        go_on.wait(10)
        return QImage()

    monkeypatch.setattr("reader.ui.document.pictures.decode", slow)
    write_post(tmp_path / "blog", "source/_posts/a.md", "A picture", "![one](one.png)")
    Image.new("RGB", (640, 480)).save(tmp_path / "blog/source/_posts/one.png")
    bring_in(library, tmp_path / "blog")
    window = make_window()
    window.list_pane.list.step(1)
    qtbot.waitUntil(reading.is_set)
    threading.Timer(0.05, go_on.set).start()
    window.close()
    assert go_on.is_set()
    assert all(pool.activeThreadCount() == 0 for pool in window.reader.findChildren(QThreadPool))


def test_theme_and_language_are_kept(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.dialogs.settings()
    (dialog,) = window.findChildren(SettingsDialog)
    dialog.theme.setFocus()
    QTest.keyClick(dialog.theme, Key.Key_Down)
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    chosen = dialog.theme.currentData()
    window.close()
    assert make_window().appearance.icons.theme.name == chosen


def test_a_place_that_is_no_more_becomes_the_whole_list(
    qtbot: QtBot, make_window: MakeWindow, ini: Path, ids: list[int]
) -> None:
    ini.write_text("[General]\nlanguage=en\n[place]\nfolder=999\narticle=12345\nscroll=77\n", "utf-8")
    window = make_window()
    qtbot.waitUntil(lambda: idle(window))
    assert window.sidebar.tree.current() == Folder.ALL
    assert len(window.list_pane.model.ids) == 40
    assert window.list_pane.title.text() == "All articles"


BROKEN = [
    "theme=purple\nlanguage=klingon\n",
    "[window]\ngeometry=@ByteArray(nonsense)\nsplitter=@ByteArray(\\0\\0\\0\\xff)\nsidebar=perhaps\n",
    "[place]\nfolder=99999999999999999999999\nopen=1 x -5 99999999999999999999999\narticle=-3\nscroll=NaN\n",
    "[place]\nfolder=all, unread\nopen=1, 2\narticle=99999999999999999999999\nscroll=99999999999\nonly_unread=2\n",
    "[reading]\nzoom=1000000\n",
    "[place\n\x00\xff garbage ===\n",
    "",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_settings_count_as_not_set(
    qtbot: QtBot, make_window: MakeWindow, ini: Path, ids: list[int], text: str
) -> None:
    ini.write_text(text if text.startswith("theme") else f"[General]\nlanguage=en\n{text}", "utf-8")
    window = make_window()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == 40)
    assert 12 <= window.reader.viewer.zoom() <= 32


def test_settings_keep_each_kind_of_value(ini: Path) -> None:
    settings = Settings(ini)
    values: dict[str, str | int | bool | list[int]] = {"a": "x, y", "b": 7, "c": True, "d": [3, 5], "e": []}
    for name, value in values.items():
        settings.set(name, value)
    settings.set("f", QByteArray(b"\0\xff"))
    settings.save()
    again = Settings(ini)
    assert (again.text("a", ""), again.number("b", 0), again.flag("c", default=False)) == ("x, y", 7, True)
    assert (again.numbers("d"), again.numbers("e"), again.state("f")) == ([3, 5], [], QByteArray(b"\0\xff"))
    assert (again.number("b", 0, 10, 20), again.text("a", "z", ("y", "z")), again.state("b")) == (10, "z", QByteArray())


# --- what it survives


def test_it_may_be_closed_while_a_mark_is_on_its_way(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int]
) -> None:
    window = make_window()
    window.list_pane.list.setFocus()
    for key in (Key.Key_J, Key.Key_B, Key.Key_J, Key.Key_M):
        QTest.keyClick(window.list_pane.list, key)
    window.close()
    qtbot.waitUntil(lambda: not window.session._tasks)
    assert library.counts(0).bookmarked == 1


def test_it_may_be_closed_twice(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.close()
    assert window.close()


def test_an_article_that_is_deleted_meanwhile_is_let_go(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int]
) -> None:
    window = make_window()
    library._db.execute("DELETE FROM article WHERE id = ?", (ids[-2],))
    window.list_pane.list.setFocus()
    QTest.keyClick(window.list_pane.list, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    for key in (Key.Key_J, Key.Key_M, Key.Key_B, Key.Key_0, Key.Key_V):
        QTest.keyClick(window.list_pane.list, key)
    qtbot.waitUntil(lambda: idle(window))
    assert window.reader.open_page() is None
    assert not window.grab().isNull()


def test_languages_and_themes_change_in_place(qtbot: QtBot, make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    window.list_pane.list.choose(ids[3])
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    for language in ("zh_CN", "en"):
        window.appearance._settings.set("language", language)
        window.appearance.apply_language()
        qtbot.waitUntil(lambda: idle(window))
        for theme in ("dark", "light"):
            window.appearance._settings.set("theme", theme)
            window.appearance.apply_theme()
            assert not window.grab().isNull()
    qtbot.waitUntil(lambda: window.list_pane.search.placeholderText() == "Search articles")
    assert window.list_pane.list.current_article() == ids[3]


def test_one_box_tells_of_many_refusals(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    for _ in range(3):
        window.session.refused.emit(LibraryError("disk", window.session.folder, "Check the disk."))
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert [box.text() for box in boxes] == ["The disk refused to read or write. Check the disk."]
    boxes[0].close()


def test_the_newest_wish_wins(qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int]) -> None:
    window = make_window()
    tree = window.sidebar.tree
    for key in (category(library, "Asia"), Folder.LATER, category(library, "Snow")):
        tree.choose(key)
        window.searching.show()
    for article in ids[:6]:
        window.navigator.open(article)
    qtbot.waitUntil(lambda: idle(window))
    assert len(window.list_pane.model.ids) == 20
    assert (window.list_pane.title.text(), window.reader.open_page().title) == ("Snow", "Post 6")  # type: ignore[union-attr]


def test_a_reload_keeps_place_and_selection(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int]
) -> None:
    window = make_window()
    window.list_pane.list.choose(ids[10])
    qtbot.waitUntil(lambda: idle(window))
    offset = window.list_pane.list.verticalOffset()
    add(library, make_post(0))
    window.navigator.reload()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == 41)
    assert window.list_pane.list.verticalOffset() == offset
    assert window.list_pane.list.current_article() == ids[10]


@pytest.mark.parametrize(("first", "second", "left"), [("j", "m", 40), ("j", "mm", 39), ("j", "bb", 39)])
def test_quick_keys_mean_what_they_meant(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int], first: str, second: str, left: int
) -> None:
    window = make_window()
    window.list_pane.list.setFocus()
    QTest.keyClicks(window.list_pane.list, first + second)
    qtbot.waitUntil(lambda: idle(window))
    counts = library.counts(0)
    assert (counts.unread, counts.bookmarked) == (left, 0)


class Restyled(QObject):
    """Counts how often Qt tells each widget of another style, and notes the widgets whose size changes with it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.times: Counter[int] = Counter()
        self.resized: list[QObject] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.times[id(watched)] += 1
        elif event.type() is QEvent.Type.Resize:
            self.resized.append(watched)
        return False


def test_another_theme_dresses_each_widget_a_few_times_and_does_not_set_the_page_anew(
    qtbot: QtBot, qapp: QApplication, make_window: MakeWindow, library: Library
) -> None:
    (long,) = add(library, make_post(1, text="<p>Snow closes the pass.</p>" * 200))
    window = make_window()
    qtbot.waitUntil(lambda: idle(window))
    window.list_pane.list.choose(long)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: idle(window) and viewer.verticalScrollBar().maximum() > 1000)
    window.appearance.choose_theme("light")
    viewer.verticalScrollBar().setValue(500)
    # Qt would go to each widget once for all that it lies in, and has ways to do so once.
    widgets = qapp.allWidgets()
    restyled = Restyled(qapp)
    style.apply(qapp, THEMES["dark"])
    qapp.removeEventFilter(restyled)
    assert restyled.times
    assert max(restyled.times.values()) <= 5
    assert restyled.times.total() <= 3 * len(widgets)
    assert viewer.viewport() not in restyled.resized
    assert viewer.verticalScrollBar().value() == 500


def test_a_dialog_with_nothing_to_keep_is_gone_once_it_is_closed(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    for name, kind in (("settings", SettingsDialog), ("shortcuts", ShortcutSheet), ("search_help", SearchSheet)):
        for _ in range(2):
            window.actions_[name].trigger()
            (dialog,) = window.findChildren(kind)
            QTest.keyClick(dialog, Key.Key_Escape)
            qtbot.waitUntil(lambda kind=kind: not window.findChildren(kind))  # type: ignore[misc]


# --- before there is a window


def test_the_library_that_the_settings_of_0_1_0_name_is_opened_by_all(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert remembered_folder(settings) is None
    settings.set("library", "/old place")
    assert remembered_folder(settings) == remembered_library(tmp_path) == Path("/old place")
    remember_library(tmp_path, Path("/new"))
    assert remembered_folder(settings) == Path("/new")


@pytest.mark.parametrize(("button", "answer"), [("again", "same"), ("quit", None)])
def test_a_refused_library_may_be_tried_again_or_left(tmp_path: Path, button: str, answer: str | None) -> None:
    chooser = LibraryChooser(LibraryError("locked", tmp_path / "library.sqlite3", "Close it."))
    assert "Another program" in chooser.box.text()
    QTimer.singleShot(0, getattr(chooser, button).click)
    assert chooser.ask() == (tmp_path if answer else None)


def test_another_folder_may_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: os.fspath(tmp_path / "other"))
    chooser = LibraryChooser(LibraryError("newer", tmp_path / "library.sqlite3", "Update."))
    QTimer.singleShot(0, chooser.other.click)
    assert chooser.ask() == tmp_path / "other"


def test_faults_are_told_one_at_a_time(qtbot: QtBot, qapp: QApplication) -> None:
    box = FaultBox()
    told: list[str] = []

    def fail_again_and_again() -> None:
        for number in range(3):
            box.tell(ValueError(f"<b>{number}</b>\u202e"))
        (shown,) = fault_boxes(qapp)
        told.append(shown.informativeText())
        (copy,) = [button for button in shown.buttons() if "Copy" in button.text()]
        copy.click()

    QTimer.singleShot(0, fail_again_and_again)
    qtbot.waitUntil(lambda: bool(told) and not fault_boxes(qapp))
    assert told == ["ValueError: <b>0</b>\ufffd"]
    report = qapp.clipboard().text()
    assert report.startswith(f"Broadsheet {__version__}\nPython 3")
    assert report.endswith("ValueError: <b>0</b>\ufffd\n")


def test_a_fault_in_a_worker_is_told_by_the_window(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ValueError("in a worker")

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_faults()
    QThreadPool.globalInstance().start(fail)
    qtbot.waitUntil(lambda: bool(fault_boxes(qapp)))
    (box,) = fault_boxes(qapp)
    assert box.thread() is qapp.thread()
    box.close()


def test_a_fault_before_there_is_a_window_is_waited_for(qapp: QApplication) -> None:
    seen: list[str] = []

    def read() -> None:
        (shown,) = fault_boxes(qapp)
        seen.append(shown.text())
        shown.close()

    QTimer.singleShot(0, read)
    FaultBox().tell(ValueError("no screen"))
    assert seen == ["Broadsheet cannot start: something went wrong. Your library is safe."]


def fault_boxes(app: QApplication) -> list[QMessageBox]:
    return [each for each in app.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]


def test_the_keys_go_to_the_list_when_the_sidebar_goes(qtbot: QtBot, make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    ways: tuple[Callable[[], None], ...] = (lambda: window.resize(640, 700), window.actions_["sidebar"].trigger)
    for hide in ways:
        window.resize(1000, 700)
        window.sidebar.show()
        window.sidebar.tree.setFocus()
        qtbot.waitUntil(window.sidebar.tree.hasFocus)
        hide()
        qtbot.waitUntil(lambda: not window.sidebar.isVisible())
        qtbot.waitUntil(window.list_pane.list.hasFocus)


def test_the_panes_are_made_wider_and_narrower_by_keys(qtbot: QtBot, make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    window.resize(1280, 800)
    sidebar, listed, page = window.sidebar, window.list_pane, window.reader
    wide, slim = window.actions_["wider"], window.actions_["narrower"]
    assert (wide.shortcut().toString(), slim.shortcut().toString()) == ("Alt+Shift+Right", "Alt+Shift+Left")
    for pane, key, other in (
        (window.sidebar.tree, sidebar, listed),
        (window.list_pane.list, listed, page),
        (window.list_pane.search, listed, page),
        (window.reader.viewer, page, listed),
    ):
        pane.setFocus()
        qtbot.waitUntil(pane.hasFocus)
        own, given = key.width(), other.width()
        wide.trigger()
        assert (key.width(), other.width()) == (own + 24, given - 24)
        slim.trigger()
        assert (key.width(), other.width()) == (own, given)
    for _ in range(40):
        slim.trigger()
    assert page.width() >= page.minimumSizeHint().width() > 0


def test_about_tells_versions_and_places_to_copy(
    qtbot: QtBot, qapp: QApplication, make_window: MakeWindow, library: Library
) -> None:
    window = make_window()
    window.actions_["about"].trigger()
    (box,) = fault_boxes(qapp)
    said = box.informativeText()
    assert f"Version {__version__}" in said
    assert "SQLite 3" in said
    assert f"Library: {library.folder}" in said
    assert box.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    box.close()


# --- for those who listen


def unnamed(window: QWidget) -> list[str]:
    """Return the widgets the keyboard reaches and a screen reader has no name for."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or not spoken.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_everything_the_keyboard_reaches_has_a_name(qtbot: QtBot, make_window: MakeWindow, ids: list[int]) -> None:
    window = make_window()
    window.list_pane.list.choose(ids[0])
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    window.dialogs.settings()
    window.dialogs.import_folder()
    assert unnamed(window) == []


def test_the_window_s_own_list_says_its_rows(make_window: MakeWindow, ids: list[int]) -> None:
    spoken = QAccessible.queryAccessibleInterface(make_window().list_pane.list)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Articles"
    assert any("Post 40" in spoken.child(number).text(QAccessible.Text.Name) for number in range(3))


def test_an_empty_library_says_what_to_do(make_window: MakeWindow, library: Library) -> None:
    window: MainWindow = make_window()
    assert window.welcome.isVisible()
    assert window.welcome.accessibleName() == "Your reading library is empty"
    assert titles(library) == []
    menu = window.welcome.menu_button.menu()
    assert [part.text() for part in menu.actions()] == ["Library", "Article", "Share", "Go", "View", "Help"]


def test_what_another_program_imports_is_there_when_one_comes_back(
    qtbot: QtBot, library: Library, ids: list[int], window: MainWindow
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    add(library, make_post(100))
    window.activateWindow()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == len(ids) + 1)
    qtbot.waitUntil(lambda: window.status.left.text().startswith(f"{len(ids) + 1} articles"))


def test_rows_stay_where_they_are_when_newer_ones_arrive(
    qtbot: QtBot, library: Library, ids: list[int], window: MainWindow
) -> None:
    rows = window.list_pane.list
    rows.verticalScrollBar().setValue(1000)
    before = rows.anchor()
    assert before is not None
    add(library, *(make_post(number) for number in range(100, 120)))
    window.session.announce(Changes(articles=True, categories=True))
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == len(ids) + 20)
    assert rows.anchor() == before


def test_an_open_article_that_was_imported_anew_is_shown_anew(
    qtbot: QtBot, library: Library, ids: list[int], window: MainWindow
) -> None:
    window.list_pane.list.choose(ids[0])
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    old = add(library, make_post(1, title="Corrected", text="Other words."))
    assert old == [ids[0]]
    window.session.announce(Changes(articles=True, categories=True))
    qtbot.waitUntil(lambda: "Other words." in window.reader.viewer.toPlainText())


def test_a_search_tells_what_is_not_searchable_yet(
    qtbot: QtBot, make_window: MakeWindow, library: Library, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImportRunner, "finish_pending", lambda _: None)
    window = make_window()
    window.list_pane.search.setText("text")
    QTest.keyClick(window.list_pane.search, Key.Key_Return)
    qtbot.waitUntil(lambda: window.list_pane.number.text() == "0 results so far")
    labels = [label.text() for label in window.list_pane.empty.findChildren(QLabel)]
    assert "40 articles are still being made searchable." in labels
    index_all(library)
    window.navigator.reload()
    qtbot.waitUntil(lambda: window.list_pane.number.text() == "40 results")
