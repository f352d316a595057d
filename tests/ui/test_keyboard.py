"""Keys are changed by pressing them, hold at once, and never belong to two commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.actions import SPECS
from reader.ui.keyboard.key_dialog import KeyDialog
from reader.ui.keyboard.key_map import KeyMap
from reader.ui.keyboard.key_sets import KEY_SETS, fixed_use, keys_of_set
from reader.ui.keyboard.sequences import clash, read_keys
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key
STANDARD = {name: spec.keys for name, spec in SPECS.items()}


@pytest.fixture
def ids(library: Library) -> list[int]:
    return add(library, *(make_post(number) for number in range(1, 31)))


def dialog_of(window: MainWindow, qtbot: QtBot) -> KeyDialog:
    """Open the dialog as the sheet behind the question mark does."""
    QTest.keyClicks(window.list_pane.list, "?")
    sheet = window.dialogs._sheet
    assert sheet is not None
    sheet.change.click()
    dialog = window.dialogs.key_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    sheet.close()
    return dialog


def place(window: MainWindow) -> int:
    return window.list_pane.list.current_place()


def test_a_key_is_pressed_and_holds_at_once_in_window_menu_and_sheet(
    make_window: MakeWindow, qtbot: QtBot, ids: list[int]
) -> None:
    window = make_window()
    dialog = dialog_of(window, qtbot)
    dialog.filter.setFocus()
    QTest.keyClicks(dialog.filter, "next article")
    assert dialog.command() == "next"
    QTest.keyClick(dialog.filter, Key.Key_Return)
    assert dialog.focusWidget() is dialog.table
    QTest.keyClick(dialog.table, Key.Key_Return)
    assert dialog.focusWidget() is dialog.field
    QTest.keyClick(dialog.field, Key.Key_X)
    assert "wherever nothing is typed" in dialog.told.text()
    dialog.use.click()
    assert window.actions_["next"].shortcut().toString() == "X"
    assert "(X)" in window.actions_["next"].toolTip()
    assert ("Go", "X", "Next article") in window.actions_.rows()
    dialog.close()
    window.list_pane.list.setFocus()
    QTest.keyClick(window.list_pane.list, Key.Key_Home)
    before = place(window)
    QTest.keyClick(window.list_pane.list, Key.Key_X)
    assert place(window) == before + 1
    QTest.keyClick(window.list_pane.list, Key.Key_J)
    assert place(window) == before + 1
    window.list_pane.search.setFocus()
    QTest.keyClicks(window.list_pane.search, "x")
    assert window.list_pane.search.text() == "x"
    window.close()
    again = make_window()
    assert again.actions_["next"].shortcut().toString() == "X"


def test_whose_key_it_is_is_said_before_it_is_taken(make_window: MakeWindow, qtbot: QtBot, ids: list[int]) -> None:
    window = make_window()
    dialog = dialog_of(window, qtbot)
    dialog.table.selectRow(dialog.model.row_of("open_original"))
    QTest.keyClick(dialog.field, Key.Key_M)
    assert "“Mark as read or unread”, which would lose it" in dialog.told.text()
    dialog.add.click()
    keys = window.actions_.keys
    assert (keys.of("open_original"), keys.of("toggle_read")) == (("V", "M"), ())
    QTest.keyClick(dialog.field, Key.Key_Down)
    assert "moves through the list" in dialog.told.text()
    assert not dialog.use.isEnabled()
    QTest.keyClick(dialog.field, Key.Key_Escape)
    assert (dialog.told.text(), dialog.isVisible()) == ("", True)
    (line,) = dialog.field.findChildren(QLineEdit)
    assert (line.text(), line.placeholderText()) == ("", "Press keys here")
    for fixed in ("Ctrl+M", "Shift+Del", "Ctrl+Space"):
        assert fixed_use(fixed)
    dialog.table.selectRow(dialog.model.row_of("toggle_read"))
    dialog.reset.click()
    assert (keys.of("open_original"), keys.of("toggle_read")) == (("V",), ("M",))
    dialog.table.selectRow(dialog.model.row_of("quit"))
    dialog.none.click()
    assert keys.of("quit") == ()
    dialog.reset_all.click()
    assert {name: keys.of(name) for name in STANDARD} == STANDARD


def test_the_vim_like_set_goes_to_both_ends_by_g(make_window: MakeWindow, qtbot: QtBot, ids: list[int]) -> None:
    window = make_window()
    dialog = dialog_of(window, qtbot)
    choose(dialog.sets, "vim")
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    articles = window.list_pane.list
    articles.setFocus()
    QTest.keyClick(articles, Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: idle(window) and place(window) == len(ids) - 1)
    QTest.keyClick(articles, Key.Key_G)
    QTest.keyClick(articles, Key.Key_G)
    qtbot.waitUntil(lambda: idle(window) and place(window) == 0)
    assert ("Go", "G, G", "First article") in window.actions_.rows()


def test_another_set_is_taken_over_own_keys_only_after_a_question(
    make_window: MakeWindow, qtbot: QtBot, ids: list[int]
) -> None:
    window = make_window()
    dialog = dialog_of(window, qtbot)
    window.actions_.keys.assign("next", ["X"])
    assert window.actions_.keys.own() == {"next": ("X",)}
    for button, taken in (("Cancel", "broadsheet"), ("Use it", "vim")):
        choose(dialog.sets, "vim")
        (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
        next(each for each in box.findChildren(QPushButton) if each.text() == button).click()
        assert (window.actions_.keys.set_name(), dialog.sets.currentData()) == (taken, taken)
    assert window.actions_.keys.own() == {}


def choose(combo: QComboBox, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("name", KEY_SETS)
def test_no_set_has_a_key_twice_or_one_that_is_fixed(name: str, platform: str) -> None:
    commands = keys_of_set(name, STANDARD, platform)
    assert set(commands) == set(STANDARD)
    keys = [key for each in commands.values() for key in each]
    assert [key for key in keys if read_keys(key) != key or fixed_use(key)] == []
    pairs = [(one, other) for at, one in enumerate(keys) for other in keys[at + 1 :]]
    assert [pair for pair in pairs if clash(*pair)] == []


@pytest.mark.parametrize("name", KEY_SETS)
def test_no_command_has_a_key_by_which_a_mac_hides_the_program(name: str) -> None:
    keys = [key for each in keys_of_set(name, STANDARD, "darwin").values() for key in each]
    assert "Ctrl+H" not in keys


def test_keys_that_make_no_sense_count_as_not_set(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    keys = KeyMap(settings, STANDARD)
    for text in ("", "{", "[1]", '{"next": 3, "nothing": ["X"]}', "[" * 100_000):
        settings.set("keyboard/own", text)
        assert {name: keys.of(name) for name in STANDARD} == STANDARD
    settings.set("keyboard/own", '{"next": ["Down", "Strg+Q", 4, "Ctrl+Q", "M, M, M"], "previous": ["Ctrl+Q"]}')
    assert (keys.of("next"), keys.of("previous"), keys.of("quit")) == (("Ctrl+Q",), (), ())
