"""Marks show at once, while they are still being written; what cannot be written shows as it is."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import Article, ArticleQuery, LibraryError, State
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.ui.listing.article_model import Role
from reader.ui.main_window import MainWindow
from reader.ui.sidebar.lines import Folder
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle


@pytest.fixture
def window(library: Library, make_window: MakeWindow) -> MainWindow:
    """A window over three articles, all of them unread."""
    add(library, *(make_post(number) for number in range(1, 4)))
    return make_window()


@contextmanager
def slow_to_write(library: Library) -> Iterator[None]:
    """Keep all marks waiting, as an import does for a moment."""
    with closing(sqlite3.connect(library.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def rows(window: MainWindow) -> list[Article]:
    model = window.list_pane.model
    found = [model.index(row).data(Role.ARTICLE) for row in range(model.rowCount())]
    return [article for article in found if article is not None]


def seen_unread(window: MainWindow) -> list[int]:
    return [article.id for article in rows(window) if article.unread]


def unread(library: Library) -> int:
    return library.count(ArticleQuery(state=State.UNREAD))


def test_all_are_seen_as_read_before_that_is_written_and_so_is_the_undo(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    with slow_to_write(library):
        window.actions_["read_all"].trigger()
        assert (seen_unread(window), unread(library)) == ([], 3)
        assert not window.toast.isVisible()  # That it is done is not said before it is.
    qtbot.waitUntil(lambda: idle(window))
    assert (seen_unread(window), unread(library)) == ([], 0)
    with slow_to_write(library):
        window.actions_["undo"].trigger()
        assert (len(seen_unread(window)), unread(library)) == (3, 0)
    qtbot.waitUntil(lambda: idle(window))
    assert (len(seen_unread(window)), unread(library)) == (3, 3)


def test_what_a_line_of_the_sidebar_lists_is_seen_as_read_before_that_is_written(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    first = rows(window)[0].id
    with slow_to_write(library):
        window.list_pane.list.unread_clicked.emit(first)
        window.list_pane.list.unread_clicked.emit(first)
        window.commands.read_line(Folder.ALL)
        qtbot.waitUntil(lambda: seen_unread(window) == [])
        assert unread(library) == 3
    qtbot.waitUntil(lambda: idle(window))
    assert (seen_unread(window), unread(library)) == ([], 0)
    # It goes by what was unread by then: all three are so again.
    with slow_to_write(library):
        window.actions_["undo"].trigger()
        assert (len(seen_unread(window)), unread(library)) == (3, 0)
    qtbot.waitUntil(lambda: idle(window))
    with slow_to_write(library):
        window.actions_["redo"].trigger()
        assert (seen_unread(window), unread(library)) == ([], 3)
    qtbot.waitUntil(lambda: idle(window))
    assert unread(library) == 0


def test_a_mark_behind_another_goes_by_what_is_seen(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    first, second, third = (article.id for article in rows(window))
    with slow_to_write(library):
        window.actions_["read_all"].trigger()
        window.list_pane.list.unread_clicked.emit(second)
        window.list_pane.list.bookmark_clicked.emit(third)
        assert seen_unread(window) == [second]
        assert window.session.undo_stack.text(1) == "Mark as unread"
        assert [article.id for article in rows(window) if article.bookmarked] == [third]
    qtbot.waitUntil(lambda: idle(window))
    assert [article.unread for article in library.articles([first, second, third])] == [False, True, False]
    assert seen_unread(window) == [second]


@pytest.mark.parametrize("undone", [False, True], ids=["marking", "taking it back"])
def test_what_was_marked_before_the_disk_was_full_is_seen_and_can_be_taken_back(
    window: MainWindow, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, undone: bool
) -> None:
    """Many are marked some thousands at a time."""
    sync, left = os.fsync, [1]

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr("reader.library.marking.marks._TOGETHER", 2)
    told: list[LibraryError] = []
    window.session.refused.connect(told.append)
    if undone:
        window.actions_["read_all"].trigger()
        qtbot.waitUntil(lambda: idle(window))
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        window.actions_["undo" if undone else "read_all"].trigger()
        qtbot.waitUntil(lambda: idle(window))
    assert [error.kind for error in told] == ["disk-full"]
    some = unread(library)
    assert 0 < some < 3
    assert len(seen_unread(window)) == some
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: idle(window))
    assert (len(seen_unread(window)), unread(library)) == (3, 3)


def test_what_a_full_disk_refuses_is_seen_as_it_is(
    window: MainWindow, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    told: list[LibraryError] = []
    window.session.refused.connect(told.append)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with slow_to_write(library):
            window.actions_["read_all"].trigger()
            assert seen_unread(window) == []
        qtbot.waitUntil(lambda: idle(window))
    assert [error.kind for error in told] == ["disk-full"]
    assert (len(seen_unread(window)), unread(library)) == (3, 3)
