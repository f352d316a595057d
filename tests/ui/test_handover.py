"""One library, one window: a second start brings the first one forward, and hands over its folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader import app
from reader.app import open_session
from reader.library.library import Library
from reader.library.store.lock import HANDOVER, LibraryLock
from reader.ui.handover import hand_over
from reader.ui.importing.dialog import ImportDialog
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from tests.factories import write_posts
from tests.ui.questions import Press, press, shown

__all__ = ["press", "shown"]


@pytest.fixture
def first(qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window that has a library open as a start of the program opens it.

    It has as long to answer as any other window of a test: a start that gave up would ask, and none but the window's
    own thread can do that.
    """
    monkeypatch.setattr("reader.ui.handover.hand_over", partial(hand_over, patience=40.0))
    handover = app.hear_of_starts(window)
    qtbot.waitUntil(lambda: bool(handover._watcher.directories()))
    with LibraryLock(library.folder):
        yield window
    handover.stop()


def start_again(library: Library, ini: Path, *wanted: Path) -> Future[LibrarySession | int]:
    """Start once more, in a thread in the place of a process."""
    return ThreadPoolExecutor(1).submit(open_session, library.folder, Settings(ini), wanted)


def test_a_second_start_brings_the_window_forward_and_ends(
    qtbot: QtBot, first: MainWindow, library: Library, ini: Path
) -> None:
    first.showMinimized()
    second = start_again(library, ini)
    qtbot.waitUntil(second.done)
    assert second.result() == 0
    qtbot.waitUntil(lambda: not first.isMinimized())
    assert not first.dialogs.importing.isVisible()


def test_its_folder_is_opened_in_the_first_window(
    qtbot: QtBot, first: MainWindow, library: Library, ini: Path, tmp_path: Path
) -> None:
    folder = write_posts(tmp_path / os.fsdecode("blog of 雪, \udcff".encode("utf-8", "surrogateescape")), 3)
    second = start_again(library, ini, folder)
    qtbot.waitUntil(second.done)
    assert second.result() == 0
    qtbot.waitUntil(first.dialogs.importing.isVisible)


def test_what_is_handed_over_while_the_window_is_only_starting_is_opened(
    qtbot: QtBot, window: MainWindow, library: Library, ini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.handover.hand_over", partial(hand_over, patience=40.0))
    notes = library.folder / HANDOVER
    notes.mkdir()  # by a window before it
    with LibraryLock(library.folder):
        second = start_again(library, ini, write_posts(tmp_path / "blog", 3))
        qtbot.waitUntil(lambda: bool(list(notes.glob("*.json"))))
        handover = app.hear_of_starts(window)
        qtbot.waitUntil(second.done)
        assert second.result() == 0
        qtbot.waitUntil(window.dialogs.importing.isVisible)
    handover.stop()


def test_what_a_start_that_was_killed_left_long_ago_is_not_opened(
    qtbot: QtBot, window: MainWindow, library: Library
) -> None:
    note = library.folder / HANDOVER / "left.json"
    note.parent.mkdir()
    note.write_text(json.dumps({"open": [os.fsencode("/tmp").hex()], "token": ""}))
    os.utime(note, (1, 1))
    handover = app.hear_of_starts(window)
    asked: list[object] = []
    handover.asked.connect(asked.append)
    qtbot.waitUntil(lambda: bool(handover._watcher.directories()) and handover._task is None)
    assert (asked, list(note.parent.iterdir())) == ([], [])
    handover.stop()


def test_several_folders_have_their_turns(
    qtbot: QtBot, first: MainWindow, library: Library, ini: Path, tmp_path: Path
) -> None:
    folders = [write_posts(tmp_path / name, 2) for name in ("tea", "snow", "maps")]
    second = start_again(library, ini, *folders)
    qtbot.waitUntil(second.done)
    dialog = first.dialogs.importing
    for folder in folders:
        qtbot.waitUntil(partial(_looks_at, dialog, folder))
        dialog.close()
    QApplication.processEvents()
    assert not dialog.isVisible()


def _looks_at(dialog: ImportDialog, folder: Path) -> bool:
    return dialog.isVisible() and dialog._folder == folder


def test_a_note_that_is_none_does_no_harm(qtbot: QtBot, first: MainWindow, library: Library, ini: Path) -> None:
    for number, text in enumerate(
        ("{", "[" * 100_000, "[]", json.dumps({"open": "zz", "token": ""}), json.dumps({"open": 5}))
    ):
        (library.folder / HANDOVER / f"{number}.json").write_text(text)
    qtbot.waitUntil(lambda: not list((library.folder / HANDOVER).glob("*.json")))
    assert not first.dialogs.importing.isVisible()


def test_a_program_without_a_window_is_waited_for_by_the_user(
    library: Library, ini: Path, press: Press, shown: list[QMessageBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.handover.hand_over", partial(hand_over, patience=0.05))
    press("Quit")
    with LibraryLock(library.folder):
        assert open_session(library.folder, Settings(ini)) == 3
    assert "Another program is using the library" in shown[0].text()


def test_a_window_that_does_not_answer_is_not_waited_for_for_ever(library: Library) -> None:
    (library.folder / HANDOVER).mkdir()
    assert not hand_over(library.folder, [], patience=0.05)
    assert list((library.folder / HANDOVER).iterdir()) == []


def test_the_lock_ends_with_its_session(qapp: QApplication, library: Library, ini: Path) -> None:
    session = open_session(library.folder, Settings(ini))
    assert isinstance(session, LibrarySession)
    lock = LibraryLock(library.folder)
    assert not lock.take()
    session.close()
    assert lock.take()
    lock.release()
