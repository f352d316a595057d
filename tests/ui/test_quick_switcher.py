"""The quick switcher: a few letters and Enter lead anywhere, without the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.domain import LibraryError
from reader.library.library import Library
from reader.library.navigation.switching import Hit, Kind, Switching, Target
from reader.ui.keyboard.shortcut_sheet import ShortcutSheet
from reader.ui.looks.appearance import MODES
from reader.ui.main_window import MainWindow
from reader.ui.search.switcher_model import SwitcherModel
from reader.ui.sidebar.lines import Folder, Saved, Tagged
from tests.factories import make_post
from tests.library.test_library import add, category
from tests.library.test_search import index_all
from tests.test_journeys import User

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(library: Library) -> Library:
    add(
        library,
        make_post(1, title="Snow on the pass", categories=(("World", "Asia"),), tags=("手机", "phone")),
        make_post(2, title="下雪了", categories=(("新媒体",),), tags=("phone",)),
        make_post(3, title="Rain"),
    )
    library.saved.add("Weather", "snow OR rain")
    index_all(library)
    return library


@pytest.fixture
def user(filled: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def go(user: User, typed: str, *keys: Qt.Key) -> None:
    """Open the switcher, type, press keys, by default Enter."""
    user.hold(CTRL, Key.Key_K)
    assert user.window.going.switcher.box.hasFocus()
    user.press(typed, *(keys or (Key.Key_Return,)))


def rows(user: User) -> list[str]:
    """Return the rows, headings included."""
    model = user.window.going.switcher.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_category_is_reached_by_the_initials_of_its_sound(user: User, filled: Library) -> None:
    go(user, "xmt")
    assert user.window.sidebar.tree.current() == category(filled, "新媒体")
    assert user.titles() == ["下雪了"]
    assert user.window.list_pane.list.hasFocus()


def test_a_category_inside_another_is_shown_in_the_tree(user: User, filled: Library) -> None:
    user.press("/", "snow")
    go(user, "asia")
    tree = user.window.sidebar.tree
    assert tree.isExpanded(tree.model().parent(tree.currentIndex()))
    assert user.titles() == ["Snow on the pass"]
    assert user.window.list_pane.search.text() == ""


def test_a_tag_is_listed_from_the_sidebar_though_it_is_folded(user: User) -> None:
    go(user, "sj")
    assert isinstance(user.window.sidebar.tree.current(), Tagged)
    assert user.window.list_pane.title.text() == "手机"
    assert user.titles() == ["Snow on the pass"]


def test_one_of_many_tags_becomes_a_search(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.sidebar.summary.MOST_TAGS", 1)
    user.window.summary.load()
    user.wait()
    go(user, "sj")
    assert user.window.list_pane.search.text() == 'tag:"手机"'
    assert user.titles() == ["Snow on the pass"]
    go(user, "phone")
    assert user.titles() == ["下雪了", "Snow on the pass"]


def test_a_smart_folder_is_shown(user: User) -> None:
    go(user, "wea")
    assert user.window.sidebar.tree.current() == Saved(1)
    go(user, "unr")
    assert user.window.sidebar.tree.current() == Folder.UNREAD


def test_a_command_is_given_where_one_was(user: User) -> None:
    user.press("jj")
    go(user, "mark all")
    assert user.window.summary.counts.unread == 0
    go(user, "keysh")
    (sheet,) = user.window.findChildren(ShortcutSheet)
    assert sheet.isVisible()


def test_an_article_is_opened_among_all_others(user: User, filled: Library) -> None:
    go(user, "asia")
    go(user, "xiaxue")
    user.sees("下雪了")
    assert user.window.sidebar.tree.current() == Folder.ALL
    user.qtbot.waitUntil(lambda: user.window.list_pane.list.current_article() == user.window.navigator.article)
    user.press("j")
    user.sees("Snow on the pass")


def test_the_arrows_choose_and_pass_headings_over(user: User) -> None:
    go(user, "", Key.Key_Down, Key.Key_Down)
    switcher = user.window.going.switcher
    assert rows(user) == ["Library", "All articles", "All unread", "Today", "Read later", "Smart folders", "Weather"]
    assert switcher.list.currentIndex().data() == "Today"
    user.press(Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert switcher.list.currentIndex().data() == "Weather"
    user.press(Key.Key_Tab)
    assert switcher.list.currentIndex().data() == "All articles"
    user.press(Key.Key_PageDown)
    assert switcher.list.currentIndex().data() == "Weather"
    user.press(Key.Key_PageUp, Key.Key_Down, Key.Key_Return)
    assert user.window.sidebar.tree.current() == Folder.UNREAD


def test_enter_means_what_was_typed_last(user: User) -> None:
    user.hold(CTRL, Key.Key_K)
    box = user.window.going.switcher.box
    QTest.keyClicks(box, "asi")
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Key.Key_Return)
    user.qtbot.waitUntil(lambda: not user.window.going.switcher.isVisible())
    user.wait()
    assert user.titles() == ["Snow on the pass"]


def test_what_could_not_be_looked_for_is_looked_for_again(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Switching, *_: object) -> list[Target]:
        raise LibraryError("disk", self.file, "Check the disk.")

    user.hold(CTRL, Key.Key_K)
    user.press("asi")
    with monkeypatch.context() as disk, user.qtbot.waitSignal(user.window.session.refused):
        disk.setattr(Switching, "titles", refuse)
        user.press("a")
    user.wait()
    assert rows(user) == []  # Enter would lead to what was typed before.
    # Not where the keys are: they are the message's.
    QTest.keyClick(user.window.going.switcher.box, Key.Key_Return)
    user.qtbot.waitUntil(lambda: not user.window.going.switcher.isVisible())
    user.wait()
    assert user.titles() == ["Snow on the pass"]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_K])
def test_it_goes_and_gives_the_focus_back(user: User, key: Qt.Key) -> None:
    user.window.sidebar.tree.setFocus()
    user.window.toast.show_message("A notice")
    go(user, "snow", Key.Key_Up)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, CTRL if key == Key.Key_K else Qt.KeyboardModifier.NoModifier)
    assert not user.window.going.switcher.isVisible()
    assert user.window.sidebar.tree.hasFocus()
    assert user.window.sidebar.tree.current() == Folder.ALL


def test_a_click_beside_it_puts_it_away(user: User) -> None:
    go(user, "snow", Key.Key_Up)
    user.window.list_pane.search.setFocus()
    assert not user.window.going.switcher.isVisible()
    assert user.window.list_pane.search.hasFocus()


def test_all_rows_have_room(user: User) -> None:
    go(user, "", Key.Key_Up)
    view = user.window.going.switcher.list
    for typed in ("snow", "phone", ""):
        user.window.going.switcher.box.setText(typed)
        user.wait()
        assert user.window.going.switcher._frame.rect().contains(view.geometry()), typed
        assert view.verticalScrollBar().maximum() == 0


def test_a_row_can_be_clicked(user: User) -> None:
    go(user, "wea", Key.Key_Up)
    view = user.window.going.switcher.list
    place: QPoint = view.visualRect(user.window.going.switcher.model.index(1)).center()
    QTest.mouseMove(view.viewport(), place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    user.wait()
    assert user.window.sidebar.tree.current() == Saved(1)


def test_nothing_is_said_where_nothing_fits(user: User) -> None:
    go(user, "zzzz", Key.Key_Return)
    switcher = user.window.going.switcher
    assert switcher.isVisible()
    assert switcher.nothing.isVisible()
    assert not switcher.list.isVisible()


@pytest.mark.parametrize("typed", ["<b>", '"', "\\", "x" * 300, "雪" * 300, "tag:", "-("])
def test_odd_input_does_no_harm(user: User, typed: str) -> None:
    go(user, "", Key.Key_Down)
    user.window.going.switcher.box.setText(typed)  # an input method types no keys
    user.press(Key.Key_Down)
    assert user.window.going.switcher.isVisible()


def test_a_screen_reader_hears_rows_and_names(user: User) -> None:
    go(user, "asia", Key.Key_Up)
    switcher = user.window.going.switcher
    spoken = QAccessible.queryAccessibleInterface(switcher.list)
    assert spoken is not None
    texts = [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert "World/Asia, Categories" in texts
    assert switcher.box.accessibleName() == "Go to"


def test_a_narrow_window_has_room_for_it(user: User) -> None:
    user.window.resize(560, 360)
    go(user, "snow", Key.Key_Up)
    switcher = user.window.going.switcher
    assert user.window.rect().contains(switcher.geometry())
    user.window.resize(1000, 700)
    assert user.window.rect().contains(switcher.geometry())


def test_the_model_keeps_qt_s_rules(qapp: QApplication) -> None:
    model = SwitcherModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tags = [Hit(Target(Kind.TAG, number, f"Tag {number}")) for number in range(3)]
    for hits in (tags, [], [*tags, Hit(Target(Kind.ARTICLE, 1, "Rain", "folder", 1_640_995_200))]):
        model.set_hits(hits)
    assert model.index(5).data(Qt.ItemDataRole.AccessibleTextRole) == "Rain, Articles, folder · 1 Jan 2022"
    tester.deleteLater()


def test_escape_leads_back_though_a_name_was_being_typed(user: User, filled: Library) -> None:
    tree = user.window.sidebar.tree
    tree.setCurrentIndex(user.window.sidebar.model.find(category(filled, "新媒体")))
    tree.setFocus()
    user.press(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    go(user, "xmt", Key.Key_Escape)
    assert not user.window.going.switcher.isVisible()
    assert tree.hasFocus()


def test_a_value_of_a_setting_is_chosen_by_its_name_in_any_language(user: User) -> None:
    window, settings = user.window, user.window.appearance._settings
    go(user, "dark")
    assert (window.appearance.mode(), window.appearance.icons.theme.name) == ("dark", "dark")
    user.hold(CTRL, Key.Key_K)
    window.going.switcher.box.insert("浅色")  # as an input method does
    user.press(Key.Key_Return)
    assert window.appearance.mode() == "light"
    for typed, name, value in (
        ("traditional", "reading/characters", "traditional"),
        ("oldest", "list/sort", "sort_oldest"),
        ("compact", "list/rows", "rows_compact"),
        ("chinese font sans", "reading/cjk", "sans"),
    ):
        go(user, typed)
        assert settings.text(name, "") == value
    go(user, "best results first on")
    assert settings.flag("search/best_first", default=False)
    user.hold(CTRL, Key.Key_K)
    user.press("theme")
    offered = rows(user)
    assert (offered[0], len(offered)) == ("Settings", 1 + len(MODES))
    light = user.window.going.switcher.model.index(offered.index("Theme: Light"))
    assert light.data(Qt.ItemDataRole.AccessibleTextRole) == "Theme: Light, Settings, chosen"


def test_a_chinese_window_offers_them_by_their_initials(user: User) -> None:
    go(user, "jtzw")
    assert user.window.appearance.language == "zh_CN"
    go(user, "ztss")
    assert user.window.appearance.mode() == "dark"
    go(user, "Theme: Light")
    assert user.window.appearance.mode() == "light"
    user.hold(CTRL, Key.Key_K)
    user.press("pxbt")
    assert rows(user) == ["命令", "排序：标题"]
