"""Importing in the window: what is found, how far it is, what came of it; the window stays usable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.domain import LibraryError
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.outcomes import ImportProgress, Phase
from reader.ui.import_dialog import ImportDialog
from reader.ui.main_window import MainWindow
from tests.containers.packing import pack, zip_of
from tests.factories import write_posts
from tests.importing.folders import write_post
from tests.library.test_library import titles
from tests.ui.windows import idle

Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_posts(tmp_path / "blog", 3)
    write_post(folder, "source/_posts/empty.md", "").write_text("")
    return folder


@pytest.fixture
def dialog(window: MainWindow) -> ImportDialog:
    return window.dialogs.importing


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def drop(target: MainWindow | ImportDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def hold(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let an import wait after its first commit until the event is set."""
    go_on = Event()

    def slowly(library: Library, folder: Path, *rest: Any) -> Iterator[ImportProgress]:
        for step in import_folder(library, folder, *rest):
            yield step
            while step.committed and step.phase is Phase.READ and not go_on.wait(0.02):
                yield step

    monkeypatch.setattr("reader.importing.importer.import_folder", slowly)
    return go_on


def test_a_dropped_folder_is_planned_then_imported(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    drop(window, folder)
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "Categories" in texts(dialog))
    assert "4 files" in texts(dialog)
    assert "News (3)" in texts(dialog)
    assert titles(window.session.library) == []
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    qtbot.waitUntil(lambda: idle(window))
    assert window.list_pane.model.ids[:1] == window.session.library.listing(window.navigator.query).ids[:1]
    assert "3 new" in texts(dialog)


def test_the_report_names_each_file(qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path) -> None:
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    model = dialog.report._problems.model
    row = [str(model.index(0, column).data()) for column in range(3)]
    assert row == ["Refused", "source/_posts/empty.md", "The file is empty."]


def test_a_dropped_file_stands_for_its_folder(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    drop(dialog, folder / "source" / "_posts" / "post-1.md")
    qtbot.waitUntil(lambda: "_posts" in texts(dialog) and dialog.primary.isEnabled())


def test_a_dropped_archive_stands_for_itself(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    drop(window, pack(folder, folder.parent / "my blog.tar.gz"))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "my blog.tar.gz" in texts(dialog))
    assert "4 files" in texts(dialog)
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    qtbot.waitUntil(lambda: idle(window) and window.summary.counts.total == 3)
    # What was wrong is in the archive: that is what can be shown.
    dialog.report._problems.table.selectRow(0)
    assert dialog.report._problems._selected() == folder.parent / "my blog.tar.gz"


def test_what_was_wrong_under_a_name_no_system_takes_is_shown(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    drop(window, zip_of(tmp_path / "x.zip", {"a.md": "# A\n\ntext", f"b/{'x' * 3000}.md": ""}))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and dialog.planning._problems.model.rowCount() > 0)
    for row in range(dialog.planning._problems.model.rowCount()):
        dialog.planning._problems.table.selectRow(row)
        assert dialog.planning._problems._selected() == tmp_path / "x.zip"


def test_an_archive_is_chosen_in_the_dialog(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: asked.append(self))
    dialog.begin()
    (button,) = [each for each in dialog.choose.findChildren(QPushButton) if each.text() == "Choose an archive…"]
    press(button)
    assert "*.tar.zst" in asked[0].nameFilters()[0]
    asked[0].fileSelected.emit(str(pack(folder, folder.parent / "blog.zip")))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "blog.zip" in texts(dialog))
    dialog.choose_folder()
    assert asked[1].directory().path() == str(folder.parent)
    for each in asked:
        each.deleteLater()


def test_an_unsafe_archive_is_refused_by_name(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    drop(window, zip_of(tmp_path / "x.zip", {"a.md": "text", "../{detail}\n.md": "text"}))
    qtbot.waitUntil(lambda: "“../{detail}\ufffd.md” leads out of it" in texts(dialog))
    assert not dialog.primary.isVisible()


def test_a_folder_without_posts_is_refused_in_words(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    drop(window, tmp_path / "empty")
    qtbot.waitUntil(lambda: "No posts were found here" in texts(dialog))
    assert not dialog.primary.isVisible()
    press(dialog.secondary)
    assert not dialog.isVisible()


def test_stop_keeps_what_came_in(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch)
    dialog.begin(write_posts(tmp_path / "large", 120))
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: len(titles(window.session.library)) > 0)
    press(dialog.secondary)
    qtbot.waitUntil(lambda: "What had come in stays" in texts(dialog))
    qtbot.waitUntil(lambda: idle(window))
    assert 0 < window.summary.counts.total < 120


def test_the_window_is_usable_meanwhile(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(monkeypatch)
    window.runner.start(write_posts(tmp_path / "large", 120))
    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() > 0 and window.list_pane.list.isVisible())
    window.activateWindow()
    window.list_pane.list.setFocus()
    QTest.keyClick(window.list_pane.list, Key.Key_J)
    QTest.keyClick(window.list_pane.list, Key.Key_B)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    qtbot.waitUntil(lambda: window.summary.counts.bookmarked == 1)
    window.appearance._settings.set("theme", "dark")
    window.appearance.apply_theme()
    window.appearance._settings.set("language", "zh_CN")
    window.appearance.apply_language()
    go_on.set()
    qtbot.waitUntil(lambda: idle(window) and window.summary.counts.total == 120)
    window.appearance._settings.set("language", "en")
    window.appearance.apply_language()


def test_the_window_may_be_closed_meanwhile(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch)
    window.runner.start(write_posts(tmp_path / "large", 120))
    qtbot.waitUntil(lambda: window.status.left.text().startswith("Reading posts"))
    window.close()
    assert 0 < len(titles(library)) < 120
    assert library.check() == []


def test_only_one_import_runs_at_a_time(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(monkeypatch)
    window.runner.start(write_posts(tmp_path / "one", 60))
    window.runner.start(write_posts(tmp_path / "two", 60))
    go_on.set()
    qtbot.waitUntil(lambda: idle(window) and window.summary.counts.total == 60)


def test_a_folder_that_vanishes_in_the_middle_is_told(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(monkeypatch)
    folder = write_posts(tmp_path / "large", 120)
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: len(titles(window.session.library)) > 0)
    shutil.rmtree(folder)
    go_on.set()
    qtbot.waitUntil(lambda: "The folder is no longer there" in texts(dialog))
    assert 0 < len(titles(window.session.library)) < 120


def test_a_full_disk_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: Library, *_: object, **__: object) -> Iterator[ImportProgress]:
        yield from ()
        raise LibraryError("disk-full", library.folder, "Free some space.")

    monkeypatch.setattr("reader.importing.importer.import_folder", full)
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The disk is full" in texts(dialog))
    assert not window.runner.running


@pytest.mark.parametrize("close", [lambda d: d.close(), lambda d: QTest.keyClick(d, Key.Key_Escape)])
def test_a_closed_dialog_lets_the_import_go_on(
    qtbot: QtBot,
    window: MainWindow,
    dialog: ImportDialog,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    close: Callable[[ImportDialog], object],
) -> None:
    go_on = hold(monkeypatch)
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: window.runner.running)
    close(dialog)
    go_on.set()
    qtbot.waitUntil(lambda: window.toast.isVisible() and window.toast.accessibleName() == "3 new articles")
    qtbot.waitUntil(lambda: idle(window))


def test_f5_brings_in_what_is_new_in_every_folder(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.runner.start(folder)
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == 3)
    write_post(folder, "source/_posts/late.md", "Late news", "Text.")
    QTest.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: "Late news" in titles(window.session.library))
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == 4)
