"""Backups in the window: seen, made, and put back by the program beginning again."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.domain import LibraryError, MarkKind
from reader.library.keeping.backups import back_up, backups
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store.database import RESTORED
from reader.ui.keeping.backups_dialog import BackupsDialog
from reader.ui.main_window import MainWindow
from reader.ui.parts.boxes import Question
from tests.factories import make_post
from tests.library.test_backups import damage
from tests.library.test_journal import read_titles
from tests.library.test_library import add, titles
from tests.ui.windows import MakeWindow, idle


@pytest.fixture
def window(library: Library, make_window: MakeWindow) -> MainWindow:
    """A window over a library of which there is a backup without its second article."""
    add(library, make_post(1))
    list(back_up(library.folder, 1_700_000_000.0))
    add(library, make_post(2))
    return make_window()


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    window.actions_["backups"].trigger()
    opened = window.keeping.restorer.dialog
    assert opened is not None
    qtbot.waitUntil(lambda: bool(opened.model.rows) and idle(window))
    return opened


def choose_last(dialog: BackupsDialog) -> None:
    """Choose the oldest backup, and say yes."""
    dialog.table.selectRow(len(dialog.model.rows) - 1)
    dialog.restore.click()
    dialog.findChildren(Question)[0].accept()


def test_backups_are_seen_and_one_more_is_made(dialog: BackupsDialog, qtbot: QtBot, library: Library) -> None:
    (cells,) = [cells for _, cells in dialog.model.rows]
    assert "2023" in cells[0]
    assert cells[2] == "Daily"
    assert not dialog.restore.isEnabled()
    dialog.make.click()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 2)
    assert len(backups(library.folder)) == 2
    assert dialog.make.isEnabled()


def test_a_backup_is_put_back_and_the_program_begins_again(
    dialog: BackupsDialog, qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def start(program: str, words: list[str]) -> tuple[bool, int]:
        assert not window.isVisible()
        started.append([program, *words])
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    monkeypatch.setattr(QApplication, "setQuitOnLastWindowClosed", lambda _on: None)
    window.session.note_opened(1)
    choose_last(dialog)
    window.session.toggle([1], MarkKind.BOOKMARK, text="Read later")  # While the backup is copied.
    qtbot.waitUntil(lambda: bool(started))
    assert started == [[sys.executable, "-m", "reader", "--library", str(library.folder)]]
    library.close()
    with open_library(library.folder) as opened:
        assert titles(opened) == ["Post 1"]
        assert read_titles(opened) == ["Post 1"]
        assert [row.bookmarked for row in opened.articles([1])] == [True]


def test_a_damaged_backup_is_refused_and_everything_goes_on(
    dialog: BackupsDialog, qtbot: QtBot, window: MainWindow, library: Library
) -> None:
    damage(backups(library.folder)[0].file)
    choose_last(dialog)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    assert not (library.folder / RESTORED).exists()
    window.session.note_opened(1)
    qtbot.waitUntil(lambda: read_titles(library) == ["Post 1"])


def test_a_backup_that_was_given_up_at_the_last_moment_is_not_put_back(
    dialog: BackupsDialog, qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Event()
    monkeypatch.setattr("reader.library.keeping.backups.write_through", lambda *_: held.wait(20))
    choose_last(dialog)
    qtbot.waitUntil((library.folder / RESTORED).exists)
    window.findChildren(QProgressDialog)[0].findChildren(QPushButton)[0].click()
    held.set()
    window.session.note_opened(1)
    qtbot.waitUntil(lambda: read_titles(library) == ["Post 1"])
    assert not (library.folder / RESTORED).exists()
    assert titles(library) == ["Post 2", "Post 1"]


def test_the_program_goes_on_where_what_was_given_up_cannot_be_taken_away(
    dialog: BackupsDialog, qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise LibraryError("read-only", folder, "Check the folder’s permissions.")

    monkeypatch.setattr("reader.library.keeping.backups.give_up_restore", refuse)
    damage(backups(library.folder)[0].file)
    choose_last(dialog)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    window.session.note_opened(1)
    qtbot.waitUntil(lambda: read_titles(library) == ["Post 1"])
