"""Offline pictures: how complete the articles are, what is always fetched, and a trip that is made ready."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.library.pictures.storage import Storage
from reader.offline import Fetch
from reader.ui.main_window import MainWindow
from reader.ui.parts.numbers_model import NumbersModel
from reader.ui.pictures.offline_dialog import OfflineDialog
from tests.factories import write_posts
from tests.fetching.conftest import server
from tests.fetching.server import Server
from tests.importing.folders import bring_in
from tests.ui.test_downloads import allow_loopback, folder, stored, waiting_for
from tests.ui.windows import MakeWindow, idle

__all__ = ["folder", "server"]

Key = Qt.Key
popup = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", r"does not support raise\(\)")


@pytest.fixture
def window(library: Library, folder: object, make_window: MakeWindow) -> MainWindow:
    bring_in(library, folder)  # type: ignore[arg-type]
    return allow_loopback(make_window())


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> OfflineDialog:
    QTest.keyClick(window, Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    opened = window.downloads.offline_dialog
    assert opened is not None
    qtbot.waitUntil(lambda: bool(opened.folders.rows) and idle(window))
    return opened


def rows(model: NumbersModel) -> list[tuple[str, ...]]:
    return [cells for _, cells in model.rows]


def test_it_tells_what_is_complete_and_what_is_missing(dialog: OfflineDialog) -> None:
    assert rows(dialog.folders) == [
        ("All folders", "Nothing", "0", "0", "1"),
        ("blog", "As for all folders", "0", "0", "1"),
    ]
    assert rows(dialog.missing) == [("never asked for", "2")]
    assert dialog.folder_table.hasFocus()


def test_what_is_always_fetched_is_chosen_by_key(qtbot: QtBot, window: MainWindow, dialog: OfflineDialog) -> None:
    QTest.keyClick(dialog.folder_table, Key.Key_Down)
    dialog.choice.setFocus()
    while dialog.choice.currentData() != Fetch.ALL:
        QTest.keyClick(dialog.choice, Key.Key_Down)
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    qtbot.waitUntil(lambda: rows(dialog.folders)[1] == ("blog", "All pictures", "1", "0", "0"))
    (consent,) = window.session.library.web.consents()
    assert (consent.what, consent.once) == (Fetch.ALL, False)


@popup
def test_what_is_being_chosen_is_left_alone_while_numbers_are_counted(
    qtbot: QtBot, window: MainWindow, dialog: OfflineDialog
) -> None:
    QTest.keyClick(dialog.folder_table, Key.Key_Down)
    dialog.choice.setFocus()
    dialog.choice.showPopup()
    offered = dialog.choice.view()
    qtbot.waitUntil(offered.isVisible)
    for _ in range(4):
        QTest.keyClick(offered, Key.Key_Down)
    dialog.load()
    qtbot.waitUntil(lambda: idle(window))
    assert offered.isVisible()
    QTest.keyClick(offered, Key.Key_Return)
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))


def test_a_choice_is_not_taken_back_by_numbers_that_were_counted_before(
    qtbot: QtBot, window: MainWindow, dialog: OfflineDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, count = Event(), Event(), Storage.missing

    def slowly(storage: Storage) -> Mapping[str, int]:
        begun.set()
        go_on.wait(20)
        return count(storage)

    monkeypatch.setattr(Storage, "missing", slowly)
    QTest.keyClick(dialog.folder_table, Key.Key_Down)
    dialog.choice.setFocus()
    dialog.load()
    qtbot.waitUntil(begun.is_set)
    QTest.keyClick(dialog.choice, Key.Key_Down)
    shown: list[str] = []
    dialog.choice.currentIndexChanged.connect(lambda _: shown.append(dialog.choice.currentText()))
    qtbot.waitUntil(lambda: len(window.session.library.web.consents()) == 1)
    go_on.set()
    qtbot.waitUntil(lambda: idle(window) and rows(dialog.folders)[1][1] == "Nothing")
    assert (dialog.choice.currentText(), shown) == ("Nothing", [])


def test_the_chosen_folder_stays_chosen_when_one_above_it_goes(
    qtbot: QtBot, library: Library, window: MainWindow, dialog: OfflineDialog, tmp_path: Path
) -> None:
    bring_in(library, write_posts(tmp_path / "other", 1))
    dialog.load()
    qtbot.waitUntil(lambda: len(dialog.folders.rows) == 3 and idle(window))
    dialog.folder_table.selectRow(2)
    library.forget_source(library.sources()[0].id)
    dialog.load()
    qtbot.waitUntil(lambda: len(dialog.folders.rows) == 2 and idle(window))
    assert dialog.folder_table.current_row() == 1


def test_a_trip_is_estimated_then_made_ready(
    qtbot: QtBot, window: MainWindow, dialog: OfflineDialog, server: Server
) -> None:
    trip = dialog.trip
    qtbot.waitUntil(lambda: trip.estimate.text() == "2 pictures, about 300 kB")
    assert server.requests == []
    qtbot.waitUntil(lambda: idle(window))
    assert not trip.retry.isEnabled()
    QTest.keyClick(trip.start, Key.Key_Space)
    qtbot.waitUntil(lambda: trip.numbers.text() == "2 pictures downloaded" and idle(window))
    qtbot.waitUntil(lambda: trip.estimate.text() == "Nothing is missing that can be fetched")
    assert window.session.library.web.consents() == ()


def test_it_is_paused_resumed_and_what_failed_is_tried_again(
    qtbot: QtBot, window: MainWindow, dialog: OfflineDialog, server: Server
) -> None:
    held, trip, good = Event(), dialog.trip, server.answers.pop("/more.png")
    server.answers["/lead.png"] = waiting_for(held, server.answers["/lead.png"])
    qtbot.waitUntil(trip.start.isEnabled)
    QTest.keyClick(trip.start, Key.Key_Space)
    qtbot.waitUntil(lambda: trip.numbers.text().startswith("1 / 2"))
    QTest.keyClick(trip.pause, Key.Key_Space)
    qtbot.waitUntil(lambda: trip.numbers.text().startswith("Paused") and not window.downloads.runner.running)
    held.set()
    QTest.keyClick(trip.pause, Key.Key_Space)
    qtbot.waitUntil(lambda: stored(window) == [True, False] and idle(window))
    qtbot.waitUntil(lambda: rows(dialog.missing) == [("its server no longer has it (404)", "1")])
    server.answers["/more.png"] = good
    qtbot.waitUntil(trip.retry.isEnabled)
    assert trip.estimate.text() == "Nothing is missing that can be fetched · 1 could not be downloaded"
    QTest.keyClick(trip.retry, Key.Key_Space)
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))


def test_what_the_last_start_left_waits_to_be_resumed(
    qtbot: QtBot, library: Library, window: MainWindow, make_window: MakeWindow, server: Server
) -> None:
    library.web.allow_once(Fetch.ALL)
    again = allow_loopback(make_window())
    again.actions_["pictures"].trigger()
    opened = again.downloads.offline_dialog
    assert opened is not None
    qtbot.waitUntil(lambda: opened.trip.pause.text() == "Resume" and idle(again))
    assert server.requests == []
    QTest.keyClick(opened.trip.pause, Key.Key_Space)
    qtbot.waitUntil(lambda: stored(again) == [True, True] and idle(again))
