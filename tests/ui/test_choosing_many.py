"""Many articles are selected by Shift and Ctrl, and what is done is done to them all."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, State
from reader.library.library import Library
from reader.ui.listing.article_list import ArticleList
from reader.ui.listing.article_model import ArticleModel
from reader.ui.listing.sections import Section
from reader.ui.main_window import MainWindow
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.rows import make_article
from tests.ui.test_translations import speak
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Eight articles of two days, the newest first."""
    return add(library, *(make_post(number * 6) for number in range(8)))[::-1]


@pytest.fixture
def window(ids: list[int], make_window: MakeWindow) -> Iterator[MainWindow]:
    made = make_window()
    made.list_pane.list.setFocus()
    yield made
    speak(made, "en")


def press(window: MainWindow, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(window.list_pane.list, key, held)


def click(window: MainWindow, article: int, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
    rows = window.list_pane.list
    place = rows.visualRect(window.list_pane.model.index(window.list_pane.model.row_of(article))).topLeft()
    QTest.mouseClick(rows.viewport(), button, held, place + QPoint(80, 20))


def unread(library: Library) -> list[int]:
    return list(library.listing(ArticleQuery(state=State.UNREAD)).ids)


def later(library: Library) -> list[int]:
    return list(library.listing(ArticleQuery(state=State.BOOKMARKED)).ids)


def test_keys_select_many_and_open_none_of_them(window: MainWindow, ids: list[int], qtbot: QtBot) -> None:
    rows = window.list_pane.list
    press(window, Key.Key_Home)
    qtbot.waitUntil(lambda: idle(window))
    press(window, Key.Key_Down, Key.Key_Down, held=SHIFT)
    press(window, Key.Key_Down, Key.Key_Down, held=CONTROL)
    press(window, Key.Key_Space, held=CONTROL)
    assert list(rows.many()) == [ids[0], ids[1], ids[2], ids[4]]
    assert window.list_pane.number.text() == "4 selected"
    press(window, Key.Key_End, held=SHIFT | CONTROL)
    assert list(rows.many()) == [*ids[:3], *ids[4:]]
    press(window, Key.Key_Up, held=SHIFT)
    assert list(rows.many()) == ids[4:7]
    qtbot.waitUntil(lambda: idle(window))
    assert window.navigator.article == ids[0]
    press(window, Key.Key_Escape)
    assert (rows.current_article(), rows.count()) == (ids[0], 1)
    assert window.list_pane.number.text() == "8 articles"


def test_what_alone_is_left_is_opened(window: MainWindow, ids: list[int]) -> None:
    press(window, Key.Key_Home)
    press(window, Key.Key_Down, held=SHIFT)
    press(window, Key.Key_Down)
    assert window.navigator.article == ids[2]
    click(window, ids[3], CONTROL)
    assert window.navigator.article == ids[2]
    click(window, ids[2], CONTROL)
    assert window.navigator.article == ids[3]


def test_the_mouse_selects_as_everywhere(window: MainWindow, ids: list[int]) -> None:
    rows = window.list_pane.list
    click(window, ids[1])
    click(window, ids[4], SHIFT)
    assert list(rows.many()) == ids[1:5]
    click(window, ids[2], CONTROL)
    assert list(rows.many()) == [ids[1], ids[3], ids[4]]
    click(window, ids[3], button=RIGHT)
    assert rows.count() == 3
    click(window, ids[3])
    assert (rows.count(), window.navigator.article) == (1, ids[3])


def test_all_that_is_selected_is_marked_and_taken_back_at_once(
    window: MainWindow, ids: list[int], qtbot: QtBot, library: Library
) -> None:
    press(window, Key.Key_Home)
    qtbot.waitUntil(lambda: unread(library) == ids[1:])
    press(window, Key.Key_Down, Key.Key_Down, held=SHIFT)
    press(window, Key.Key_M)
    qtbot.waitUntil(lambda: unread(library) == ids[3:])
    # The first was read before: only two became so.
    qtbot.waitUntil(lambda: window.toast.isVisible() and idle(window))
    press(window, Key.Key_M)
    qtbot.waitUntil(lambda: unread(library) == ids)
    press(window, Key.Key_Z, held=CONTROL)
    press(window, Key.Key_Z, held=CONTROL)
    qtbot.waitUntil(lambda: unread(library) == ids[1:])
    press(window, Key.Key_B)
    qtbot.waitUntil(lambda: later(library) == ids[:3])
    qtbot.waitUntil(lambda: window.actions_["toggle_later"].isChecked())
    press(window, Key.Key_Z, held=CONTROL)
    qtbot.waitUntil(lambda: not later(library))
    qtbot.waitUntil(lambda: idle(window))


def test_no_notice_offers_to_take_back_what_came_after(window: MainWindow, ids: list[int], qtbot: QtBot) -> None:
    window.actions_["read_all"].trigger()
    window.list_pane.list.unread_clicked.emit(ids[3])  # before the others are written
    qtbot.waitUntil(lambda: idle(window))
    assert window.toast.isHidden()


def test_ctrl_a_selects_a_million_rows_as_one_range(qtbot: QtBot) -> None:
    looked: list[int] = []

    class Model(ArticleModel):
        def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
            looked.append(index.row())
            return super().flags(index)

    model = Model(lambda ids: [make_article(article) for article in ids])
    rows = ArticleList(model)
    qtbot.addWidget(rows)
    ids = array("q", range(1, 1_000_001))
    model.set_listing(ids, [Section(first, date(2022, 1, 1)) for first in range(0, 1_000_000, 300)])
    rows.select_all()
    assert rows.count() == 1_000_000
    assert rows.many() == ids
    assert rows.places() == [(0, 1_000_000)]
    assert len(looked) < 50


def test_ctrl_a_selects_all_and_the_menu_key_offers_what_to_do(window: MainWindow, ids: list[int]) -> None:
    rows, menu = window.list_pane.list, window.list_pane.menu.menu
    press(window, Key.Key_A, held=CONTROL)
    assert list(rows.many()) == ids
    QApplication.sendEvent(rows, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Mark as read or unread", "Read later", "Open the original", "Share", "Select all", "Mark all as read",
    ]  # fmt: skip
    menu.close()
    speak(window, "zh_CN")
    assert window.list_pane.number.text() == "已选 8 篇"


def test_what_is_selected_stays_so_while_articles_come_in(
    window: MainWindow, ids: list[int], qtbot: QtBot, library: Library
) -> None:
    click(window, ids[1])
    click(window, ids[2], SHIFT)
    click(window, ids[6], CONTROL)
    add(library, make_post(99))
    window.navigator.reload()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == 9 and idle(window))
    assert list(window.list_pane.list.many()) == [ids[1], ids[2], ids[6]]
    assert window.navigator.article == ids[1]


def test_many_are_copied_mailed_and_exported_together(
    window: MainWindow, ids: list[int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))  # type: ignore[func-returns-value]
    press(window, Key.Key_Home)
    press(window, Key.Key_Down, held=SHIFT)
    for action, between in (("copy_text", "\n* * *\n\n"), ("copy_markdown", "\n---\n\n")):
        QApplication.clipboard().clear()
        window.actions_[action].trigger()
        qtbot.waitUntil(lambda: QApplication.clipboard().text() != "")
        assert [("Post 42" in part, "Post 36" in part) for part in QApplication.clipboard().text().split(between)] == [
            (True, False),
            (False, True),
        ]
    window.actions_["mail"].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].toEncoded().data() == b"mailto:?subject=Post%2042%20%28%2B1%29&body=Post%2042%0A%0APost%2036"
    press(window, Key.Key_E, held=CONTROL)
    dialog = window.sharing.export_dialog
    assert dialog is not None
    assert dialog.which.currentText() == "2 selected articles"
    assert list(dialog.ids()) == ids[:2]
