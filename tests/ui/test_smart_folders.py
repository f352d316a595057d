"""Smart folders in the window: any search is kept, named, ordered, counted and deleted, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery
from reader.library.conditions.query_language import parse
from reader.library.conditions.query_tree import Named, Naming
from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.parts import conditions
from reader.ui.sidebar.lines import Folder, Saved, Section
from reader.ui.sidebar.lines import Key as LineKey
from reader.ui.sidebar.smart_dialog import SmartDialog
from reader.ui.tasks import Task
from tests.factories import make_post
from tests.library.test_library import add, category
from tests.library.test_search import index_all
from tests.test_journeys import User

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier
WORDS = ("Snow on the pass.", "Rain and snow.", "Rain.", "Wind.", "Snow again.", "雪山。")


@pytest.fixture
def filled(library: Library) -> Library:
    add(library, *(make_post(number, text=text, categories=(("World", "Asia"),) if number % 2 else (("News",),))
                   for number, text in enumerate(WORDS)))  # fmt: skip
    index_all(library)
    return library


@pytest.fixture
def user(filled: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def names(user: User) -> list[str]:
    """Return the smart folders of the sidebar, from top to bottom."""
    model = user.window.sidebar.model
    above = model.find(Section.SMART)
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above) if above.isValid() else 0)]


def sees_number(user: User, search: int, unread: int) -> None:
    model = user.window.sidebar.model
    user.qtbot.waitUntil(lambda: model.node(model.find(Saved(search))).count == unread)


def asks(user: User) -> SmartDialog:
    """Return the dialog, when it has the focus."""
    dialog = user.window.smart.dialog()
    dialog.activateWindow()
    user.qtbot.waitUntil(lambda: QApplication.focusWidget() in (dialog.name, dialog.conditions))
    return dialog


def keep(user: User, conditions: str, name: str = "") -> None:
    """Search, keep the search and leave the search box empty, all by keys."""
    user.press("/", conditions)
    user.hold(CTRL | SHIFT, Key.Key_S)
    dialog = asks(user)
    if name:
        user.press(name)
    answer(user, dialog)
    user.window.toast.dismiss()  # Esc would mean the notice.
    user.window.list_pane.search.setFocus()
    user.press(Key.Key_Escape)


def answer(user: User, dialog: SmartDialog, key: Qt.Key = Key.Key_Return) -> None:
    QTest.keyClick(dialog, key)
    user.window.activateWindow()
    user.qtbot.waitUntil(lambda: not dialog.isVisible() and user.window.isActiveWindow())
    user.wait()


def choose(user: User, key: LineKey) -> None:
    user.window.sidebar.tree.setFocus()
    user.window.sidebar.tree.setCurrentIndex(user.window.sidebar.model.find(key))
    user.wait()


def test_a_search_is_kept_and_listed_again_with_its_unread_number(user: User, filled: Library) -> None:
    keep(user, "snow -rain", "Snow days")
    assert user.window.toast.accessibleName() == "“Snow days” is now a smart folder"
    assert [(saved.name, saved.text) for saved in filled.saved.all()] == [("Snow days", "snow -rain")]
    assert names(user) == ["Snow days"]
    sees_number(user, 1, 2)
    choose(user, Saved(1))
    assert user.titles() == ["Post 4", "Post 0"]
    assert user.window.list_pane.title.text() == "Snow days"
    user.press(Key.Key_F6, "j")
    user.sees("Post 4")
    assert user.window.reader.viewer.extraSelections()
    sees_number(user, 1, 1)
    user.press("/", "again")
    assert user.titles() == ["Post 4"]


def test_what_comes_later_is_counted_too(user: User, filled: Library) -> None:
    keep(user, "snow")
    sees_number(user, 1, 3)
    add(filled, make_post(9, text="More snow."))
    while filled.index_some():
        pass
    user.window.session.announce(filled.rename_source(1, "Other"))
    sees_number(user, 1, 4)


def test_where_the_search_looked_is_part_of_it(user: User, filled: Library) -> None:
    choose(user, category(filled, "World"))
    user.press("/", "rain OR snow")
    user.hold(CTRL | SHIFT, Key.Key_S)
    dialog = asks(user)
    assert (dialog.name.text(), dialog.conditions.text()) == ("rain OR snow", 'category:"World" rain OR snow')
    answer(user, dialog)
    user.window.list_pane.search.clear()
    choose(user, Saved(1))
    assert user.titles() == ["Post 1"]
    choose(user, Folder.UNREAD)
    user.hold(CTRL | SHIFT, Key.Key_S)
    assert asks(user).conditions.text() == "is:unread"


@pytest.mark.parametrize(
    ("language", "named", "unread"),
    [("en", 'tag:"C++"', "is:unread"), ("zh_CN", '标签:"C++"', "状态:未读"), ("zh_TW", '標籤:"C++"', "狀態:未讀")],
)
def test_conditions_are_written_in_the_language_of_the_window(language: str, named: str, unread: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        written = conditions.naming(Naming.TAG, "C++"), conditions.valued("is", "unread")
        assert written == (named, unread)
        assert conditions.naming(Naming.TAG, " ") == ""
    finally:
        QLocale.setDefault(before)
    assert isinstance(parse(named).root, Named)
    assert parse(unread).root == parse("is:unread").root


def test_a_name_that_is_taken_and_no_conditions_will_not_do(user: User) -> None:
    keep(user, "snow", "Snow")
    user.hold(CTRL | SHIFT, Key.Key_S)
    dialog = asks(user)
    assert dialog.conditions.hasFocus()
    user.press("rain")
    dialog.name.setFocus()
    user.press("SNOW")
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.primary.isEnabled()
    user.press("fall")
    assert dialog.primary.isEnabled()
    dialog.conditions.selectAll()
    dialog.conditions.setFocus()
    user.press(Key.Key_Delete)
    assert not dialog.primary.isEnabled()
    answer(user, dialog, Key.Key_Escape)
    assert names(user) == ["Snow"]


def test_one_is_renamed_in_its_line(user: User, filled: Library) -> None:
    keep(user, "snow", "Snow")
    keep(user, "rain", "Rain")
    choose(user, Saved(2))
    for typed, found in (("jkm <b>Wet</b>", ["Snow", "jkm <b>Wet</b>"]), ("snow", ["Snow", "jkm <b>Wet</b>"])):
        user.window.sidebar.tree.setFocus()
        user.press(Key.Key_F2)
        user.press(typed, Key.Key_Return)
        user.qtbot.waitUntil(lambda: not user.window.sidebar.tree.findChildren(QLineEdit))
        user.wait()
        assert names(user) == found
    assert user.window.toast.accessibleName() == "There is already a smart folder of this name."
    user.hold(CTRL, Key.Key_Z)
    assert names(user) == ["Snow", "Rain"]
    user.window.sidebar.tree.setFocus()
    user.press(Key.Key_F2)
    user.press("Other", Key.Key_Escape)
    user.qtbot.waitUntil(lambda: not user.window.sidebar.tree.findChildren(QLineEdit))
    assert names(user) == ["Snow", "Rain"]


def test_a_name_that_is_being_typed_outlives_an_import(user: User, filled: Library) -> None:
    keep(user, "snow", "Snow")
    choose(user, Saved(1))
    user.press(Key.Key_F2)
    user.press("Win")
    add(filled, make_post(9, categories=(("Weather",),)))
    user.window.session.announce(filled.rename_source(1, "Other"))
    model = user.window.sidebar.model
    user.qtbot.waitUntil(lambda: model.find(category(filled, "Weather")).isValid())
    user.press("ter", Key.Key_Return)
    user.qtbot.waitUntil(lambda: not user.window.sidebar.tree.findChildren(QLineEdit))
    user.wait()
    assert names(user) == ["Winter"]


def test_many_changes_are_counted_once(user: User, filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(user, "snow")
    sees_number(user, 1, 3)
    rounds: list[object] = []
    look = user.window.session.look

    def counted(job: Any, *rest: Any) -> Task:
        if "_counting" in job.__qualname__:  # What is loaded in idle moments looks there, too.
            rounds.append(job)
        return look(job, *rest)

    monkeypatch.setattr(user.window.session, "look", counted)
    changes = filled.set_read(filled.listing(ArticleQuery()).ids, read=True)
    for _ in range(50):
        user.window.session.announce(changes)
    sees_number(user, 1, 0)
    assert len(rounds) == 1


def test_they_are_put_in_order_by_keys(user: User) -> None:
    for name in ("snow", "rain", "wind"):
        keep(user, name)
    choose(user, Saved(3))
    user.hold(ALT, Key.Key_Up)
    user.hold(ALT, Key.Key_Up)
    user.hold(ALT, Key.Key_Up)
    assert names(user) == ["wind", "snow", "rain"]
    assert user.window.sidebar.tree.current() == Saved(3)
    user.hold(ALT, Key.Key_Down)
    assert names(user) == ["snow", "wind", "rain"]
    user.hold(CTRL, Key.Key_Z)
    assert names(user) == ["wind", "snow", "rain"]


@pytest.mark.parametrize(
    ("dragged", "before", "order"),
    [(1, 3, ["rain", "snow", "wind"]), (3, 1, ["wind", "snow", "rain"]), (1, 1, ["snow", "rain", "wind"])],
)
def test_they_are_put_in_order_by_dragging(user: User, dragged: int, before: int, order: list[str]) -> None:
    for name in ("snow", "rain", "wind"):
        keep(user, name)
    model = user.window.sidebar.model
    section, nowhere = model.find(Section.SMART), QModelIndex()
    data = model.mimeData([model.find(Saved(dragged))])
    row = model.find(Saved(before)).row()
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, section)
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, section)
    user.wait()
    assert names(user) == order
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 1, 0, nowhere)


def test_one_is_deleted_and_brought_back(user: User, filled: Library) -> None:
    for name in ("snow", "rain"):
        keep(user, name)
    choose(user, Saved(1))
    user.press(Key.Key_Delete)
    assert names(user) == ["rain"]
    assert user.window.sidebar.tree.current() == Folder.ALL
    assert len(user.titles()) == 6
    assert len(filled.listing(ArticleQuery()).ids) == 6
    user.window.toast._button.click()
    user.wait()
    assert names(user) == ["snow", "rain"]
    sees_number(user, 1, 3)


@pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support raise\(\)", "grabbing the keyboard")
def test_the_menu_changes_the_conditions_of_the_one_that_is_shown(user: User) -> None:
    keep(user, "snow", "Weather")
    choose(user, Saved(1))
    tree, menu = user.window.sidebar.tree, user.window.sidebar.line_menu
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), tree.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(tree, event)
    assert menu.menu.isVisible()
    menu.menu.setActiveAction(menu.actions["change"])
    QTest.keyClick(menu.menu, Key.Key_Return)
    dialog = asks(user)
    assert (dialog.name.text(), dialog.conditions.text()) == ("Weather", "snow")
    dialog.conditions.setFocus()
    dialog.conditions.selectAll()
    user.press("rain")
    answer(user, dialog)
    assert user.titles() == ["Post 2", "Post 1"]
    user.hold(CTRL, Key.Key_Z)
    assert user.titles() == ["Post 4", "Post 1", "Post 0"]


def test_the_keys_do_nothing_to_other_lines(user: User) -> None:
    keep(user, "snow")
    choose(user, Folder.UNREAD)
    user.press(Key.Key_Delete, Key.Key_F2)
    user.hold(ALT, Key.Key_Up)
    assert names(user) == ["snow"]
    assert not user.window.sidebar.tree.findChildren(QLineEdit)


def test_a_start_brings_it_back(user: User, make_window: Callable[[], MainWindow]) -> None:
    keep(user, "snow")
    choose(user, Saved(1))
    user.window.close()
    again = User(make_window(), user.qtbot)
    again.wait()
    assert again.window.sidebar.tree.current() == Saved(1)
    assert again.titles() == ["Post 4", "Post 1", "Post 0"]
    sees_number(again, 1, 3)


def test_one_that_is_no_more_becomes_the_whole_list(
    user: User, filled: Library, make_window: Callable[[], MainWindow]
) -> None:
    keep(user, "snow")
    choose(user, Saved(1))
    user.window.close()
    filled.saved.remove(1)
    again = User(make_window(), user.qtbot)
    again.wait()
    assert again.window.sidebar.tree.current() == Folder.ALL
    assert len(again.titles()) == 6


def test_an_empty_one_says_so(user: User) -> None:
    keep(user, "hail", "Hail")
    choose(user, Saved(1))
    empty = user.window.list_pane.empty
    assert empty.isVisible()
    assert empty.accessibleDescription() == "No article meets these conditions now."
