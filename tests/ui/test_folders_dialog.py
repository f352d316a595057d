"""The imported folders in the window: renamed, refreshed, read otherwise, watched and removed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from reader.domain import Dialect, Source
from reader.library.library import Library
from reader.library.navigation.saved import tidy_name
from reader.ui.importing.folders_dialog import FoldersDialog
from reader.ui.importing.sources_model import ARTICLES, FOLDER, NAME, RULES, WATCHED, ZONE, SourcesModel
from reader.ui.main_window import MainWindow
from tests.factories import write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import titles
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key


@pytest.fixture
def blog(library: Library, tmp_path: Path) -> Path:
    """The first of two folders that were imported."""
    for name, posts in (("blog", 3), ("other", 1)):
        bring_in(library, write_posts(tmp_path / name, posts))
    return tmp_path / "blog"


@pytest.fixture
def window(blog: Path, make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.fixture
def folders(qtbot: QtBot, window: MainWindow) -> FoldersDialog:
    QTest.keyClick(window, Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.dialogs.folders_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2 and idle(window))
    return dialog


def cell(folders: FoldersDialog, row: int, column: int) -> str:
    return str(folders.model.index(row, column).data())


def remove(folders: FoldersDialog, *, with_articles: bool) -> None:
    folders.remove.click()
    (box,) = folders.findChildren(QMessageBox)
    (too,) = box.findChildren(QCheckBox)
    if with_articles:
        QTest.keyClick(too, Key.Key_Space)
    QTest.keyClick(box, Key.Key_Return)


def test_each_folder_is_told(folders: FoldersDialog, blog: Path) -> None:
    assert [cell(folders, 0, column) for column in (NAME, FOLDER, RULES, ZONE, ARTICLES)] == [
        "blog", str(blog), "Hexo", "As the site says", "3",
    ]  # fmt: skip
    assert folders.table.hasFocus()


def test_a_folder_is_renamed_in_its_row(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    QTest.keyClick(folders.table, Key.Key_F2)
    (edit,) = [each for each in folders.table.findChildren(QLineEdit) if each.isVisible()]
    QTest.keyClicks(edit, "My  blog")
    QTest.keyClick(edit, Key.Key_Return)
    qtbot.waitUntil(lambda: cell(folders, 0, NAME) == "My blog")
    assert folders.isVisible()
    assert window.session.library.sources()[0].name == "My blog"
    assert window.actions_["undo"].text() == "Undo: Rename a folder"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: cell(folders, 0, NAME) == "blog")


def test_a_name_is_kept_as_the_sidebar_would_keep_it(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    typed = f"{'My blog ' * 20}\u202e"
    folders.model.setData(folders.model.index(0, NAME), typed)
    qtbot.waitUntil(lambda: window.session.library.sources()[0].name == tidy_name(typed))
    qtbot.waitUntil(lambda: idle(window))


def test_what_was_read_last_is_shown_last(
    qtbot: QtBot, window: MainWindow, folders: FoldersDialog, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun, count = threading.Event(), list[int](), Library.article_counts

    def slow_at_first(asked: Library) -> Mapping[int, int]:
        begun.append(1)
        if len(begun) == 1:
            go_on.wait(20)
        return count(asked)

    monkeypatch.setattr(Library, "article_counts", slow_at_first)
    folders.load()
    qtbot.waitUntil(lambda: bool(begun))
    library.rename_source(library.sources()[0].id, "My blog")
    folders.load()
    qtbot.waitUntil(lambda: len(window.session._tasks) == 1)
    go_on.set()
    qtbot.waitUntil(lambda: idle(window))
    assert cell(folders, 0, NAME) == "My blog"


def test_what_happens_while_a_name_is_typed_is_shown_after_it(
    qtbot: QtBot, window: MainWindow, folders: FoldersDialog, library: Library
) -> None:
    QTest.keyClick(folders.table, Key.Key_F2)
    (edit,) = [each for each in folders.table.findChildren(QLineEdit) if each.isVisible()]
    QTest.keyClicks(edit, "My")
    library.rename_source(library.sources()[1].id, "Another")
    folders.load()
    qtbot.waitUntil(lambda: idle(window))
    assert edit.text() == "My"
    QTest.keyClick(edit, Key.Key_Escape)
    qtbot.waitUntil(lambda: cell(folders, 1, NAME) == "Another")


def test_watching_is_switched_by_space_and_told(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    with qtbot.waitSignal(window.dialogs.watch_changed) as told:
        QTest.keyClick(folders.table, Key.Key_Space)
    (source, _) = window.session.library.sources()
    assert (source.watched, told.args) == (True, [source.id, True])
    state = Qt.ItemDataRole.CheckStateRole
    qtbot.waitUntil(lambda: Qt.CheckState(folders.model.index(0, WATCHED).data(state)) is Qt.CheckState.Checked)


def test_one_folder_is_refreshed_alone(
    qtbot: QtBot, window: MainWindow, folders: FoldersDialog, blog: Path, tmp_path: Path
) -> None:
    write_post(blog, "source/_posts/late.md", "Late news")
    write_post(tmp_path / "other", "source/_posts/later.md", "Later news")
    folders.refresh.click()
    assert not folders.refresh.isEnabled()
    qtbot.waitUntil(lambda: idle(window) and cell(folders, 0, ARTICLES) == "4")
    assert "Later news" not in titles(window.session.library)
    folders.refresh_all.click()
    qtbot.waitUntil(lambda: idle(window) and "Later news" in titles(window.session.library))


def test_a_folder_is_read_by_other_rules_and_back(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    folders.read_as.click()
    settings = folders.reading.settings
    assert settings.options().dialect is Dialect.HEXO
    settings.dialects.setCurrentIndex(settings.dialects.findData(Dialect.JEKYLL))
    QTest.keyClick(folders.reading, Key.Key_Return)
    qtbot.waitUntil(lambda: idle(window) and cell(folders, 0, RULES) == "Jekyll")


def test_removing_a_folder_keeps_its_articles(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    remove(folders, with_articles=False)
    qtbot.waitUntil(lambda: folders.model.rowCount() == 1)
    assert len(titles(window.session.library)) == 4


@pytest.mark.parametrize("with_articles", [False, True])
def test_a_removed_folder_is_watched_no_more(
    qtbot: QtBot, window: MainWindow, folders: FoldersDialog, *, with_articles: bool
) -> None:
    with qtbot.waitSignal(window.watched._watch.changed, timeout=20_000):
        QTest.keyClick(folders.table, Key.Key_Space)
    qtbot.waitUntil(lambda: window.runner.idle and idle(window))
    remove(folders, with_articles=with_articles)
    qtbot.waitUntil(lambda: not window.watched._watch._watches)
    qtbot.waitUntil(lambda: idle(window))


def test_removing_its_articles_too_can_be_undone(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    remove(folders, with_articles=True)
    qtbot.waitUntil(lambda: window.toast.accessibleName() == "“blog” removed" and idle(window))
    assert titles(window.session.library) == ["Post 1"]
    assert folders.model.rowCount() == 1
    window.toast._button.click()
    qtbot.waitUntil(lambda: window.toast.accessibleName() == "“blog” is back")
    qtbot.waitUntil(lambda: idle(window) and folders.model.rowCount() == 2)
    assert len(titles(window.session.library)) == 4


def test_the_history_of_a_folder_is_a_click_away(qtbot: QtBot, window: MainWindow, folders: FoldersDialog) -> None:
    folders.history.click()
    history = window.dialogs.history_dialog
    assert history is not None
    qtbot.waitUntil(lambda: (batch := history.chosen()) is not None and batch.source_name == "blog")


def test_a_folder_that_is_not_there_is_shown_as_such(
    qtbot: QtBot, folders: FoldersDialog, blog: Path, window: MainWindow
) -> None:
    shutil.rmtree(blog)
    folders.load()
    qtbot.waitUntil(lambda: cell(folders, 0, FOLDER) == f"Not available: {blog}")


def test_what_hinders_reading_again_is_told(
    qtbot: QtBot, window: MainWindow, folders: FoldersDialog, blog: Path
) -> None:
    shutil.rmtree(blog)
    folders.read_as.click()
    QTest.keyClick(folders.reading, Key.Key_Return)
    qtbot.waitUntil(lambda: idle(window) and bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert (box.text(), box.informativeText()) == (
        "The folder cannot be read. Check that it is there, and that you may open it.",
        str(blog),
    )
    assert len(titles(window.session.library)) == 4


def test_a_drive_that_hangs_holds_nobody_up(
    qtbot: QtBot, folders: FoldersDialog, blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, there = threading.Event(), Path.exists

    def hang(path: Path) -> bool:
        return (path != blog or go_on.wait(20)) and there(path)

    monkeypatch.setattr(Path, "exists", hang)
    for name in ("blog", "other"):
        shutil.rmtree(blog.with_name(name))
    folders.load()
    qtbot.waitUntil(lambda: cell(folders, 1, FOLDER) == f"Not available: {blog.with_name('other')}")
    assert cell(folders, 0, FOLDER) == str(blog)
    go_on.set()
    qtbot.waitUntil(lambda: cell(folders, 0, FOLDER) == f"Not available: {blog}")


def test_names_from_strangers_are_shown_as_they_are() -> None:
    model = SourcesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_sources([Source(1, Path("/<b>\u202e"), "<i>x</i>", Dialect.PLAIN, None)], {})
    assert model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;i&gt;x&lt;/i&gt;</p>"
    assert model.index(0, FOLDER).data() == "/<b>\ufffd"
    model.set_missing(1, missing=True)
    assert model.index(0, FOLDER).data() == "Not available: /<b>\ufffd"
    del tester
