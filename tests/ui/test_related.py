"""Related articles at the foot of the page: looked for aside, found by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.document.document import Draft, build
from reader.ui.document.typography import Typography
from reader.ui.looks.theme import LIGHT
from reader.ui.main_window import MainWindow
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all
from tests.test_journeys import User
from tests.ui.rows import make_article
from tests.viewing.pages import make_page

Key = Qt.Key


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Two articles of glaciers, and some of something else."""
    posts = [
        make_post(1, title="Glaciers retreat", text="Glaciologists measure moraines and crevasses."),
        make_post(2, title="Ice and stone", text="Old moraines show where crevasses were, glaciologists say."),
        *(make_post(number, text=f"Quite another matter, number {number}.") for number in range(3, 12)),
    ]
    found = add(library, *posts)
    index_all(library)
    return found


@pytest.fixture
def user(ids: list[int], make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def foot(user: User) -> str:
    """Return what stands below the article."""
    return user.window.reader.viewer.toPlainText().partition("Related articles\n")[2]


def open_with_foot(user: User, article: int) -> None:
    user.window.list_pane.list.choose(article)
    user.qtbot.waitUntil(lambda: foot(user) != "")


def test_the_foot_names_what_speaks_of_the_same(user: User, ids: list[int]) -> None:
    open_with_foot(user, ids[0])
    assert foot(user).startswith("Ice and stone\nA. Writer · ")


def test_a_title_below_a_page_from_right_to_left_runs_in_its_own_direction(qtbot: QtBot) -> None:
    foot = {"related": [make_article(2, title="67 million records")]}
    built = build(Draft(make_page("<p>نص.</p>", lang="ar"), LIGHT, Typography(), foot=foot))
    assert "\u206867 million records\u2069\n" in built.document.toPlainText()


def test_the_foot_is_no_part_of_what_is_found_in_the_article(user: User, ids: list[int]) -> None:
    open_with_foot(user, ids[0])
    viewer = user.window.reader.viewer
    assert viewer.occurrences("ice and stone") == []
    assert len(viewer.occurrences("glac")) == 2


def test_a_related_article_is_opened_by_keys_and_in_the_list(user: User, ids: list[int]) -> None:
    open_with_foot(user, ids[0])
    viewer = user.window.reader.viewer
    viewer.setFocus()
    user.press(Key.Key_Tab, Key.Key_Return)
    user.sees("Ice and stone")
    assert user.window.list_pane.list.current_article() == ids[1]
    user.qtbot.waitUntil(lambda: foot(user).startswith("Glaciers retreat\n"))
    assert (viewer.verticalScrollBar().value(), viewer.hasFocus()) == (0, True)


def test_one_that_is_not_listed_is_read_and_marked_all_the_same(user: User, library: Library, ids: list[int]) -> None:
    user.window.list_pane.search.setText("retreat")
    user.wait()
    open_with_foot(user, ids[0])
    user.window.reader.viewer.setFocus()
    user.press(Key.Key_Tab, Key.Key_Return)
    user.sees("Ice and stone")
    rows = user.window.list_pane.list
    assert not rows.selectionModel().hasSelection()
    user.press("b")
    assert [article.bookmarked for article in library.articles(ids[:2])] == [False, True]
    place = rows.visualRect(user.window.list_pane.model.index(user.window.list_pane.model.row_of(ids[0]))).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    user.sees("Glaciers retreat")
    assert rows.selectionModel().hasSelection()


def test_it_stays_through_another_size_theme_and_language(user: User, ids: list[int]) -> None:
    open_with_foot(user, ids[0])
    user.window.reader.viewer.set_zoom(24)
    assert foot(user) != ""
    assert user.window.reader.viewer.toPlainText().count("Related articles") == 1


def test_nothing_is_said_where_nothing_is_near(user: User, ids: list[int], qtbot: QtBot) -> None:
    user.window.list_pane.list.choose(ids[0])
    user.window.list_pane.list.choose(ids[7])
    qtbot.waitUntil(lambda: not user.window.related.looking())
    user.wait()
    assert "Ice and stone" not in user.window.reader.viewer.toPlainText()


def test_neither_the_head_nor_the_foot_holds_hits_of_the_article(user: User, ids: list[int]) -> None:
    user.window.list_pane.search.setText("moraines OR ice OR news OR writer")
    user.wait()
    open_with_foot(user, ids[0])
    user.window.list_pane.search.setText("moraines OR ice OR news OR stone")
    user.wait()
    text = [cursor.selectedText() for cursor, _ in user.window.reader.viewer.marks.coloured()]
    assert text == ["moraines"]


def test_what_is_read_stays_where_it_is(user: User, library: Library, ids: list[int]) -> None:
    add(library, make_post(1, title="Glaciers retreat", text="Glaciologists measure moraines and crevasses. " * 200))
    index_all(library)
    user.window.list_pane.list.choose(ids[0])
    user.sees("Glaciers retreat")
    viewer = user.window.reader.viewer
    viewer.go_to_position(3000)
    viewer.moveCursor(QTextCursor.MoveOperation.NextWord)
    before = viewer.anchor()
    user.qtbot.waitUntil(lambda: foot(user) != "")
    assert viewer.anchor() == before
    assert QApplication.focusWidget() is not viewer
