"""Storage: what the library takes, its limits, whether its files are sound, and another place for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.domain import MarkKind
from reader.library.library import Library
from reader.offline import Fetch
from reader.remembered import follow_move, remember_library, remembered_library
from reader.ui.keeping.storage_dialog import StorageDialog
from reader.ui.main_window import MainWindow
from tests.fetching.conftest import server
from tests.fetching.downloading import fetch
from tests.fetching.server import Server
from tests.importing.folders import bring_in
from tests.library.test_library import titles
from tests.ui.test_downloads import allow_loopback, content, folder, stored, waiting_for
from tests.ui.windows import MakeWindow, idle

__all__ = ["folder", "server"]

Key = Qt.Key


@pytest.fixture
def window(library: Library, folder: Path, make_window: MakeWindow) -> MainWindow:
    """A window over two pictures that were fetched."""
    bring_in(library, folder)
    assert fetch(library, Fetch.ALL).stored == 2
    return make_window()


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> StorageDialog:
    window.actions_["storage"].trigger()
    opened = window.keeping.storage
    assert opened is not None
    qtbot.waitUntil(lambda: bool(opened.model.rows) and idle(window))
    return opened


def test_it_tells_nothing_before_it_is_known(qtbot: QtBot, library: Library, make_window: MakeWindow) -> None:
    window = make_window()
    window.actions_["storage"].trigger()
    dialog = window.keeping.storage
    assert dialog is not None
    assert (dialog.table.in_place_of_rows(), dialog.budget.text().strip()) == ("", "")
    assert not dialog.budget.isEnabled()
    qtbot.waitUntil(dialog.budget.isEnabled)
    assert (dialog.table.in_place_of_rows(), dialog.budget.text()) == ("No folders yet.", "2000 MB")


def test_it_tells_bytes_by_kind_and_by_source(dialog: StorageDialog, library: Library) -> None:
    numbers = library.storage.numbers()
    (row,) = [cells for _, cells in dialog.model.rows]
    assert row[0] == "blog"
    assert row[2] == f"{round(numbers.pictures / 1000)} kB"
    assert "from the web" in dialog.kinds.text()
    assert (dialog.budget.value(), dialog.most.value()) == (2000, 20)


def test_limits_hold_when_they_are_typed_to_the_end(
    qtbot: QtBot, window: MainWindow, dialog: StorageDialog, library: Library
) -> None:
    dialog.budget.setFocus()
    dialog.budget.selectAll()
    QTest.keyClicks(dialog.budget, "5")
    qtbot.waitUntil(lambda: idle(window))
    assert library.storage.budget() == 2_000_000_000
    QTest.keyClick(dialog.budget, Key.Key_Tab)
    qtbot.waitUntil(lambda: library.storage.budget() == 5_000_000 and idle(window))
    assert dialog.most.hasFocus()
    dialog.most.selectAll()
    QTest.keyClicks(dialog.most, "3")
    QTest.keyClick(dialog.most, Key.Key_Return)
    qtbot.waitUntil(lambda: library.web.most_bytes() == 3_000_000 and idle(window))
    assert dialog.isVisible()
    assert stored(window) == [True, True]


def test_a_limit_that_is_no_whole_number_here_is_left_as_it_is(
    qtbot: QtBot, window: MainWindow, dialog: StorageDialog, library: Library
) -> None:
    library.storage.set_budget(500_700_000)
    library.web.set_most_bytes(900_000)
    dialog.load()
    qtbot.waitUntil(lambda: dialog.budget.value() == 500 and dialog.most.value() == 1 and idle(window))
    dialog.most.setFocus()
    dialog.budget.setFocus()
    dialog.most.setFocus()
    dialog.most.selectAll()
    QTest.keyClicks(dialog.most, "3")
    QTest.keyClick(dialog.most, Key.Key_Return)
    qtbot.waitUntil(lambda: library.web.most_bytes() == 3_000_000 and idle(window))
    assert library.storage.budget() == 500_700_000
    dialog.budget.setFocus()
    dialog.budget.selectAll()
    QTest.keyClicks(dialog.budget, "501")
    library.web.set_most_bytes(900_000)
    QTest.keyClick(dialog.budget, Key.Key_Return)
    qtbot.waitUntil(lambda: library.storage.budget() == 501_000_000 and idle(window))
    assert library.web.most_bytes() == 900_000


def test_clearing_asks_first_and_leaves_the_small_copies(
    qtbot: QtBot, window: MainWindow, dialog: StorageDialog
) -> None:
    dialog.clear.click()
    (box,) = dialog.findChildren(QMessageBox)
    QTest.keyClick(box, Key.Key_Return)
    assert stored(window) == [True, True]
    qtbot.waitUntil(lambda: not dialog.findChildren(QMessageBox))
    dialog.clear.click()
    (box,) = dialog.findChildren(QMessageBox)
    remove = next(button for button in box.buttons() if button.text() == "Remove")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(window) == [False, False] and idle(window))


def test_a_damaged_file_is_found_and_repaired(
    qtbot: QtBot, window: MainWindow, dialog: StorageDialog, library: Library
) -> None:
    dialog.verify.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "All 2 picture files are sound" and idle(window))
    file = next(file for file, key in library.images.files() if key)
    file.write_bytes(b"no picture")
    dialog.verify.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "2 / 2 · 1 damaged" and idle(window))
    dialog.repair.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "2 / 2 · 1 damaged · 1 repaired" and idle(window))


def position_in(library: Library, article: int) -> int:
    held = library.content(article)
    assert held is not None
    return held.position


def stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.keeping.dialogs.QApplication.quit", lambda: None)
    monkeypatch.setattr("reader.ui.keeping.dialogs.QApplication.setQuitOnLastWindowClosed", lambda _: None)


@pytest.mark.parametrize("reopened", [True, False], ids=["opened", "quit"])
@pytest.mark.parametrize("named", [True, False], ids=["by a variable", "remembered"])
def test_the_library_moves_and_the_program_begins_again_there(
    qtbot: QtBot,
    window: MainWindow,
    dialog: StorageDialog,
    ini: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reopened: bool,
    named: bool,
) -> None:
    stay(monkeypatch)
    started: list[list[str]] = []

    def start(program: str, words: list[str]) -> tuple[bool, int]:
        started.append([program, *words])
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.delenv("BROADSHEET_LIBRARY", raising=False)
    if named:
        monkeypatch.setenv("BROADSHEET_LIBRARY", str(window.session.folder))
    else:
        remember_library(ini.parent, window.session.folder)
    old = window.session.folder
    dialogs = window.keeping
    with qtbot.waitSignal(dialogs.mover.moved):
        dialogs.mover.move(tmp_path / "new")
    # Nothing of the old place is left to be used.
    assert (window.isVisible(), dialog.isVisible()) == (False, False)
    assert dialogs.told is not None
    assert str(tmp_path / "new") in dialogs.told.informativeText()
    assert ("BROADSHEET_LIBRARY" in dialogs.told.informativeText()) is named
    QTest.keyClick(dialogs.told, Qt.Key.Key_Return if reopened else Qt.Key.Key_Escape)
    assert started == ([[sys.executable, "-m", "reader", "--library", str(tmp_path / "new")]] if reopened else [])
    assert remembered_library(ini.parent) == (None if named else tmp_path / "new")
    assert not (old / "library.sqlite3").exists()
    with Library(tmp_path / "new") as moved:
        assert titles(moved) == ["The lake"]


def test_a_folder_that_is_not_empty_is_refused(
    qtbot: QtBot, window: MainWindow, dialog: StorageDialog, folder: Path
) -> None:
    window.keeping.mover.move(folder)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    assert window.isVisible()
    assert titles(window.session.library) == ["The lake"]


def test_a_move_waits_for_what_is_being_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stay(monkeypatch)
    held = Event()

    def job(library: Library) -> Iterator[int]:
        yield 1
        held.wait(20)
        library.web.set_most_bytes(7_000_000)
        yield 2

    session, mover = window.session, window.keeping.mover
    article = content(window).article.id
    steps: list[int] = []
    session.run(job, steps.append)
    qtbot.waitUntil(lambda: bool(steps))
    mover.move(tmp_path / "new")
    # By a screen reader, which no dialog holds up, and by what the window does by itself.
    session.toggle([article], MarkKind.BOOKMARK, text="Read later")
    session.note_position(article, 3)
    with qtbot.assertNotEmitted(mover.moved, wait=100):
        pass
    with qtbot.waitSignal(mover.moved):
        held.set()
    assert window.keeping.told is not None
    QTest.keyClick(window.keeping.told, Qt.Key.Key_Escape)
    with Library(tmp_path / "new") as moved:
        assert moved.web.most_bytes() == 7_000_000
        assert [row.bookmarked for row in moved.articles([article])] == [True]
        assert position_in(moved, article) == 3


@pytest.mark.parametrize("switched", [False, True], ids=["before anything is copied", "after the switch"])
def test_closing_the_window_while_it_moves_loses_no_mark(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, switched: bool
) -> None:
    stay(monkeypatch)
    begun = Event()

    def switch(*folders: Path) -> None:
        follow_move(*folders)
        begun.set()

    monkeypatch.setattr("reader.remembered.follow_move", switch)
    session, dialogs, old = window.session, window.keeping, window.session.folder
    article = content(window).article.id
    dialogs.mover.move(tmp_path / "new")
    session.note_position(article, 3)
    if switched:
        assert begun.wait(20)
    window.close()
    with Library(tmp_path / "new" if begun.is_set() else old) as library:
        assert position_in(library, article) == 3
    if begun.is_set():
        qtbot.waitUntil(lambda: dialogs.told is not None)
        assert dialogs.told is not None
        QTest.keyClick(dialogs.told, Key.Key_Escape)
    else:
        qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))


@pytest.mark.parametrize("stopped", [True, False], ids=["stopped", "refused"])
def test_what_made_way_for_a_move_goes_on_without_it(
    qtbot: QtBot,
    library: Library,
    folder: Path,
    tmp_path: Path,
    make_window: MakeWindow,
    server: Server,
    stopped: bool,
) -> None:
    bring_in(library, folder)
    held, more = Event(), server.answers["/more.png"]
    server.answers["/more.png"] = waiting_for(held, more)
    window = allow_loopback(make_window())
    dialogs, runner = window.keeping, window.downloads.runner
    runner.fetch(Fetch.ALL)
    qtbot.waitUntil(lambda: stored(window) == [True, False])
    dialogs.show_storage()
    assert dialogs.storage is not None
    dialogs.storage.move_button.click()  # only asks where
    assert (runner.running, runner.resting) == (True, False)
    dialogs.mover.move(tmp_path / "new" if stopped else folder)
    window.session.note_position(content(window).article.id, 3)
    if stopped:
        window.findChildren(QProgressDialog)[0].findChildren(QPushButton)[0].click()
    else:
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    held.set()
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    assert content(window).position == 3
