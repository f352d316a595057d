"""The ways of a user through the real window, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.keyboard.shortcut_sheet import ShortcutSheet
from reader.ui.listing.article_list import ArticleList
from reader.ui.main_window import MainWindow
from reader.ui.sidebar.lines import Folder
from tests.factories import write_posts
from tests.fetching import conftest as fetching
from tests.fetching.downloading import LOOPBACK
from tests.fetching.server import Server, picture, reply
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import category
from tests.ui import windows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support raise\(\)")

Key = Qt.Key
ini, make_window = windows.ini, windows.make_window
server = fetching.server
LONG = "\n\n".join(f"Paragraph {number}. " + "Some words to read. " * 30 for number in range(60))


class User:
    """Presses keys where the focus is, and waits until the window has answered."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)
            self.wait()

    def hold(self, modifier: Qt.KeyboardModifier, key: Qt.Key) -> None:
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifier)
        self.wait()

    def wait(self) -> None:
        window = self.window
        self.qtbot.waitUntil(lambda: not window.session._tasks and not window.list_pane.search_bar.waiting())

    def titles(self) -> list[str]:
        """Return what is listed."""
        found = self.window.session.library.articles(self.window.list_pane.model.ids)
        return [article.title for article in found]

    def reads(self) -> str:
        """Return the title of the open article."""
        page = self.window.reader.open_page()
        return page.title if page else ""

    def sees_button(self, button: QPushButton, text: str) -> None:
        self.qtbot.waitUntil(lambda: button.text() == text and button.isEnabled())

    def sees(self, title: str) -> None:
        self.qtbot.waitUntil(lambda: self.reads() == title)
        self.wait()


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Five posts in two categories; the second newest is long, the oldest Chinese."""
    write_posts(tmp_path / "blog", 3)
    write_posts(tmp_path / "blog", 3, category="News")
    write_post(tmp_path / "blog", "source/_posts/long.md", "A long one", LONG, "2022-01-02 10:00:00")
    write_post(tmp_path / "blog", "source/_posts/tea.md", "茶馆", "美国国务卿喝茶。", "2021-01-01 10:00:00")
    bring_in(library, tmp_path / "blog")
    return library


@pytest.fixture
def start(make_window: Callable[[], MainWindow], qtbot: QtBot) -> Callable[[], User]:
    return lambda: User(make_window(), qtbot)


@pytest.fixture
def user(filled: Library, start: Callable[[], User]) -> User:
    return start()


def test_a_start_brings_back_the_place(user: User, start: Callable[[], User], filled: Library) -> None:
    news = category(filled, "News")
    user.press(Key.Key_F6)
    assert QApplication.focusWidget() is user.window.sidebar.tree
    user.press(*[Key.Key_Down] * 7)
    assert user.window.sidebar.tree.current() == news
    user.press(Key.Key_F6, "jj")
    user.sees("Post 2")
    user.window.close()
    again = start()
    again.sees("Post 2")
    assert again.window.sidebar.tree.current() == news
    assert again.titles() == ["Post 3", "Post 2", "Post 1"]


def test_the_first_start_offers_a_look_around(start: Callable[[], User]) -> None:
    user = start()
    assert user.window.welcome.isVisible()
    (sample,) = [
        button for button in user.window.welcome.findChildren(QPushButton) if button.text().startswith("Look around")
    ]
    sample.setFocus()
    user.press(Key.Key_Space)
    user.qtbot.waitUntil(lambda: not user.window.runner.running and user.window.list_pane.list.isVisible())
    user.wait()
    user.press("j")
    user.qtbot.waitUntil(lambda: user.reads() == user.titles()[0])


def test_a_folder_is_imported(start: Callable[[], User], tmp_path: Path) -> None:
    user = start()
    dialog = user.window.dialogs.importing
    user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_I)
    assert dialog.isVisible()
    dialog.look_at(write_posts(tmp_path / "blog", 3))  # as the system's own folder dialog answers
    user.qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return)
    user.qtbot.waitUntil(lambda: dialog.primary.text() == "Show articles")
    QTest.keyClick(dialog, Key.Key_Return)
    user.wait()
    assert not dialog.isVisible()
    assert user.titles() == ["Post 3", "Post 2", "Post 1"]
    user.window.activateWindow()
    user.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ArticleList))
    user.press("j")
    user.sees("Post 3")


def test_a_broken_file_is_found_in_the_report_and_the_import_taken_back(
    start: Callable[[], User], tmp_path: Path
) -> None:
    folder = write_posts(tmp_path / "blog", 3)
    write_post(folder, "source/_posts/tabs.md", "Repaired\ntags:\n\t- tea")
    user = start()
    dialog = user.window.dialogs.importing
    dialog.begin(folder)
    user.qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return)
    files = dialog.report.files
    user.qtbot.waitUntil(lambda: files.isVisible() and files.model.rowCount() == 4)
    files.filter.setFocus()
    user.press("front matter", Key.Key_Return)
    assert files.table.hasFocus()
    found = files.current()
    assert found is not None
    assert (found.path, found.title) == ("source/_posts/tabs.md", "Repaired")
    dialog.undo.setFocus()
    for rows, text in ((0, "Redo this import"), (4, "Undo this import")):
        user.press(Key.Key_Space)
        user.sees_button(dialog.undo, text)
        user.wait()
        assert len(user.titles()) == rows
        dialog.undo.setFocus()


def test_an_older_import_is_undone_in_the_history(user: User, tmp_path: Path) -> None:
    write_post(tmp_path / "blog", "source/_posts/late.md", "Late news", date="2023-01-01 10:00:00")
    user.press(Key.Key_F5)
    user.qtbot.waitUntil(lambda: not user.window.runner.running)
    user.wait()
    assert user.titles()[0] == "Late news"
    user.hold(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Key.Key_H)
    history = user.window.dialogs.history_dialog
    assert history is not None
    history.activateWindow()
    user.qtbot.waitUntil(lambda: history.table.hasFocus() and history.undo.isEnabled())
    user.press(Key.Key_Tab)
    assert history.undo.hasFocus()
    user.press(Key.Key_Space)
    user.qtbot.waitUntil(lambda: not user.window.runner.running)
    user.wait()
    assert "Late news" not in user.titles()
    QTest.keyClick(history, Key.Key_Escape)
    assert not history.isVisible()


def test_an_article_is_read_and_its_place_kept(user: User, start: Callable[[], User]) -> None:
    user.press("j")
    user.sees("A long one")
    assert user.window.summary.counts.unread == 4
    viewer = user.window.reader.viewer
    with user.qtbot.waitSignal(viewer.position_changed):
        user.press(Key.Key_Space)
    place = viewer.position()
    assert place > 0
    user.wait()
    user.press("j")
    user.sees("Post 3")
    user.press("k")
    user.sees("A long one")
    assert viewer.position() == place
    user.window.close()
    again = start()
    again.sees("A long one")
    # The window may be a little wider or narrower by now: the top line then begins elsewhere, and holds the place.
    assert 0 <= place - again.window.reader.viewer.position() < 80


def test_chinese_is_found_by_one_character_and_by_two(user: User) -> None:
    user.press("/")
    box = user.window.list_pane.search
    assert box.hasFocus()
    for words in ("国", "国务"):
        box.setText(words)  # an input method types no keys
        user.wait()
        assert user.titles() == ["茶馆"]
    user.press(Key.Key_Return, "j")
    user.sees("茶馆")
    assert user.window.reader.viewer.extraSelections()
    user.press("/", Key.Key_Escape)
    assert (box.text(), len(user.titles())) == ("", 5)


def test_letters_typed_into_the_search_box_command_nothing(user: User) -> None:
    user.press("/", "jkmbsnu 0?A/v")
    assert user.window.list_pane.search.text() == "jkmbsnu 0?A/v"
    assert user.reads() == ""
    assert (user.window.summary.counts.unread, user.window.summary.counts.bookmarked) == (5, 0)
    assert not user.window.actions_["only_unread"].isChecked()


def test_read_later_lists_the_newest_mark_first(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment, keys in enumerate(("j", "j", "k"), start=1):
        user.press(keys)
        monkeypatch.setattr("time.time", lambda moment=moment: 1_700_000_000 + moment)
        user.press("b" if moment < 3 else "m")
    assert user.window.summary.counts.bookmarked == 2
    user.window.sidebar.tree.setFocus()
    user.press(*[Key.Key_Down] * 3)
    assert user.window.sidebar.tree.current() == Folder.LATER
    assert user.titles() == ["Post 3", "A long one"]
    user.press(Key.Key_F6, "j", "s")
    assert user.window.summary.counts.bookmarked == 1
    user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_Z)
    assert user.window.summary.counts.bookmarked == 2


def test_unread_articles_are_gone_through(user: User) -> None:
    user.press("n", "n", "n")
    user.sees("Post 2")
    user.press("m")
    assert user.window.summary.counts.unread == 3
    user.hold(Qt.KeyboardModifier.ShiftModifier, Key.Key_A)
    assert user.window.summary.counts.unread == 0
    user.press("n")
    assert user.window.toast.accessibleName() == "No unread articles here"
    for left in (3, 2):
        user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_Z)
        assert user.window.summary.counts.unread == left


def test_what_is_opened_meanwhile_stays_open(user: User) -> None:
    user.press(Key.Key_F6, Key.Key_F6, "j")
    rows = user.window.list_pane.list
    user.window.actions_["next_unread"].trigger()
    rows.choose(user.window.list_pane.model.ids[-1])  # before it is found
    user.sees("茶馆")
    assert rows.current_article() == user.window.list_pane.model.ids[-1]


def test_space_reads_on_into_the_next_unread_article(user: User) -> None:
    user.press("jj")
    user.sees("Post 3")
    user.press(Key.Key_Space)
    user.sees("Post 2")


def test_panes_are_walked_and_the_keys_are_shown(user: User) -> None:
    panes = [user.window.list_pane.list, user.window.reader.viewer, user.window.sidebar.tree]
    user.press("j")
    seen = []
    for _ in panes:
        seen.append(QApplication.focusWidget())
        user.press(Key.Key_F6)
    assert seen == panes
    user.press("?")
    (sheet,) = user.window.findChildren(ShortcutSheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()


def test_only_unread_articles_can_be_listed(user: User) -> None:
    user.press("j", "u")
    assert len(user.titles()) == 5  # the one that is open stays
    assert user.window.list_pane.number.text() == "4 unread"
    user.press("j")
    user.press("u", "u")
    assert len(user.titles()) == 4
    user.press("u")
    assert len(user.titles()) == 5


def test_buttons_can_be_pressed_by_keys(user: User) -> None:
    user.press("j")
    user.sees("A long one")
    for pane, name in ((user.window.reader, "toggle_later"), (user.window.list_pane, "only_unread")):
        action = user.window.actions_[name]
        (button,) = [each for each in pane.findChildren(QToolButton) if each.accessibleName() == action.text()]
        button.setFocus()
        user.press(Key.Key_Space)
        assert action.isChecked()


def test_pictures_are_there_when_the_network_is_not(
    start: Callable[[], User], tmp_path: Path, server: Server, library: Library
) -> None:
    server.answers["/lake.png"] = reply(picture(1, (640, 480)))
    write_post(tmp_path / "blog", "source/_posts/lake.md", "The lake", f"![A lake]({server.url('/lake.png')})")
    user = start()
    user.window.downloads.runner.allowed = LOOPBACK
    dialog = user.window.dialogs.importing
    user.hold(Qt.KeyboardModifier.ControlModifier, Key.Key_I)
    dialog.look_at(tmp_path / "blog")
    user.qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return)
    user.qtbot.waitUntil(dialog.report.offer.isVisible)
    assert server.requests == []
    QTest.keyClick(dialog.report.offer.all, Key.Key_Space)
    user.qtbot.waitUntil(lambda: library.storage.health().complete == 1)
    user.wait()
    user.window.actions_["work_offline"].trigger()
    user.wait()
    user.window.close()
    server.close()
    again = start()
    again.window.list_pane.list.setFocus()
    again.press("j")
    again.sees("The lake")
    again.window.reader.viewer.setFocus()
    again.press(Key.Key_Tab, Key.Key_Return)
    again.qtbot.waitUntil(lambda: again.window.lightbox.box.canvas.image().width() == 640)
    again.press(Key.Key_Escape)
    assert len(server.requests) == 1
