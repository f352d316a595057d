"""What changes in a watched folder is in the list soon after, and never in the way of what the user asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import Dialect, LibraryError, Source
from reader.importing.importer import import_paths
from reader.importing.tally import Tally
from reader.importing.watching import EVERYTHING
from reader.library.library import Library
from reader.outcomes import ImportProgress, ImportReport
from reader.ui.importing.folder_watch import FolderWatch
from reader.ui.main_window import MainWindow
from tests.factories import write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import titles
from tests.ui.test_importing import hold
from tests.ui.windows import MakeWindow, idle

# Two seconds are promised; a busy machine that runs tests is given more.
PATIENCE = 20_000


@pytest.fixture
def folder(library: Library, tmp_path: Path) -> Path:
    folder = write_posts(tmp_path / "blog", 3)
    bring_in(library, folder)
    library.watch_source(library.sources()[0].id, watched=True)
    return folder


@pytest.fixture
def window(folder: Path, make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """A window that watches the folder already."""
    window = make_window()
    told: list[object] = []
    window.watched._watch.changed.connect(lambda *change: told.append(change))
    qtbot.waitUntil(lambda: bool(told) and window.runner.idle and idle(window), timeout=PATIENCE)
    return window


def shown(window: MainWindow) -> list[str]:
    return [row.title for row in window.session.library.articles(window.list_pane.model.ids)]


def test_a_new_a_changed_and_a_deleted_file(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    write_post(folder, "source/_posts/late.md", "Late news", date="2023-01-01 10:00:00")
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    (folder / "source/_posts/post-3.md").unlink()
    qtbot.waitUntil(lambda: {"Late news", "Corrected"} <= set(shown(window)), timeout=PATIENCE)
    (gone,) = [row for row in window.session.library.articles(window.list_pane.model.ids) if row.title == "Post 3"]
    assert gone.gone
    assert not window.toast.isVisible()
    assert not window.dialogs.importing.isVisible()
    qtbot.waitUntil(lambda: idle(window))


def test_what_changed_while_no_window_was_open(qtbot: QtBot, folder: Path, make_window: MakeWindow) -> None:
    write_post(folder, "source/_posts/late.md", "Late news", date="2023-01-01 10:00:00")
    window = make_window()
    qtbot.waitUntil(lambda: "Late news" in shown(window), timeout=PATIENCE)
    qtbot.waitUntil(lambda: idle(window))


def test_a_folder_that_is_no_longer_watched(
    qtbot: QtBot, library: Library, folder: Path, tmp_path: Path, make_window: MakeWindow
) -> None:
    other = write_posts(tmp_path / "other", 1)
    bring_in(library, other)
    first, second = library.sources()
    library.watch_source(second.id, watched=True)
    window = make_window()
    told: set[int] = set()
    window.watched._watch.changed.connect(lambda source, _paths: told.add(source))
    qtbot.waitUntil(lambda: told == {first.id, second.id} and window.runner.idle and idle(window), timeout=PATIENCE)
    library.watch_source(first.id, watched=False)
    window.dialogs.watch_changed.emit(first.id, False)
    qtbot.waitUntil(lambda: list(window.watched._watch._watches) == [second.id])
    write_post(folder, "source/_posts/late.md", "Late news")
    # When the other one's later news are there, those of the first would be too.
    write_post(other, "source/_posts/other.md", "Other news")
    qtbot.waitUntil(lambda: "Other news" in titles(library), timeout=PATIENCE)
    write_post(other, "source/_posts/more.md", "More news")
    qtbot.waitUntil(lambda: "More news" in titles(library), timeout=PATIENCE)
    assert "Late news" not in titles(library)


def test_it_gives_way_and_comes_after(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    def slowly(*args: Any) -> Iterator[ImportProgress]:
        begun.append(1)
        for step in import_paths(*args):
            yield step
            while len(begun) == 1 and not window.runner.running:
                yield step

    monkeypatch.setattr("reader.importing.refreshing.import_paths", slowly)
    write_post(folder, "source/_posts/late.md", "Late news")
    qtbot.waitUntil(lambda: bool(begun), timeout=PATIENCE)
    window.runner.start(write_posts(tmp_path / "other", 2, category="Other"))
    qtbot.waitUntil(lambda: len(begun) == 2 and idle(window) and window.runner.idle, timeout=PATIENCE)
    assert "Late news" in titles(window.session.library)
    assert len(window.session.library.sources()) == 2


def test_what_changed_during_an_import_comes_after_its_report(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, changed = hold(monkeypatch), list[int]()
    window.watched._watch.changed.connect(lambda source, _paths: changed.append(source))
    reports: list[ImportReport] = []
    window.runner.finished.connect(reports.append)
    window.runner.start(write_posts(tmp_path / "other", 2, category="Other"))
    qtbot.waitUntil(lambda: window.runner.importing)
    write_post(folder, "source/_posts/late.md", "Late news")
    qtbot.waitUntil(lambda: bool(changed), timeout=PATIENCE)
    go_on.set()
    qtbot.waitUntil(lambda: "Late news" in shown(window), timeout=PATIENCE)
    assert [report.added for report in reports] == [2]
    qtbot.waitUntil(lambda: idle(window) and window.runner.idle, timeout=PATIENCE)


@pytest.mark.parametrize("reported", [False, True], ids=["at once", "half way"])
def test_a_full_disk_is_told_and_what_it_kept_out_comes_with_the_next_change(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, reported: bool
) -> None:
    def full(library: Library, *_: object) -> Iterator[ImportProgress]:
        error = LibraryError("disk-full", library.folder, "Free some space.")
        if not reported:
            raise error
        yield Tally().end(error)

    with monkeypatch.context() as disk, qtbot.waitSignal(window.session.refused, timeout=PATIENCE):
        disk.setattr("reader.importing.refreshing.import_paths", full)
        write_post(folder, "source/_posts/late.md", "Late news")
    qtbot.waitUntil(lambda: idle(window))
    write_post(folder, "source/_posts/later.md", "Later news")
    qtbot.waitUntil(lambda: {"Late news", "Later news"} <= set(shown(window)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: idle(window))


def test_a_folder_that_went_away_is_no_alarm(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    write_post(folder, "source/_posts/late.md", "Late news")
    folder.rename(folder.with_name("away"))
    with qtbot.assertNotEmitted(window.session.refused, wait=2500):
        pass
    assert not any(row.gone for row in window.session.library.articles(window.list_pane.model.ids))


def test_several_drives_that_hang_keep_the_window_open_no_longer_than_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, hanging, waits = Event(), list[Path](), list[float | None]()

    def hang(root: Path, _stop: Event) -> Iterator[frozenset[str]]:
        hanging.append(root)
        go_on.wait(20)
        yield EVERYTHING

    def join(thread: Thread, timeout: float | None = None) -> None:
        waits.append(timeout)
        wait_for(thread, timeout)

    wait_for = Thread.join
    monkeypatch.setattr("reader.importing.watching.changes", hang)
    monkeypatch.setattr("reader.ui.importing.folder_watch._PATIENCE", 0.2)
    watch = FolderWatch()
    roots = [tmp_path / name for name in ("a", "b", "c")]
    watch.watch([Source(n, root, root.name, Dialect.PLAIN, None, watched=True) for n, root in enumerate(roots)])
    qtbot.waitUntil(lambda: len(hanging) == 3)
    threads = [each.thread for each in watch._watches.values()]
    monkeypatch.setattr(Thread, "join", join)
    with qtbot.assertNotEmitted(watch.changed):
        watch.stop()
        go_on.set()
        for thread in threads:
            wait_for(thread, 20)
    assert len(waits) == 3
    assert sum(wait or 0 for wait in waits) < 0.3
