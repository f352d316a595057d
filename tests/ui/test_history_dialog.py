"""The import history in the window: what each import did, undone and done again by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.outcomes import Batch, BatchKind, Counts, Outcome
from reader.ui.importing.history_dialog import HistoryDialog
from reader.ui.importing.history_rows import taken_along
from reader.ui.importing.outcome_model import TITLE
from reader.ui.importing.words import batch_words
from reader.ui.main_window import MainWindow
from tests.factories import write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import titles
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key


@pytest.fixture
def twice(library: Library, tmp_path: Path) -> Library:
    """A folder that was imported twice, and one that was so once."""
    blog = write_posts(tmp_path / "blog", 3)
    bring_in(library, blog)
    write_post(blog, "source/_posts/late.md", "Late news")
    bring_in(library, blog)
    bring_in(library, write_posts(tmp_path / "<b>other", 1))
    return library


@pytest.fixture
def window(twice: Library, make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.fixture
def history(qtbot: QtBot, window: MainWindow) -> HistoryDialog:
    QTest.keyClick(window, Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.dialogs.history_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.files.model.rowCount() > 0)
    return dialog


def rows(history: HistoryDialog) -> list[list[str]]:
    model = history.model
    return [[str(model.index(row, column).data()) for column in range(1, 4)] for row in range(model.rowCount())]


def choose(qtbot: QtBot, history: HistoryDialog, row: int) -> None:
    history.table.selectRow(row)
    qtbot.waitUntil(lambda: not history._session._tasks)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: idle(window) and not window.session._tasks)


def test_each_import_is_told_with_its_files(qtbot: QtBot, history: HistoryDialog) -> None:
    assert rows(history) == [["<b>other", "1 new", ""], ["blog", "1 new · 3 unchanged", ""], ["blog", "3 new", ""]]
    choose(qtbot, history, 1)
    model = history.files.model
    assert [model.index(row, TITLE).data() for row in range(model.rowCount())] == ["Late news"]
    assert history.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;other</p>"


def test_the_newest_is_undone_and_done_again_by_keys(qtbot: QtBot, window: MainWindow, history: HistoryDialog) -> None:
    assert (history.undo.isEnabled(), history.redo.isEnabled()) == (True, False)
    history.undo.setFocus()
    QTest.keyClick(history.undo, Key.Key_Space)
    qtbot.waitUntil(lambda: rows(history)[0][2] == "Undone")
    settled(window, qtbot)
    assert len(window.list_pane.model.ids) == 4
    assert window.toast.accessibleName() == "1 import undone"
    qtbot.waitUntil(history.redo.isEnabled)
    history.redo.setFocus()
    QTest.keyClick(history.redo, Key.Key_Space)
    qtbot.waitUntil(lambda: rows(history)[0][2] == "")
    settled(window, qtbot)
    assert len(window.list_pane.model.ids) == 5


def test_an_older_one_asks_and_takes_the_later_ones_with_it(
    qtbot: QtBot, window: MainWindow, history: HistoryDialog
) -> None:
    choose(qtbot, history, 2)
    assert history._note.text() == "Also undoes 1 later import of this folder"
    history.undo.click()
    (box,) = history.findChildren(QMessageBox)
    said = [label.text() for label in box.findChildren(QLabel)]
    assert "1 later import of this folder will be undone first." in said
    QTest.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(lambda: [row[2] for row in rows(history)] == ["", "Undone", "Undone"])
    settled(window, qtbot)
    assert titles(window.session.library) == ["Post 1"]
    assert window.toast.accessibleName() == "2 imports undone"
    window.toast._button.click()  # does both again
    qtbot.waitUntil(lambda: [row[2] for row in rows(history)] == ["", "", ""])
    settled(window, qtbot)
    assert len(titles(window.session.library)) == 5


def test_a_question_can_be_answered_with_no(qtbot: QtBot, window: MainWindow, history: HistoryDialog) -> None:
    choose(qtbot, history, 2)
    history.undo.click()
    (box,) = history.findChildren(QMessageBox)
    QTest.keyClick(box, Key.Key_Escape)
    assert not window.runner.running
    assert [row[2] for row in rows(history)] == ["", "", ""]


def test_it_follows_an_import(qtbot: QtBot, window: MainWindow, history: HistoryDialog, tmp_path: Path) -> None:
    window.runner.start(write_posts(tmp_path / "third", 2))
    qtbot.waitUntil(lambda: len(rows(history)) == 4 and rows(history)[0] == ["third", "2 new", ""])


def test_nothing_imported_yet_is_said(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.dialogs.history()
    dialog = window.dialogs.history_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: idle(window))
    assert dialog.table.accessibleDescription().startswith("No imports yet.")
    assert not dialog.files.isVisible()
    assert not dialog.undo.isEnabled()


# --- the table and its rules


def batch(number: int, *, source: int = 1, undone: bool = False, finished: int | None = 2) -> Batch:
    return Batch(
        number, source, "blog", BatchKind.IMPORT, 1, finished, Counts({Outcome.NEW: 1}), undone, not undone, undone
    )


def test_what_goes_together() -> None:
    history = [batch(5), batch(4, source=2), batch(3), batch(2, undone=True), batch(1, undone=True)]
    assert [each.id for each in taken_along(history, 3)] == [5, 3]
    assert [each.id for each in taken_along(history, 5)] == [5]
    assert [each.id for each in taken_along(history, 2)] == [1, 2]
    assert taken_along(history, 9) == []


def test_an_interrupted_import_is_not_one_that_runs() -> None:
    assert batch_words(batch(2, finished=None), running=True)[3] == "Under way"
    assert batch_words(batch(2, finished=None), running=False)[3] == "Interrupted"
