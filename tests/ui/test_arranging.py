"""Categories in the window, arranged by keys and by mouse; and the one stack that takes all of it back by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, Changes, LibraryError
from reader.library.library import Library
from reader.library.navigation.arranging import Arranging
from reader.library.navigation.saved import SavedSearches
from reader.ui.actions import SPECS
from reader.ui.main_window import MainWindow
from reader.ui.sidebar.aside_dialog import AsideDialog
from reader.ui.sidebar.line_menu import LineMenu
from reader.ui.sidebar.lines import Folder, OfSource, Section, Tagged
from reader.ui.sidebar.lines import Key as LineKey
from tests.factories import make_post
from tests.library.test_arranging import swap
from tests.library.test_library import add, category
from tests.library.test_search import index_all
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
    index_all(library)
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
    # Enter ended the name, and no more.
    assert user.window.sidebar.tree.open_categories() == []
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
    user.window.sidebar.line_menu.actions["sort"].trigger()
    user.wait()
    assert categories(user) == ["News", "Tea", "World"]
    undo(user)
    assert categories(user) == ["World", "News", "Tea"]
    undo(user)
    undo(user)
    assert categories(user) == ["News", "Tea", "World"]
    assert not user.window.actions_["undo"].isEnabled()


def test_the_notice_offers_to_undo_only_what_it_tells_of(user: User, filled: Library) -> None:
    toast = user.window.toast
    choose(user, category(filled, "Tea"))
    user.hold(SHIFT, Key.Key_Delete)
    user.qtbot.waitUntil(toast.isVisible)
    undo(user)
    user.qtbot.waitUntil(toast.isHidden)
    choose(user, category(filled, "Tea"))
    user.hold(SHIFT, Key.Key_Delete)
    user.qtbot.waitUntil(toast.isVisible)
    choose(user, category(filled, "World"))
    user.hold(ALT, Key.Key_Up)
    assert categories(user) == ["World", "News"]
    user.qtbot.waitUntil(toast.isHidden)


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
    dialog = user.window.categories._dialog
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


def test_where_one_may_go_has_its_whole_name_whatever_becomes_of_the_tree(user: User, filled: Library) -> None:
    choose(user, category(filled, "Tea"))
    user.hold(CTRL, Key.Key_M)
    dialog = user.window.categories._dialog
    assert dialog is not None
    user.window.actions_["show_hidden"].trigger()
    QTest.keyClicks(dialog.filter, "asia")
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["News/Asia"]
    dialog.reject()


def test_a_merge_is_taken_apart_by_the_menu_long_after(user: User, filled: Library) -> None:
    news, world = category(filled, "News"), category(filled, "World")
    filled.arranging.merge(news, world)
    user.window.session.announce(Changes(categories=True))
    user.wait()
    assert categories(user) == ["Tea", "World"]
    choose(user, world)
    model = user.window.sidebar.model
    assert model.find(world).data(Qt.ItemDataRole.ToolTipRole) == "<p>Also lists “News”</p>"
    menu = open_menu(user)
    (apart,) = menu.apart.actions()
    assert (menu.apart.title(), apart.text()) == ("Unmerge", "News")
    apart.trigger()
    menu.menu.close()
    user.wait()
    assert categories(user) == ["News", "Tea", "World"]
    assert user.titles() == ["Post 4"]
    assert user.window.toast.accessibleName() == "“News” is a category of its own again"
    assert undo_text(user) == "Undo: Unmerge a category"
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
    for button in ("Unmerge", "Show again"):
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
    return user.window.sidebar.line_menu


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


def test_what_stands_in_the_order_of_names_again_need_not_be_sorted(user: User, filled: Library) -> None:
    choose(user, category(filled, "News"))
    user.hold(ALT, Key.Key_Down)
    user.hold(ALT, Key.Key_Up)
    for able in (True, False):
        menu = open_menu(user)
        assert menu.actions["sort"].isEnabled() is able
        menu.actions["sort"].trigger()
        menu.menu.close()
        user.wait()


def test_a_colour_is_chosen_from_the_menu(user: User, filled: Library) -> None:
    news = category(filled, "News")
    choose(user, news)
    tree, menu = user.window.sidebar.tree, open_menu(user)
    shown = [action.text() for action in menu.menu.actions() if not action.isSeparator()]
    changes = ["Rename", "Colour", "Hide", "Move up", "Move down", "Sort by name", "Merge into another…"]
    assert shown == ["Mark all as read", *changes]
    green = next(shade for shade in menu.colours.actions() if shade.text() == "Green")
    green.trigger()
    menu.menu.close()
    user.wait()
    assert user.window.sidebar.model.node(user.window.sidebar.model.find(news)).colour == "green"
    assert not tree.grab().isNull()
    undo(user)
    assert user.window.sidebar.model.node(user.window.sidebar.model.find(news)).colour == ""


def point_at(user: User, key: LineKey) -> LineMenu:
    """Ask with the right button of the mouse for the menu of a line."""
    tree, button = user.window.sidebar.tree, Qt.MouseButton.RightButton
    place = tree.visualRect(user.window.sidebar.model.find(key)).center()
    QTest.mouseClick(tree.viewport(), button, pos=place)
    shown = tree.viewport().mapToGlobal(place)
    QApplication.sendEvent(
        tree, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, tree.viewport().mapTo(tree, place), shown)
    )
    return user.window.sidebar.line_menu


def offered(menu: LineMenu) -> list[str]:
    return [action.text() for action in menu.menu.actions() if not action.isSeparator()]


def take(user: User, menu: LineMenu, words: str) -> None:
    menu.menu.setActiveAction(next(action for action in menu.menu.actions() if action.text() == words))
    QTest.keyClick(menu.menu, Key.Key_Return)
    user.wait()


def orders(user: User, name: str, library: Library) -> list[bool]:
    """Return whether the menu of a category offers to move it up, down, and to sort."""
    menu = point_at(user, category(library, name))
    found = [menu.actions[each].isEnabled() for each in ("up", "down", "sort")]
    menu.menu.close()
    user.qtbot.waitUntil(lambda: user.window.sidebar.tree.pointed() is None)
    return found


def test_the_menu_offers_an_order_only_where_it_changes_something(user: User, filled: Library) -> None:
    wanted = {"News": [False, True, False], "Tea": [True, True, False], "World": [True, False, False]}
    assert {name: orders(user, name, filled) for name in wanted} == wanted
    choose(user, category(filled, "World"))
    user.window.sidebar.line_menu.actions["up"].trigger()
    user.wait()
    assert orders(user, "World", filled) == [True, True, True]


def test_the_menu_of_another_line_leaves_what_is_listed(user: User, filled: Library) -> None:
    tea, news = category(filled, "Tea"), category(filled, "News")
    choose(user, tea)
    menu = point_at(user, news)
    tree = user.window.sidebar.tree
    assert (tree.pointed(), tree.current(), user.titles()) == (news, tea, ["Post 3"])
    take(user, menu, "Mark all as read")
    assert user.window.toast.accessibleName() == "2 articles marked as read"
    assert undo_text(user) == "Undo: Mark 2 articles as read"
    assert len(filled.listing(ArticleQuery(text="is:unread")).ids) == 2
    assert (tree.pointed(), tree.current(), user.titles()) == (None, tea, ["Post 3"])
    undo(user)
    menu = point_at(user, news)
    take(user, menu, "Hide")
    assert (categories(user), user.titles()) == (["Tea", "World"], ["Post 3"])
    take(user, point_at(user, category(filled, "World")), "Rename")
    (editor,) = tree.findChildren(QLineEdit)
    editor.setText("Globe")
    QTest.keyClick(editor, Key.Key_Return)
    user.qtbot.waitUntil(lambda: not tree.findChildren(QLineEdit))
    user.wait()
    assert (categories(user), tree.current(), user.titles()) == (["Globe", "Tea"], tea, ["Post 3"])


def test_every_line_of_the_sidebar_has_a_menu(user: User, filled: Library) -> None:
    user.window.sidebar.tree.set_folded([])
    known: dict[LineKey, list[str]] = {
        Folder.ALL: ["Mark all as read"],
        Folder.LATER: ["Mark all as read"],
        OfSource(1): ["Mark all as read", "Rename", "Refresh"],
        Tagged(1): ["Mark all as read"],
        Section.SOURCES: ["Import folder…", "Refresh all folders", "Folders…"],
        Section.CATEGORIES: ["Show hidden categories", "Hidden and merged categories…"],
        Section.TAGS: ["Go to…"],
    }
    for key, words in known.items():
        menu = point_at(user, key)
        assert offered(menu) == words
        menu.menu.close()
    menu = point_at(user, OfSource(1))
    with user.qtbot.waitSignal(user.window.sidebar.line_menu.refresh_wanted) as wanted:
        menu.actions["refresh"].trigger()
    assert wanted.args == [1]
    menu.menu.close()


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


def refuse(*_: object, **__: object) -> None:
    raise LibraryError("locked", Path("library"), "Close it and try again.")


def rename_news(user: User, filled: Library) -> None:
    user.window.categories.rename(category(filled, "News"), "Reports")


def rename_folder(user: User, filled: Library) -> None:
    user.window.categories.rename(OfSource(1), "Mine")


def keep_snow(user: User, filled: Library) -> None:
    user.window.smart.save("snow", "snow")


@pytest.mark.parametrize(
    ("act", "owner", "method", "back"),
    [
        (rename_news, Arranging, "rename", "restore"),
        (rename_folder, Library, "rename_source", "rename_source"),
        (keep_snow, SavedSearches, "add", "remove"),
    ],
)
def test_what_was_refused_in_the_sidebar_keeps_its_place_in_the_stack(
    user: User,
    filled: Library,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[User, Library], None],
    owner: type,
    method: str,
    back: str,
) -> None:
    window, before = user.window, (categories(user), user.window.sidebar.model.name_of(OfSource(1)))
    window.session.refused.disconnect()
    stack = window.session.undo_stack
    with monkeypatch.context() as locked:
        locked.setattr(owner, method, refuse)
        act(user, filled)
        user.wait()
    assert not stack.canUndo()
    act(user, filled)
    user.wait()
    with monkeypatch.context() as locked:
        locked.setattr(owner, back, refuse)
        stack.undo()
        user.wait()
    assert (stack.canUndo(), stack.canRedo()) == (True, False)
    stack.undo()
    user.wait()
    assert (categories(user), window.sidebar.model.name_of(OfSource(1))) == before
    assert (stack.canUndo(), stack.canRedo()) == (False, True)
