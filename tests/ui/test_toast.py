"""Notices, empty panes and the sheet of shortcuts say what they are given, and nothing more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.keyboard.shortcut_sheet import ShortcutSheet, balance, caps
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


class KeyWatcher(QObject):
    """Writes down the keys that reach a widget."""

    def __init__(self, parent: QWidget, seen: list[int]) -> None:
        super().__init__(parent)
        self.seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.seen.append(event.key())
        return False


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_notice_appears_and_goes_with_escape(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window, animated=False)
    toast.show_message("3 articles marked as read")
    assert toast.isVisible()
    assert toast.accessibleName() == "3 articles marked as read"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_widgets_may_be_built_while_a_notice_stands(window: QWidget) -> None:
    toast = Toast(window, animated=False)
    toast.show_message("Marked")
    assert [QLabel(str(number), window).text() for number in range(50)][-1] == "49"


def test_escape_is_free_once_the_notice_is_gone(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit(window)
    seen: list[int] = []
    field.installEventFilter(KeyWatcher(field, seen))
    toast = Toast(window, animated=False)
    toast.show_message("Marked")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert seen == [Qt.Key.Key_Escape]


def test_a_notice_fades_away(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Done")
    toast.dismiss()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_notice_called_back_while_fading_stays(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("One")
    toast.dismiss()
    toast.show_message("Two")
    qtbot.waitUntil(lambda: toast._fade.state() == QAbstractAnimation.State.Stopped)
    assert toast.isVisible()
    assert texts(toast) == ["Two"]


def test_the_action_is_taken_once(qtbot: QtBot, window: QWidget) -> None:
    taken: list[str] = []
    toast = Toast(window, animated=False)
    toast.show_message("Marked", "Undo", lambda: taken.append("undo"))
    QTest.mouseClick(toast.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert taken == ["undo"]
    assert not toast.isVisible()


def test_who_takes_the_action_by_keys_has_time_and_is_where_one_was_after_it(qtbot: QtBot, window: QWidget) -> None:
    first, second = QLineEdit(window), QLineEdit(window)
    for field in (first, second):
        field.show()
    second.setFocus()
    toast = Toast(window, animated=False)
    toast.show_message("Marked", "Undo", lambda: None)
    (button,) = toast.findChildren(QPushButton)
    button.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not toast.isVisible()
    assert second.hasFocus()


def test_a_notice_without_an_action_has_no_button(window: QWidget) -> None:
    toast = Toast(window, animated=False)
    toast.show_message("Marked", "Undo", lambda: None)
    toast.show_message("Only words")
    assert all(button.isHidden() for button in toast.findChildren(QPushButton))


def test_a_notice_shows_markup_as_it_is(window: QWidget) -> None:
    toast = Toast(window, animated=False)
    toast.show_message("<img src=x> <b>title</b>")
    assert [label.textFormat() for label in toast.findChildren(QLabel)] == [Qt.TextFormat.PlainText]


@pytest.mark.parametrize("width", [800, 320])
def test_a_notice_stays_in_the_middle(window: QWidget, width: int) -> None:
    toast = Toast(window, animated=False)
    toast.show_message("A notice that is long enough to need two lines in a narrow window. " * 2)
    window.resize(width, 400)
    assert abs(toast.geometry().center().x() - width // 2) <= 1
    assert window.rect().contains(toast.geometry())


def test_an_empty_pane_offers_what_to_do(qtbot: QtBot, window: QWidget) -> None:
    state = EmptyState(Icons(LIGHT), window)
    state.set_content("source", "Nothing <i>yet</i>", primary="Import a folder")
    assert texts(state) == ["Nothing <i>yet</i>"]
    buttons = [button for button in state.findChildren(QPushButton) if not button.isHidden()]
    assert [button.text() for button in buttons] == ["Import a folder"]
    with qtbot.waitSignal(state.primary_clicked):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_an_empty_pane_paints(window: QWidget) -> None:
    state = EmptyState(Icons(LIGHT), window)
    state.set_content("search", "No results", "Try a shorter word.", "Clear search", "Search everywhere")
    state.resize(400, 400)
    assert not state.grab().isNull()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("J / Down", [["J"], ["Down"]]),
        ("/ / Ctrl+F", [["/"], ["Ctrl", "F"]]),
        ("Ctrl++", [["Ctrl", "+"]]),
        ("+", [["+"]]),
        ("?", [["?"]]),
    ],
)
def test_keys_are_split_into_caps(keys: str, expected: list[list[str]]) -> None:
    assert caps(keys) == expected


def test_columns_are_balanced() -> None:
    assert balance([6, 5, 3, 7]) == 2
    assert balance([4]) in (0, 1)
    assert balance([]) == 0


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have none
def test_the_sheet_shows_every_shortcut_and_closes_with_escape(qtbot: QtBot) -> None:
    sheet = ShortcutSheet([("Move", "J / K", "Next article"), ("Window", "Ctrl+B", "Sidebar")])
    qtbot.addWidget(sheet)
    sheet.open()
    assert {"Move", "Window", "Next article", "Sidebar"} <= set(texts(sheet))
    said = {label.accessibleName(): label for label in sheet.findChildren(QLabel)}
    keys = said["Next article, J or K"]
    assert {"Next article, J or K", "Sidebar, Ctrl+B"} <= set(said)
    # The keys are painted where no words can come to stand.
    image = keys.grab().toImage()
    beside = range(keys.contentsRect().right(), image.width())
    assert QApplication.palette().mid().color().rgb() in {
        image.pixel(x, y) for x in beside for y in range(image.height())
    }
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
