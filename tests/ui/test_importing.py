"""Importing in the window: what is found, how far it is, what came of it; the window stays usable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.domain import Dialect, ImportOptions, LibraryError
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.outcomes import ImportProgress, ImportReport, Phase
from reader.ui.importing.dialog import ImportDialog
from reader.ui.importing.outcome_list import OutcomeList
from reader.ui.main_window import MainWindow
from tests.containers.packing import pack, zip_of
from tests.factories import make_post, write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import add, titles
from tests.ui.windows import MakeWindow, idle

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


def tabs(files: OutcomeList) -> list[str]:
    return [files.tabs.tabText(place) for place in range(files.tabs.count())]


def drop(target: MainWindow | ImportDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
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


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the desktop was asked to open."""
    asked: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile())))
    return asked


def test_a_dropped_folder_is_planned_then_imported(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    drop(window, folder)
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "Categories" in texts(dialog))
    qtbot.waitUntil(lambda: tabs(dialog.planning.files) == ["All  4", "New  3", "Refused  1"])
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
    qtbot.waitUntil(dialog.report.files.isVisible)
    model = dialog.report.files.model
    row = [str(model.index(0, column).data()) for column in range(4)]
    assert row == ["Refused", "source/_posts/empty.md", "", "The file is empty."]
    assert tabs(dialog.report.files) == ["All  4", "New  3", "Refused  1"]


def test_a_dropped_file_stands_for_its_folder(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    drop(dialog, folder / "source" / "_posts" / "post-1.md")
    qtbot.waitUntil(lambda: "_posts" in texts(dialog) and dialog.primary.isEnabled())


def test_of_several_that_are_dropped_each_has_its_turn(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, tmp_path: Path
) -> None:
    other = write_post(tmp_path / "other", "a.md", "Other").parent

    def is_planned(name: str) -> bool:
        return name in texts(dialog) and dialog.primary.isEnabled()

    for target in (window, dialog):
        drop(target, folder / "source", tmp_path / "not there", tmp_path / ("x" * 300), other / "a.md", other)
        for name in ("source", "other"):
            qtbot.waitUntil(partial(is_planned, name))
            dialog.close()
        qtbot.waitUntil(lambda: idle(window))
        assert not dialog.isVisible()
        dialog.show()


def test_the_next_one_has_its_turn_after_an_import_that_nobody_watched(
    qtbot: QtBot,
    window: MainWindow,
    dialog: ImportDialog,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = write_post(tmp_path / "other", "a.md", "Other").parent
    go_on = hold(monkeypatch)
    drop(window, folder, other)
    qtbot.waitUntil(lambda: "blog" in texts(dialog) and dialog.primary.isEnabled())
    press(dialog.primary)
    qtbot.waitUntil(lambda: window.runner.importing)
    dialog.close()
    with qtbot.waitSignal(window.runner.finished):
        go_on.set()
    qtbot.waitUntil(lambda: "other" in texts(dialog) and dialog.primary.isEnabled())
    assert dialog.primary.text() == "Import"
    dialog.close()
    qtbot.waitUntil(lambda: idle(window))


def test_what_is_dropped_during_an_import_has_its_turn_after_it(
    qtbot: QtBot,
    window: MainWindow,
    dialog: ImportDialog,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = write_post(tmp_path / "other", "a.md", "Other").parent
    go_on = hold(monkeypatch)
    window.runner.start(folder)
    drop(window, other)
    qtbot.waitUntil(lambda: dialog.isVisible() and "Reading posts" in texts(dialog))
    go_on.set()
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    dialog.close()
    qtbot.waitUntil(lambda: "other" in texts(dialog) and dialog.primary.isEnabled())
    dialog.close()
    qtbot.waitUntil(lambda: idle(window))


def test_a_dropped_archive_stands_for_itself(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, opened: list[Path]
) -> None:
    drop(window, pack(folder, folder.parent / "my blog.tar.gz"))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "my blog.tar.gz" in texts(dialog))
    qtbot.waitUntil(lambda: tabs(dialog.planning.files) == ["All  4", "New  3", "Refused  1"])
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    qtbot.waitUntil(lambda: idle(window) and window.summary.counts.total == 3)
    # What was wrong is in the archive: that is what can be shown.
    dialog.report.files.table.selectRow(0)
    qtbot.waitUntil(dialog.report.files.open.isEnabled)
    press(dialog.report.files.open)
    qtbot.waitUntil(lambda: opened == [folder.parent / "my blog.tar.gz"])


def test_what_was_wrong_under_a_name_no_system_takes_is_shown(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path, opened: list[Path]
) -> None:
    drop(window, zip_of(tmp_path / "x.zip", {"a.md": "# A\n\ntext", f"b/{'x' * 3000}.md": ""}))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and dialog.planning.files.model.rowCount() > 0)
    for row in range(dialog.planning.files.model.rowCount()):
        dialog.planning.files.table.selectRow(row)
        dialog.planning.files.open_file()
        qtbot.waitUntil(lambda: bool(opened))
        assert opened.pop() == tmp_path / "x.zip"


def test_enter_alone_brings_a_folder_in_and_lists_its_articles(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, make_post(50), make_post(51))
    window = make_window()
    dialog = window.dialogs.importing

    def enter() -> None:
        QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Return)

    monkeypatch.setattr(QFileDialog, "open", lambda chooser: chooser.fileSelected.emit(str(folder)))
    window.actions_["import"].trigger()
    enter()
    qtbot.waitUntil(lambda: "blog" in texts(dialog) and dialog.primary.isEnabled())
    enter()
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog) and dialog.undo.isVisible())
    qtbot.waitUntil(lambda: idle(window))
    enter()
    qtbot.waitUntil(lambda: window.list_pane.title.text() == "blog" and idle(window))
    assert (dialog.isVisible(), len(window.list_pane.model.ids)) == (False, 3)
    assert window.focusWidget() is window.list_pane.list


def test_an_archive_is_chosen_in_the_dialog(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: asked.append(self))
    dialog.begin()
    (button,) = [each for each in dialog.choose.findChildren(QPushButton) if each.text() == "Choose an archive…"]
    press(button)
    qtbot.waitUntil(lambda: bool(asked))
    assert "*.tar.zst" in asked[0].nameFilters()[0]
    asked[0].fileSelected.emit(str(pack(folder, folder.parent / "blog.zip")))
    qtbot.waitUntil(lambda: dialog.primary.isEnabled() and "blog.zip" in texts(dialog))
    dialog.choose_folder()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1].directory().path() == str(folder.parent)
    for each in asked:
        each.deleteLater()


def test_how_an_import_ended_is_there_when_somebody_looks_and_no_page_before_it_is_wanted(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.runner.start(folder)
    qtbot.waitUntil(lambda: not window.runner.running, timeout=20_000)
    dialog = window.dialogs.importing
    assert dialog.findChildren(OutcomeList) == []
    window.notices.report_wanted.emit()
    assert "The folder is in the library" in texts(dialog)
    qtbot.waitUntil(lambda: tabs(dialog.report.files) == ["All  4", "New  3", "Refused  1"])
    dialog.close()
    window.runner.refresh()
    qtbot.waitUntil(lambda: not window.runner.running, timeout=20_000)
    dialog.begin()
    assert "Drop a folder of posts here, or an archive of one" in texts(dialog)


def test_another_folder_can_be_chosen_while_the_last_ones_drive_hangs(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: asked.append(self))
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    go_on = Event()
    monkeypatch.setattr(Path, "is_dir", lambda _path: go_on.wait(20))
    dialog.choose_folder()
    qtbot.waitUntil(lambda: len(asked) == 1)
    dialog.choose_folder()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert [each.directory().path() for each in asked] == [str(Path.home())] * 2
    go_on.set()
    qtbot.waitUntil(lambda: dialog._disk._asking is None)
    assert len(asked) == 2
    for each in asked:
        each.deleteLater()


def test_folders_on_drives_that_hang_hold_no_list_up(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, resolve = Event(), Path.resolve

    def hang(path: Path, *, strict: bool = False) -> Path:
        if path.parent == tmp_path:
            go_on.wait(20)
        return resolve(path, strict=strict)

    monkeypatch.setattr(Path, "resolve", hang)
    for name in ("one", "another", "a third"):
        dialog.begin(tmp_path / name)
    read: list[int] = []
    window.session.read(lambda library: library.counts(0).total, read.append)
    qtbot.waitUntil(lambda: read == [0], timeout=5000)
    go_on.set()
    qtbot.waitUntil(lambda: idle(window))


def test_what_is_dragged_from_a_drive_that_hangs_holds_nobody_up(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, is_dir = Event(), Path.is_dir

    def hang(path: Path) -> bool:
        return (path != folder or go_on.wait(20)) and is_dir(path)

    monkeypatch.setattr(Path, "is_dir", hang)
    drop(window, folder)
    assert not dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(dialog.primary.isEnabled)


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
    qtbot.waitUntil(lambda: "What was imported stays" in texts(dialog))
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
    assert "files were not read." in texts(dialog)
    write_posts(tmp_path / "large", 120)
    assert dialog.primary.text() == "Continue"
    press(dialog.primary)
    qtbot.waitUntil(lambda: dialog.primary.text() == "Show articles")
    assert len(titles(window.session.library)) == 120


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
    assert window.toast.accessibleName() == "1 new article"
    write_post(folder, "source/_posts/late.md", "Late news", "Other words.")
    QTest.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: window.toast.accessibleName() == "1 updated")
    qtbot.waitUntil(lambda: idle(window))
    QTest.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: idle(window) and window.toast.accessibleName() == "Nothing new")


def test_a_known_folder_is_read_as_it_was_last(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, library: Library, folder: Path
) -> None:
    before = ImportOptions(Dialect.PLAIN, "Asia/Shanghai", drafts=True)
    bring_in(library, folder, before)
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert dialog.planning.options() == before
    assert dialog.planning.settings.zones.currentText() == "Asia/Shanghai"


def test_other_settings_make_another_plan(qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path) -> None:
    dialog.begin(folder)
    qtbot.waitUntil(lambda: dialog.planning.files.model.rowCount() > 0)
    assert dialog.planning.settings.reason.text() == "Hexo, by source/_posts"
    QTest.keyClick(dialog.planning.settings.drafts, Key.Key_Space)
    QTest.keyClick(dialog.planning.settings.dialects, Key.Key_End)
    assert not dialog.primary.isEnabled()
    qtbot.waitUntil(lambda: dialog.planning.files.model.rowCount() > 0 and dialog.primary.isEnabled())
    assert dialog.planning.settings.reason.text() == ""
    press(dialog.primary)
    qtbot.waitUntil(lambda: dialog.primary.text() == "Show articles")
    (source,) = window.session.library.sources()
    assert source.options == ImportOptions(Dialect.PLAIN, drafts=True)


def test_an_import_is_undone_and_done_again_from_its_report(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path
) -> None:
    dialog.begin(folder)
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(dialog.undo.isVisible)
    press(dialog.undo)
    qtbot.waitUntil(lambda: "The import was undone" in texts(dialog))
    assert titles(window.session.library) == []
    assert window.toast.accessibleName() == "1 import undone"
    assert not dialog.primary.isVisible()  # There are no articles to show.
    qtbot.waitUntil(lambda: dialog.undo.text() == "Redo this import" and dialog.undo.isEnabled())
    press(dialog.undo)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    assert len(titles(window.session.library)) == 3
    assert dialog.primary.isVisible()


def test_a_stopped_import_can_go_on(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(monkeypatch)
    dialog.begin(write_posts(tmp_path / "large", 120))
    qtbot.waitUntil(dialog.primary.isEnabled)
    press(dialog.primary)
    qtbot.waitUntil(lambda: " new" in texts(dialog))
    press(dialog.secondary)
    qtbot.waitUntil(lambda: "not read yet" in texts(dialog))
    go_on.set()
    qtbot.waitUntil(lambda: idle(window) and dialog.primary.isEnabled())
    press(dialog.primary)
    qtbot.waitUntil(lambda: "The folder is in the library" in texts(dialog))
    assert len(titles(window.session.library)) == 120


def test_enter_in_filter_and_list_does_not_import(
    qtbot: QtBot, window: MainWindow, dialog: ImportDialog, folder: Path, opened: list[Path]
) -> None:
    dialog.begin(folder)
    files = dialog.planning.files
    qtbot.waitUntil(lambda: files.model.rowCount() == 4)
    files.filter.setFocus()
    QTest.keyClicks(files.filter, "post 2")
    QTest.keyClick(files.filter, Key.Key_Return)
    assert files.table.hasFocus()
    QTest.keyClick(files.table, Key.Key_Return)
    qtbot.waitUntil(lambda: [path.name for path in opened] == ["post-2.md"])
    files.filter.setFocus()
    QTest.keyClick(files.filter, Key.Key_Escape)
    assert (files.filter.text(), dialog.isVisible()) == ("", True)
    QTest.keyClick(dialog.planning.settings.zones, Key.Key_Return)
    assert not window.runner.running
    assert titles(window.session.library) == []


def test_what_was_left_over_gives_way_to_what_is_asked_for(
    qtbot: QtBot, window: MainWindow, library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def for_ever(library: Library) -> Iterator[ImportProgress]:
        seen.append("begun")
        while len(seen) == 1:
            yield ImportProgress(Phase.INDEX, 0, 1, "", ImportReport())

    monkeypatch.setattr("reader.ui.importing.runner._finish", for_ever)
    window.dialogs.importing.begin(folder)
    window.runner.finish_pending()
    qtbot.waitUntil(lambda: window.dialogs.importing.primary.isEnabled())  # a plan is not given up for it
    qtbot.waitUntil(lambda: len(seen) == 1)
    running = [window.runner.running]
    window.runner.start(folder)
    running.append(window.runner.running)
    assert running == [False, True]
    qtbot.waitUntil(lambda: len(titles(library)) == 3 and idle(window))
    qtbot.waitUntil(lambda: len(seen) == 2)  # it was begun again


def test_what_became_of_an_earlier_import_is_no_word_on_the_one_that_is_told(
    qtbot: QtBot,
    dialog: ImportDialog,
    window: MainWindow,
    library: Library,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two workers read, and the history may be long."""
    first, second = bring_in(library, folder), bring_in(library, folder)
    assert second.batch is None
    qtbot.waitUntil(lambda: idle(window))
    asked: list[tuple[Callable[[Library], Any], Callable[[Any], None]]] = []
    with monkeypatch.context() as slow:
        slow.setattr(window.session, "read", lambda job, done: asked.append((job, done)))
        dialog.report.show_report(first, folder)
        dialog.report.look_again()
        dialog.report.show_report(second, folder)
    for job, done in (asked[0], asked[2], asked[1]):
        done(job(library))
    assert dialog.report.batch is None
