"""Categories in the window, arranged by keys and by mouse; and the one stack that takes all of it back by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, Changes
from reader.library.library import Library
from reader.ui.actions import SPECS
from reader.ui.main_window import MainWindow
from reader.ui.sidebar.aside_dialog import AsideDialog
from reader.ui.sidebar.line_menu import LineMenu
from reader.ui.sidebar.lines import Folder, OfSource, Section, Tagged
from reader.ui.sidebar.lines import Key as LineKey
from tests.factories import make_post
from tests.library.test_arranging import swap
from tests.library.test_library import add, category
from tests.test_journeys import User

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support raise\(\)", "grabbing the keyboard")

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


@pytest.fixture
def filled(library: Library) -> Library:
    """News with Asia below it, Tea and World; three articles have a tag."""
    add(
        library,
        make_post(1, categories=(("News",),), tags=("snow",)),
        make_post(2, categories=(("News", "Asia"),), tags=("snow",)),
        make_post(3, categories=(("Tea",),), tags=("snow",)),
        make_post(4, categories=(("World",),)),
    )
    while library.index_some():
        pass
    return library


@pytest.fixture
def user(filled: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def categories(user: User) -> list[str]:
    """Return the uppermost categories of the sidebar, from top to bottom."""
    model = user.window.sidebar.model
    above = model.find(Section.CATEGORIES)
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def choose(user: User, key: LineKey) -> None:
    tree = user.window.sidebar.tree
    tree.setFocus()
    tree.setCurrentIndex(user.window.sidebar.model.find(key))
    user.wait()


def type_name(user: User, name: str) -> None:
    user.press(Key.Key_F2)
    (editor,) = user.window.sidebar.tree.findChildren(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Key.Key_Return)
    # What was typed is taken over a moment later.
    user.qtbot.waitUntil(lambda: not user.window.sidebar.tree.findChildren(QLineEdit))
    user.wait()


def undo_text(user: User) -> str:
    return user.window.actions_["undo"].text()


def undo(user: User) -> None:
    # After a dialog or a menu.
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.hold(CTRL, Key.Key_Z)


def test_a_category_gets_another_name_by_f2_and_its_own_back(user: User, filled: Library) -> None:
    choose(user, category(filled, "News"))
    user.press(Key.Key_F6, "j")
    user.sees("Post 2")
    choose(user, category(filled, "News"))
    type_name(user, "Reports")
    assert categories(user) == ["Reports", "Tea", "World"]
    page = user.window.reader.open_page()
    assert page is not None
    assert page.kicker == "Reports · Asia"
    assert user.window.list_pane.title.text() == "Reports"
    assert undo_text(user) == "Undo: Rename a category"
    type_name(user, "tea")
    assert "already a category of this name" in user.window.toast.accessibleName()
    undo(user)
    assert categories(user) == ["News", "Tea", "World"]
    assert user.window.actions_["redo"].text() == "Redo: Rename a category"
    user.hold(CTRL | SHIFT, Key.Key_Z)
    assert categories(user) == ["Reports", "Tea", "World"]
    type_name(user, "News")
    assert [node.renamed for node in filled.categories()] == [False] * 5


def test_categories_are_put_in_order_by_keys_and_sorted_again(user: User, filled: Library) -> None:
    choose(user, category(filled, "World"))
    user.hold(ALT, Key.Key_Up)
    user.hold(ALT, Key.Key_Up)
    assert categories(user) == ["World", "News", "Tea"]
    user.hold(ALT, Key.Key_Up)
    assert undo_text(user) == "Undo: Move a category"
    user.window.smart.menu.actions["sort"].trigger()
    user.wait()
    assert categories(user) == ["News", "Tea", "World"]
    undo(user)
    assert categories(user) == ["World", "News", "Tea"]
    undo(user)
    undo(user)
    assert categories(user) == ["News", "Tea", "World"]
    assert not user.window.actions_["undo"].isEnabled()


def test_a_hidden_category_is_seen_again_when_it_is_asked_for(user: User, filled: Library) -> None:
    choose(user, category(filled, "Tea"))
    user.hold(SHIFT, Key.Key_Delete)
    assert categories(user) == ["News", "World"]
    assert len(user.titles()) == 4
    assert user.window.toast.accessibleName() == "“Tea” is hidden"
    user.window.actions_["show_hidden"].trigger()
    assert categories(user) == ["News", "Tea", "World"]
    choose(user, category(filled, "Tea"))
    user.hold(SHIFT, Key.Key_Delete)
    user.window.actions_["show_hidden"].trigger()
    assert categories(user) == ["News", "Tea", "World"]
    assert user.titles() == ["Post 3"]


def test_one_is_merged_into_another_by_keys_and_parted_again(user: User, filled: Library) -> None:
    news = category(filled, "News")
    choose(user, news)
    user.hold(CTRL, Key.Key_M)
    dialog = user.window.smart.arranging._dialog
    assert dialog is not None
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["Tea", "World"]
    QTest.keyClicks(dialog.filter, "w")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog, Key.Key_Return)
    user.wait()
    assert categories(user) == ["Tea", "World"]
    assert user.window.sidebar.tree.current() == category(filled, "World")
    assert user.titles() == ["Post 4", "Post 2", "Post 1"]
    assert user.window.toast.accessibleName() == "“News” is now listed in “World”"
    add(filled, make_post(5, categories=(("News",),)))
    user.window.session.announce(filled.rename_source(1, "Other"))
    user.wait()
    assert user.titles() == ["Post 5", "Post 4", "Post 2", "Post 1"]
    undo(user)
    assert categories(user) == ["News", "Tea", "World"]
    assert user.titles() == ["Post 4"]
    choose(user, news)
    assert user.titles() == ["Post 5", "Post 2", "Post 1"]


def test_a_merge_is_taken_apart_by_the_menu_long_after(user: User, filled: Library) -> None:
    news, world = category(filled, "News"), category(filled, "World")
    filled.arranging.merge(news, world)
    user.window.session.announce(Changes(categories=True))
    user.wait()
    assert categories(user) == ["Tea", "World"]
    choose(user, world)
    model = user.window.sidebar.model
    assert model.find(world).data(Qt.ItemDataRole.ToolTipRole) == "Lists “News”, too"
    menu = open_menu(user)
    (apart,) = menu.apart.actions()
    assert (menu.apart.title(), apart.text()) == ("Take apart", "News")
    apart.trigger()
    menu.menu.close()
    user.wait()
    assert categories(user) == ["News", "Tea", "World"]
    assert user.titles() == ["Post 4"]
    assert user.window.toast.accessibleName() == "“News” is a category of its own again"
    assert undo_text(user) == "Undo: Take a category apart"
    undo(user)
    assert categories(user) == ["Tea", "World"]
    assert user.titles() == ["Post 4", "Post 2", "Post 1"]


def test_all_that_is_hidden_or_merged_is_seen_in_one_place_and_brought_back(user: User, filled: Library) -> None:
    filled.arranging.hide(category(filled, "Tea"), hidden=True)
    filled.arranging.merge(category(filled, "News"), category(filled, "World"))
    user.window.session.announce(Changes(categories=True))
    user.wait()
    user.window.actions_["aside"].trigger()
    dialog = user.window.findChild(AsideDialog)
    assert dialog is not None

    def rows() -> list[str]:
        return [" | ".join(cells) for _, cells in dialog.model.rows]

    user.qtbot.waitUntil(lambda: rows() == ["News | Listed in “World”", "Tea | Hidden"])
    for button in ("Take apart", "Show again"):
        assert not dialog.bring.isEnabled()
        dialog.table.selectRow(0)
        assert dialog.bring.text() == button
        dialog.bring.click()
        user.wait()
        user.qtbot.waitUntil(lambda: not dialog.bring.isEnabled())
    assert rows() == []
    assert categories(user) == ["News", "Tea", "World"]
    assert undo_text(user) == "Undo: Show a category again"
    dialog.close()


def open_menu(user: User) -> LineMenu:
    """Ask by a key for the menu of the line the cursor is on."""
    tree = user.window.sidebar.tree
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), tree.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(tree, event)
    return user.window.smart.menu


def test_dragging_beside_another_orders_and_onto_it_merges(user: User, filled: Library) -> None:
    model, move = user.window.sidebar.model, Qt.DropAction.MoveAction
    section = model.find(Section.CATEGORIES)
    data = model.mimeData([model.find(category(filled, "World"))])
    assert model.canDropMimeData(data, move, 0, 0, section)
    model.dropMimeData(data, move, 0, 0, section)
    user.wait()
    assert categories(user) == ["World", "News", "Tea"]
    tea, asia = model.find(category(filled, "Tea")), model.find(category(filled, "Asia"))
    data = model.mimeData([tea])
    assert not model.canDropMimeData(data, move, -1, 0, tea)
    assert not model.canDropMimeData(data, move, 0, 0, model.find(category(filled, "News")))
    assert not model.canDropMimeData(data, move, -1, 0, model.find(Folder.ALL))
    assert not model.canDropMimeData(model.mimeData([model.find(category(filled, "News"))]), move, -1, 0, asia)
    model.dropMimeData(data, move, -1, 0, asia)
    user.wait()
    assert categories(user) == ["World", "News"]
    undo(user)
    undo(user)
    assert categories(user) == ["News", "Tea", "World"]


def test_a_colour_is_chosen_from_the_menu(user: User, filled: Library) -> None:
    news = category(filled, "News")
    choose(user, news)
    tree, menu = user.window.sidebar.tree, open_menu(user)
    shown = [action.text() for action in menu.menu.actions() if not action.isSeparator()]
    assert shown == ["Rename", "Colour", "Hide", "Move up", "Move down", "Sort by name", "Merge into another…"]
    green = next(shade for shade in menu.colours.actions() if shade.text() == "Green")
    green.trigger()
    menu.menu.close()
    user.wait()
    assert user.window.sidebar.model.node(user.window.sidebar.model.find(news)).colour == "green"
    assert not tree.grab().isNull()
    undo(user)
    assert user.window.sidebar.model.node(user.window.sidebar.model.find(news)).colour == ""


def test_sources_and_tags_list_their_articles(user: User, filled: Library) -> None:
    choose(user, Tagged(1))
    assert user.titles() == ["Post 3", "Post 2", "Post 1"]
    assert user.window.list_pane.title.text() == "snow"
    user.press("U", "/", "Post")
    assert len(user.titles()) == 3
    user.window.list_pane.search.clear()
    choose(user, OfSource(1))
    assert len(user.titles()) == 4
    type_name(user, "My blog")
    assert user.window.sidebar.model.name_of(OfSource(1)) == "My blog"
    undo(user)
    assert user.window.sidebar.model.name_of(OfSource(1)) == "folder"


def test_a_start_brings_the_tag_and_what_was_folded_back(user: User, make_window: Callable[[], MainWindow]) -> None:
    choose(user, Tagged(1))
    user.window.sidebar.tree.setExpanded(user.window.sidebar.model.find(Section.SOURCES), False)
    user.window.close()
    again = User(make_window(), user.qtbot)
    again.wait()
    assert again.window.sidebar.tree.current() == Tagged(1)
    assert again.titles() == ["Post 3", "Post 2", "Post 1"]
    assert again.window.sidebar.tree.folded() == [Section.SOURCES]


def test_all_commands_stand_in_one_stack_with_their_names(user: User, filled: Library) -> None:
    user.window.list_pane.list.setFocus()
    user.press("j")
    user.press("B")
    user.hold(SHIFT, Key.Key_A)
    choose(user, category(filled, "Tea"))
    type_name(user, "Leaves")
    seen = []
    while user.window.actions_["undo"].isEnabled():
        seen.append(undo_text(user))
        undo(user)
    assert seen == ["Undo: Rename a category", "Undo: Mark 3 articles as read", "Undo: Read later"]
    assert undo_text(user) == "Undo"
    assert len(filled.listing(ArticleQuery(text="is:unread")).ids) == 3


def test_what_changed_nothing_is_not_offered_to_be_undone(user: User) -> None:
    user.window.list_pane.list.setFocus()
    user.hold(SHIFT, Key.Key_A)
    user.hold(SHIFT, Key.Key_A)
    assert undo_text(user) == "Undo: Mark 4 articles as read"
    undo(user)
    assert not user.window.actions_["undo"].isEnabled()


def test_undo_outlives_a_refresh_and_says_when_the_articles_are_gone(user: User, filled: Library) -> None:
    user.window.list_pane.list.setFocus()
    user.hold(SHIFT, Key.Key_A)
    add(filled, make_post(1, title="Corrected", categories=(("News",),)))
    undo(user)
    assert len(filled.listing(ArticleQuery(text="is:unread")).ids) == 4
    user.hold(CTRL | SHIFT, Key.Key_Z)
    swap(filled, filled.history.batches()[-1].id)
    undo(user)
    assert "no longer in the library" in user.window.toast.accessibleName()
    assert not user.window.actions_["redo"].isEnabled()


def test_no_key_of_the_sidebar_means_something_else_in_the_window(user: User) -> None:
    menu = user.window.sidebar.findChild(LineMenu)
    assert menu is not None
    own = {key.toString() for action in menu.actions.values() for key in action.shortcuts()}
    windows = {key for spec in SPECS.values() for key in spec.keys}
    assert own & windows == set()
